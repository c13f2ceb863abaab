import type { Evidence } from '../../core/evidence.ts';
import { need } from '../../inventory/fact.ts';
import type { RouteTable } from '../../inventory/sections/route-tables.ts';
import type { Doubt } from '../../network/doubt.ts';
import { formsOf, servesForm } from '../../network/endpoints/aws-service.ts';
import { homeOfVpc } from '../../network/endpoints/home-of-vpc.ts';
import { resolveName } from '../../network/endpoints/resolve-name.ts';
import { vpcEndpointsOf, type FoundEndpoint } from '../../network/endpoints/vpc-endpoints-of.ts';
import { isAvailable } from '../../network/interface-endpoint.ts';
import { networkSections } from '../../network/network-sections.ts';
import { routerOf } from '../../network/router.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { gapsOf, sayDoubts } from '../subjects/gaps-of.ts';
import { networkAt, type NetworkAt } from '../subjects/network-at.ts';
import { needAllWorkloads, vpcSubjects, type UsedVpc } from '../subjects/vpc-subjects.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';

const source = 'ec2:DescribeVpcEndpoints';

export default defineCheck({
  id: 'vpc-without-s3-endpoint',
  title: 'Route table of workloads has no endpoint for S3',
  severity: 'medium',
  family: 'vpc-placement',
  requirements: ['VPC-17'],
  controls: [],
  description:
    'Training data, models and artifacts are in S3. Without an endpoint they go over public addresses, through a NAT or internet gateway, where no ' +
    'endpoint policy can say whose buckets may be used; or, in a closed VPC, not at all. A gateway endpoint works only for the route tables it is ' +
    'associated with. Looked at: the table of every subnet that workloads may run in, the main table where a subnet has none of its own. An ' +
    'interface endpoint for S3 does as well where private DNS or a private hosted zone gives its names, those of buckets included, to the VPC.',
  remediation:
    'Change the endpoint in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-… --add-route-table-ids rtb-…`; without one, ' +
    '`aws ec2 create-vpc-endpoint --vpc-endpoint-type Gateway --service-name com.amazonaws.REGION.s3 --route-table-ids rtb-…`. A gateway endpoint ' +
    'costs nothing. Its policy must keep what SageMaker itself reads, such as `jumpstart-cache-prod-REGION` and ' +
    '`prod-REGION-starport-layer-bucket` (the layers of container images).',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints'],
  across: networkSections,
  resources: (facts) => vpcSubjects(facts),
  evaluate(vpc, facts) {
    const at = networkAt(facts);
    need(facts.vpcEndpoints);
    const { lacking, covered, doubts } = tablesOf(vpc, at);
    if (lacking.size > 0) return byName(vpc, at, lacking);
    if (doubts.length > 0)
      return unknown(`cannot tell which routes workloads in ${vpc.vpcId} use: ${sayDoubts(doubts)}`, [], [], gapsOf(doubts));
    needAllWorkloads(vpc);
    return pass(`every route table of workloads in ${vpc.vpcId} has an endpoint for S3`, [...covered.values()]);
  },
});

interface Tables {
  /** The tables in use without a gateway endpoint, each with a subnet that uses it. */
  readonly lacking: ReadonlyMap<string, string>;
  readonly covered: ReadonlyMap<string, Evidence>;
  readonly doubts: readonly Doubt[];
}

function tablesOf({ used, vpcId }: UsedVpc, { network, place }: NetworkAt): Tables {
  const lacking = new Map<string, string>();
  const covered = new Map<string, Evidence>();
  const doubts: Doubt[] = [];
  const [form] = formsOf('s3', place.region);
  const gateways = vpcEndpointsOf(network, vpcId).filter(({ row }) => row.VpcEndpointType === 'Gateway' && servesForm(row, form));
  for (const subnetId of used) {
    const router = routerOf(network, place, subnetId);
    const table = router.value === undefined ? router : router.value.table;
    if (table.value === undefined) {
      doubts.push(table.doubt);
      continue;
    }
    const id = table.value.RouteTableId ?? '';
    const gateway = gatewayOf(table.value, gateways);
    if (gateway === undefined) lacking.set(id, lacking.get(id) ?? subnetId);
    else covered.set(id, { source, path: `${gateway}: RouteTableIds`, value: id });
  }
  return { lacking, covered, doubts };
}

/** The gateway endpoint of a table: by its own list of tables, or by the route that it has put there. */
function gatewayOf(table: RouteTable, gateways: readonly FoundEndpoint[]): string | undefined {
  const found = gateways.find(({ row }) => {
    const routed = (table.Routes ?? []).some(({ GatewayId, State }) => GatewayId === row.VpcEndpointId && State !== 'blackhole');
    return isAvailable(row) && (routed || (row.RouteTableIds ?? []).includes(table.RouteTableId ?? ''));
  });
  return found?.row.VpcEndpointId;
}

/** Without a gateway endpoint everything hangs on the names of S3, which an interface endpoint may have. */
function byName({ vpcId, users, owner }: UsedVpc, { network, place }: NetworkAt, lacking: ReadonlyMap<string, string>): Verdict {
  const tables = [...lacking].map(([id, subnetId]): Evidence => ({
    source: 'ec2:DescribeRouteTables',
    path: `${id}: Routes (of ${subnetId})`,
    value: 'no route to a gateway endpoint for S3',
  }));
  const [form] = formsOf('s3', place.region);
  const names = form.hosts.map((host) => ({ host, answer: resolveName(network, place, vpcId, form, host) }));
  const said = names.map(({ host, answer }): Evidence => ({ source, path: host, value: answer.why }));
  if (names.every(({ answer }) => answer.kind === 'endpoint')) return pass(`an interface endpoint answers for S3 in all of ${vpcId}`, said);
  if (homeOfVpc(network, place, vpcId).place === undefined) {
    return unknown(`${vpcId} belongs to ${owner}, which alone sees all of its endpoints`, tables);
  }
  const doubts = names.flatMap(({ answer }) => (answer.kind === 'unknown' ? answer.doubts : []));
  const ids = [...lacking.keys()].sort().join(', ');
  if (doubts.length > 0) {
    return unknown(
      `${ids} has no gateway endpoint for S3, and cannot tell what its names lead to: ${sayDoubts(doubts)}`,
      tables,
      [],
      gapsOf(doubts),
    );
  }
  const [first, ...others] = tables;
  const workloads = users.count === 1 ? '1 workload' : `${users.count} workloads`;
  return fail(`${ids} in ${vpcId} has no endpoint for S3, and ${workloads} may run there`, [
    first as Evidence,
    ...others,
    ...said.slice(0, 1),
    ...users.evidence,
  ]);
}
