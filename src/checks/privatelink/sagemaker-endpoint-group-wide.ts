import type { Evidence } from '../../core/evidence.ts';
import { need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { union } from '../../network/address-set.ts';
import { wideRules, type Callers } from '../../network/endpoints/wide-rules.ts';
import { isAvailable, type SageMakerService } from '../../network/interface-endpoint.ts';
import { prefixListEntries } from '../../network/prefix-list-entries.ts';
import { subnetAddresses } from '../../network/router.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { gapsOf, sayDoubts } from '../subjects/gaps-of.ts';
import { sagemakerEndpointSubjects } from '../subjects/sagemaker-endpoint-subjects.ts';
import { needAllWorkloads, type UsedVpc } from '../subjects/vpc-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeSecurityGroups';

/** Enough to see what has to be changed. */
const shown = 4;

/** What people open from their own machines, whose networks are not those of workloads. */
const browsed = new Set<SageMakerService>(['studio', 'notebook', 'experiments', 'partner-app']);

export default defineCheck({
  id: 'sagemaker-endpoint-group-wide',
  title: 'Private endpoint for SageMaker admits more than its workloads',
  severity: 'low',
  family: 'privatelink',
  requirements: ['ING-9'],
  controls: [],
  description:
    'An endpoint is a door to the SageMaker API for whoever its security group lets in: every host of a wide block can use it, with whatever ' +
    'credentials it holds, and policies that ask for the endpoint (`aws:SourceVpce`) let it pass. Nothing but TCP 443 is of use. Its callers are the ' +
    'security groups that workloads of the VPC carry, and the subnets that they run in; a block of the whole VPC is wider. Endpoints for Studio, ' +
    'notebooks, MLflow and partner apps are opened by browsers, so that any private address may be right for them.',
  remediation:
    'Change the group in place; rules apply at once. Add the rule that is needed first: `aws ec2 authorize-security-group-ingress --group-id sg-ENDPOINT ' +
    '--protocol tcp --port 443 --source-group sg-WORKLOAD`, then remove the wide one with `aws ec2 revoke-security-group-ingress`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints'],
  across: ['vpcEndpoints', 'securityGroups', 'prefixLists'],
  resources: (facts) => sagemakerEndpointSubjects(facts),
  evaluate({ endpoint, service, vpc, seenAt }, facts) {
    const { State, Groups = [] } = endpoint;
    if (!isAvailable(endpoint))
      return notApplicable(`the endpoint is ${State}`, [{ source: 'ec2:DescribeVpcEndpoints', path: 'State', value: State ?? null }]);
    if (Groups.length === 0) {
      return unknown('AWS did not say which groups the endpoint has', [
        { source: 'ec2:DescribeVpcEndpoints', path: 'Groups', value: null },
      ]);
    }
    const rows = indexBy(need(facts.estate.fact(seenAt, 'securityGroups')), groupIdOf);
    const callers = browsed.has(service) ? anybodyPrivate : workloadsOf(vpc, need(facts.subnets));
    const rulesFor = (whom: Callers) =>
      Groups.map(({ GroupId = '' }) => {
        const group = rows.get(GroupId);
        if (group?.IpPermissions === undefined) return { unseen: GroupId, rules: [], doubts: [] };
        return { unseen: undefined, ...wideRules(group, whom, prefixListEntries(facts.estate.fact(seenAt, 'prefixLists'))) };
      });
    const seen = rulesFor(callers);
    // A rule that looks too wide may be there for callers that could not be read; one that admits anybody is too wide for all of them.
    const shared = vpc.owner !== facts.scope.account;
    const mayBeMore = callers !== anybodyPrivate && (shared || vpc.hidden !== undefined);
    const found = mayBeMore && tooWide(seen) ? rulesFor(anybodyPrivate) : seen;
    if (found !== seen && !tooWide(found)) {
      needAllWorkloads(vpc);
      return unknown(
        `${vpc.owner} shares ${vpc.vpcId}, and what looks too wide may be for workloads of others that it is shared with`,
        evidenceIn(seen),
      );
    }
    const [first, ...others] = evidenceIn(found);
    if (first !== undefined) {
      const why = [...new Set(found.flatMap(({ rules }) => rules).map((each) => each.why))];
      const more = why.length > 2 ? `, and ${why.length - 2} more` : '';
      return fail(`the group of the endpoint for ${service} admits too much: ${why.slice(0, 2).join('; ')}${more}`, [
        first,
        ...others.slice(0, shown - 1),
      ]);
    }
    const unseen = found.flatMap((each) => each.unseen ?? []);
    if (unseen.length > 0) return unknown(`the rules of ${unseen.join(', ')} are not visible here`);
    const doubts = found.flatMap((each) => each.doubts);
    if (doubts.length > 0) return unknown(`cannot tell whom the endpoint admits: ${sayDoubts(doubts)}`, [], [], gapsOf(doubts));
    const whom = browsed.has(service) ? 'private addresses' : 'workloads of the VPC';
    return pass(
      `the groups of the endpoint for ${service} admit nothing but TCP 443 from ${whom}`,
      Groups.map(({ GroupId = '' }): Evidence => {
        const count = rows.get(GroupId)?.IpPermissions?.length ?? 0;
        return { source, path: `${GroupId}: IpPermissions`, value: count === 1 ? '1 rule' : `${count} rules` };
      }),
    );
  },
});

type Found = readonly { readonly rules: readonly { readonly path: string; readonly value: Evidence['value'] }[] }[];

const evidenceIn = (found: Found): readonly Evidence[] =>
  found.flatMap(({ rules }) => rules).map(({ path, value }) => ({ source, path, value }));

const tooWide = (found: readonly { readonly rules: readonly unknown[] }[]): boolean => found.some(({ rules }) => rules.length > 0);

const anybodyPrivate: Callers = { groupIds: new Set(), addresses: undefined };

function workloadsOf({ used, classes }: UsedVpc, subnets: readonly Subnet[]): Callers {
  const rows = subnets.filter(({ SubnetId }) => used.includes(SubnetId ?? ''));
  return {
    groupIds: new Set(classes.flatMap(({ groupIds }) => groupIds)),
    addresses: { 4: union(rows.flatMap((row) => subnetAddresses(row, 4))), 6: union(rows.flatMap((row) => subnetAddresses(row, 6))) },
  };
}

const groupIdOf = (group: SecurityGroup): string | undefined => group.GroupId;
