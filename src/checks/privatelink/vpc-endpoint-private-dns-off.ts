import type { Evidence } from '../../core/evidence.ts';
import { need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { VpcDnsAttributes } from '../../inventory/sections/vpc-dns-attributes.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { formsOf, servesForm, type ServiceForm } from '../../network/endpoints/aws-service.ts';
import { resolveName } from '../../network/endpoints/resolve-name.ts';
import { isAvailable, type SageMakerService } from '../../network/interface-endpoint.ts';
import { networkSections } from '../../network/network-sections.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { gapsOf, sayDoubts } from '../subjects/gaps-of.ts';
import { networkAt, type NetworkAt } from '../subjects/network-at.ts';
import { sagemakerEndpointSubjects } from '../subjects/sagemaker-endpoint-subjects.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';

const source = 'ec2:DescribeVpcEndpoints';
const attributesSource = 'ec2:DescribeVpcAttribute';

/** https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html#concepts-vpc-endpoints */
const idleStates = new Set(['pendingacceptance', 'pending', 'deleting', 'deleted', 'rejected', 'failed', 'expired']);

export default defineCheck({
  id: 'vpc-endpoint-private-dns-off',
  title: 'Private endpoint for SageMaker is passed by, for lack of private DNS',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['PL-6'],
  controls: [],
  description:
    'SDKs, browsers and SageMaker itself use the public name of a service. It leads to the endpoint only where private DNS is on for the endpoint ' +
    'and the VPC resolves names (enableDnsSupport and enableDnsHostnames). Otherwise the name leads to public addresses: traffic leaves through a ' +
    'NAT or internet gateway although an endpoint is there, or fails. A private hosted zone of your own does the same where its records ' +
    'lead all names of the service to an endpoint.',
  remediation:
    'Can be changed in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id … --private-dns-enabled`, and `aws ec2 modify-vpc-attribute` with ' +
    '`--enable-dns-support` and `--enable-dns-hostnames` (one call each).',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints'],
  across: networkSections,
  resources: (facts) => sagemakerEndpointSubjects(facts),
  evaluate({ endpoint, service, vpc, seenAt }, facts) {
    const { scope, estate } = facts;
    const { VpcEndpointId = '', VpcId = '', PrivateDnsEnabled, State } = endpoint;
    const evidence = { source, path: `${VpcEndpointId}: PrivateDnsEnabled`, value: PrivateDnsEnabled ?? null };
    if (!isAvailable(endpoint)) {
      const state = [{ source, path: 'State', value: State ?? null }];
      if (idleStates.has(String(State).toLowerCase())) return notApplicable(`the endpoint is ${State}: it serves nobody`, state);
      return unknown(
        `this version does not know whether an endpoint in the state ${State ?? 'that AWS did not tell'} serves anybody`,
        state,
      );
    }
    if (PrivateDnsEnabled === undefined) return unknown('AWS did not say whether private DNS is on', [evidence]);
    if (!PrivateDnsEnabled) return byZones(endpoint, service, networkAt(facts), evidence);
    const row = indexBy(need(estate.fact(seenAt, 'vpcDnsAttributes')), vpcIdOf).get(VpcId);
    if (row === undefined) {
      const whose = vpc.owner === scope.account ? 'did not list it' : `is not its owner (${vpc.owner})`;
      return unknown(`cannot tell whether ${VpcId} resolves names: this account ${whose}`, [evidence]);
    }
    const { EnableDnsSupport, EnableDnsHostnames } = need(row.detail);
    for (const [name, attribute] of Object.entries({ EnableDnsSupport, EnableDnsHostnames })) {
      if (attribute?.Value !== false) continue;
      return fail(`${VpcId} has ${name} off: private DNS of the endpoint has no effect`, [
        { source: attributesSource, path: `${VpcId}: ${name}.Value`, value: false },
        evidence,
      ]);
    }
    if (EnableDnsSupport?.Value !== true || EnableDnsHostnames?.Value !== true) {
      return unknown(`AWS did not say whether ${VpcId} resolves names`, [evidence]);
    }
    return pass(`the name of ${service} leads to the endpoint`, [evidence]);
  },
});

/** Without private DNS the name leads to an endpoint only by a private hosted zone. */
function byZones(endpoint: VpcEndpoint, service: SageMakerService, { network, place }: NetworkAt, off: Evidence): Verdict {
  const form = formsOf(service, place.region).find((each) => servesForm(endpoint, each));
  for (const host of form?.hosts ?? []) {
    const answer = resolveName(network, place, endpoint.VpcId ?? '', form as ServiceForm, host);
    if (answer.kind === 'endpoint') continue;
    const said: Evidence = { source: 'route53:ListHostedZonesByVPC', path: host, value: answer.why };
    if (answer.kind === 'unknown') {
      const message = `private DNS is off, and cannot tell whether a private hosted zone stands for ${service}: ${sayDoubts(answer.doubts)}`;
      return unknown(message, [off], [], gapsOf(answer.doubts));
    }
    if (answer.kind === 'public')
      return fail(`private DNS is off, and no private hosted zone stands for it: the name of ${service} leads past the endpoint`, [
        off,
        said,
      ]);
    return fail(`private DNS is off, and the private hosted zone for ${service} leads to no endpoint`, [off, said]);
  }
  return pass(`private DNS is off, and a private hosted zone leads the name of ${service} to an endpoint`, [
    off,
    ...(form?.hosts ?? []).map((host): Evidence => {
      const { why } = resolveName(network, place, endpoint.VpcId ?? '', form as ServiceForm, host);
      return { source: 'route53:ListResourceRecordSets', path: host, value: why };
    }),
  ]);
}

const vpcIdOf = (row: VpcDnsAttributes): string | undefined => row.summary.VpcId;
