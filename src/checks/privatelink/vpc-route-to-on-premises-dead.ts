import type { Evidence } from '../../core/evidence.ts';
import type { PathStep } from '../../core/path-step.ts';
import { withDoubts, type Doubt } from '../../network/doubt.ts';
import { onPremisesOf } from '../../network/endpoints/on-premises.ts';
import { networkSections } from '../../network/network-sections.ts';
import { placedOrigin } from '../../network/origin.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { gapsOf, sayDoubts } from '../subjects/gaps-of.ts';
import { networkAt } from '../subjects/network-at.ts';
import { needAllWorkloads, vpcSubjects } from '../subjects/vpc-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeRouteTables';

export default defineCheck({
  id: 'vpc-route-to-on-premises-dead',
  title: 'Route between workloads and networks on premises leads nowhere',
  severity: 'info',
  family: 'privatelink',
  requirements: ['PL-11'],
  controls: [],
  description:
    'People on premises reach Studio, notebooks and private endpoints by a VPN or Direct Connect to the VPC, or over the internet where there is none. ' +
    'A route to such a gateway that has become a blackhole takes their traffic and drops it. A pass states the way that is there, by the gateway at ' +
    'its end, and what lies behind it is not seen. It is also the way by which data can leave to networks of your own.',
  remediation:
    'Attach the gateway again, or remove the route, in place: `aws ec2 delete-route --route-table-id rtb-… --destination-cidr-block …`, and create one to ' +
    'the gateway that is in use.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpn-connections.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets'],
  across: networkSections,
  resources: (facts) => vpcSubjects(facts),
  evaluate(vpc, facts) {
    const { vpcId, classes } = vpc;
    const { network, place } = networkAt(facts);
    const ways = new Map<string, readonly PathStep[]>();
    let doubts: readonly Doubt[] = [];
    const seen = new Set<string>();
    for (const { subnetId, groupIds } of classes) {
      if (seen.has(subnetId)) continue;
      seen.add(subnetId);
      const origin = placedOrigin(network, place, subnetId, groupIds, false);
      if (origin.value === undefined) {
        doubts = withDoubts(doubts, [origin.doubt]);
        continue;
      }
      const found = onPremisesOf(network, origin.value);
      const [dead] = found.dead;
      if (dead !== undefined) {
        return fail(
          `a route of ${vpcId} towards networks on premises is a blackhole`,
          [{ source, path: dead.step.id, value: dead.step.detail }],
          dead.path,
        );
      }
      for (const { id, path } of found.ways) ways.set(id, ways.get(id) ?? path);
      doubts = withDoubts(doubts, found.doubts);
    }
    needAllWorkloads(vpc);
    const [first] = ways;
    if (first !== undefined) {
      const evidence = [...ways].flatMap(([, path]) =>
        path
          .filter(({ kind }) => kind === 'route')
          .slice(0, 1)
          .map((step): Evidence => ({ source, path: step.id, value: step.detail })),
      );
      return pass(`${vpcId} is joined to networks on premises by ${[...ways.keys()].sort().join(', ')}`, evidence, first[1]);
    }
    if (doubts.length > 0)
      return unknown(`cannot tell whether ${vpcId} is joined to networks on premises: ${sayDoubts(doubts)}`, [], [], gapsOf(doubts));
    return notApplicable(`no route of workloads in ${vpcId} leads to networks on premises`);
  },
});
