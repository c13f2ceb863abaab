import type { Evidence } from '../../core/evidence.ts';
import { eachKnown, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { parseCidr, union } from '../../network/address-set.ts';
import { keptFromPeers } from '../../network/peer-traffic.ts';
import { prefixListEntries, type EntriesOf } from '../../network/prefix-list-entries.ts';
import type { Workload, WorkloadPlacement } from '../../workloads/workload.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { clusterSections } from '../subjects/cluster-sections.ts';
import { unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeSecurityGroups';

export default defineCheck({
  id: 'encrypted-job-kept-from-peers',
  title: 'Security groups keep the instances of an encrypted job apart',
  severity: 'low',
  family: 'network-isolation',
  requirements: ['ISO-12'],
  controls: [],
  description:
    'With encrypted traffic the instances of a distributed job talk by IPsec: UDP 500 and protocol 50 (ESP), both ways, among themselves. Where their ' +
    'security groups do not admit that, the job fails, and whoever is in a hurry turns the encryption off. Rules count together that name one of the ' +
    'job’s own groups, or blocks that hold all of its subnets.',
  remediation:
    'Change a group of the job in place: admit UDP 500 and protocol 50 from the group itself and to it (`aws ec2 authorize-security-group-ingress` and ' +
    '`authorize-security-group-egress` with `UserIdGroupPairs`).',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
  needs: clusterSections,
  consults: [...clusterSections, 'securityGroups', 'subnets', 'prefixLists'],
  *resources(facts) {
    for (const workload of workloadsOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const what = sayWorkload(workload);
    const encrypted = [...eachKnown(workload.traffic ?? [])].some(
      ({ encrypted: flag, instances, chosenByService }) => flag.value === true && (chosenByService === true || (instances.value ?? 2) > 1),
    );
    const undecided = unresolvedVerdict(workload, `how the instances of the ${what} talk`);
    if (undecided !== undefined) return undecided;
    if (!encrypted) return notApplicable(`${what} has no encrypted traffic between instances`);
    const open: Evidence[] = [];
    for (const placement of eachKnown(workload.placements)) {
      const groups = groupsOf(placement, facts.securityGroups);
      const subnets = subnetsOf(placement, facts.subnets);
      if (groups === undefined || subnets === undefined) return gone(workload, placement);
      const verdict = judge(workload, placement, groups, subnets, prefixListEntries(facts.prefixLists));
      if (verdict !== undefined) return verdict;
      open.push({
        source,
        path: `${placement.securityGroupIds.join(', ')}: IpPermissions`,
        value: 'UDP 500 and protocol 50 among themselves',
      });
    }
    if (open.length === 0) return notApplicable(`${what} is in no VPC of yours: no group of yours decides`);
    return pass(`security groups of the ${what} let its instances talk by IPsec`, open);
  },
});

function judge(
  workload: Workload,
  { securityGroupIds }: WorkloadPlacement,
  groups: readonly SecurityGroup[],
  subnets: Blocks,
  entries: EntriesOf,
) {
  const what = sayWorkload(workload);
  for (const direction of ['IpPermissions', 'IpPermissionsEgress'] as const) {
    const { kept, doubted } = keptFromPeers(groups, direction, subnets, entries);
    const path = `${securityGroupIds.join(', ')}: ${direction}`;
    const way = direction === 'IpPermissions' ? 'in' : 'out';
    if (kept.length > 0) {
      const said = kept.join(' and ');
      return fail(`groups of the ${what} let no ${said} ${way} among its instances${finishedSuffix(workload)}`, [
        { source, path, value: `no rule for ${said} among themselves` },
      ]);
    }
    if (doubted.length > 0) return unknown(`only a prefix list that could not be read may let ${doubted.join(' and ')} ${way}`);
  }
  return undefined;
}

type Blocks = ReturnType<typeof union>;

function groupsOf({ securityGroupIds }: WorkloadPlacement, groups: Fact<readonly SecurityGroup[]>): readonly SecurityGroup[] | undefined {
  const index = indexBy(need(groups), groupIdOf);
  const found = securityGroupIds.flatMap((id) => index.get(id) ?? []);
  return found.length === securityGroupIds.length ? found : undefined;
}

function subnetsOf({ subnetIds }: WorkloadPlacement, subnets: Fact<readonly Subnet[]>): Blocks | undefined {
  const index = indexBy(need(subnets), subnetIdOf);
  const blocks = subnetIds.map((id) => parseCidr(index.get(id)?.CidrBlock ?? ''));
  return blocks.includes(undefined) ? undefined : union(blocks.flatMap((block) => block ?? []));
}

/** A group or subnet that is not there any more, or of another account. */
function gone(workload: Workload, { subnetIds, securityGroupIds }: WorkloadPlacement) {
  const reason = `one of ${[...securityGroupIds, ...subnetIds].join(', ')} is not visible any more`;
  if (workload.lifecycle === 'finished') return notApplicable(`job is finished, and ${reason}: there is nothing left to judge`);
  return unknown(`cannot tell whether instances may talk: ${reason}`);
}

const groupIdOf = (group: SecurityGroup): string | undefined => group.GroupId;
const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
