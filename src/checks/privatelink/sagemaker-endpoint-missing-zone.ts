import type { Evidence } from '../../core/evidence.ts';
import { need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { endpointsFor, isAvailable } from '../../network/interface-endpoint.ts';
import { zoneOf } from '../../network/router.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { sagemakerEndpointSubjects } from '../subjects/sagemaker-endpoint-subjects.ts';
import { needAllWorkloads, vpcSubjects, type UsedVpc } from '../subjects/vpc-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeVpcEndpoints';

export default defineCheck({
  id: 'sagemaker-endpoint-missing-zone',
  title: 'Private endpoint for SageMaker has no interface in a zone in use',
  severity: 'low',
  family: 'privatelink',
  requirements: ['PL-7'],
  controls: [],
  description:
    'An endpoint has one interface in each Availability Zone that was chosen for it. Workloads in another zone depend on that zone, and pay for the ' +
    'way there; when it fails, they lose SageMaker although nothing of theirs has failed. AWS asks for the runtime endpoint in every zone from which ' +
    'it is called. Looked at: the zones of all subnets that workloads may run in; for the endpoints of Studio and of notebooks those of domains and ' +
    'notebook instances. Several endpoints for one service in a VPC count together.',
  remediation:
    'Change the endpoint in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-… --add-subnet-ids subnet-…` with one subnet of each zone that ' +
    'is missing.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints'],
  across: ['vpcEndpoints', 'subnets'],
  resources: (facts) => sagemakerEndpointSubjects(facts),
  evaluate({ endpoint, service, vpc, seenAt }, facts) {
    const id = endpoint.VpcEndpointId ?? '';
    const { State, SubnetIds } = endpoint;
    if (!isAvailable(endpoint)) return notApplicable(`the endpoint is ${State}`, [{ source, path: 'State', value: State ?? null }]);
    if (SubnetIds === undefined)
      return unknown('AWS did not say in which subnets the endpoint is', [{ source, path: 'SubnetIds', value: null }]);
    const rows = indexBy(need(facts.estate.fact(seenAt, 'subnets')), subnetIdOf);
    const siblings = endpointsFor(service, vpc.vpcId, facts.scope.region, need(facts.estate.fact(seenAt, 'vpcEndpoints'))).filter(
      isAvailable,
    );
    const own = siblings.flatMap((each) => each.SubnetIds ?? []);
    const zones = new Set(own.map((subnetId) => zoneIn(rows, subnetId)));
    const callers = service === 'studio' ? usersOf('domains') : service === 'notebook' ? usersOf('notebookInstances') : vpc;
    const users = callers.used;
    const evidence: Evidence = { source, path: `${id}: SubnetIds`, value: [...SubnetIds] };
    if (users.length === 0) needAllWorkloads(callers);
    if (users.length === 0) return notApplicable(`nothing in ${vpc.vpcId} is used through the endpoint for ${service}`, [evidence]);
    const bare = users.filter((subnetId) => rows.has(subnetId) && !zones.has(zoneIn(rows, subnetId)));
    const missing = [...new Set(bare.map((subnetId) => zoneIn(rows, subnetId) ?? 'an unnamed zone'))].sort();
    if (own.some((subnetId) => !rows.has(subnetId)) && missing.length > 0) {
      return unknown(`cannot tell in which zones ${id} is: not all of its subnets are visible to this account`, [evidence]);
    }
    if (missing.length === 0) needAllWorkloads(callers);
    if (missing.length === 0) return pass(`the endpoint for ${service} has an interface in every zone in use`, [evidence]);
    return fail(`the endpoint for ${service} has no interface in ${missing.join(', ')}, where workloads may run`, [
      evidence,
      ...bare.slice(0, 4).map((subnetId): Evidence => ({
        source: 'ec2:DescribeSubnets',
        path: `${subnetId}: AvailabilityZoneId`,
        value: zoneIn(rows, subnetId) ?? null,
      })),
    ]);

    function usersOf(section: 'domains' | 'notebookInstances'): Pick<UsedVpc, 'used' | 'hidden'> {
      need<unknown>(facts[section]);
      const only = { [section]: facts[section], subnets: facts.subnets, scope: facts.scope };
      const subjects = [...vpcSubjects(only)];
      const used = subjects.flatMap((each) => (each.known && each.value.about.vpcId === vpc.vpcId ? each.value.about.used : []));
      return { used, hidden: subjects.find((each) => !each.known)?.gap };
    }
  },
});

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;

function zoneIn(rows: ReadonlyMap<string, Subnet>, subnetId: string): string | undefined {
  const row = rows.get(subnetId);
  return row === undefined ? undefined : zoneOf(row);
}
