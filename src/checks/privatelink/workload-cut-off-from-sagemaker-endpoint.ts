import type { Evidence } from '../../core/evidence.ts';
import { withDoubts, type Doubt } from '../../network/doubt.ts';
import { endpointReach, type EndpointReach } from '../../network/endpoints/endpoint-reach.ts';
import { networkSections } from '../../network/network-sections.ts';
import { workloadFacts, workloadSections, everyWorkloadOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { gapsOf, sayDoubts } from '../subjects/gaps-of.ts';
import { networkAt } from '../subjects/network-at.ts';
import { blockerEvidence, sayBlocker } from '../subjects/say-blocker.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadPlaces, type WorkloadPlace } from '../subjects/workload-places.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

/** What the code of workloads calls; the endpoints of Studio and notebooks are for browsers. */
const services = ['sagemaker.api', 'sagemaker.runtime'] as const;

export default defineCheck({
  id: 'workload-cut-off-from-sagemaker-endpoint',
  title: 'Workload cannot reach the private endpoint that answers for SageMaker',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['PL-8'],
  controls: [],
  description:
    'Where private DNS or a private hosted zone gives the name of SageMaker to an endpoint, it does so for every client of the VPC. A workload that the ' +
    'endpoint does not let in has no way around it: calls time out, also beside a NAT gateway. People then open groups to everything to make it work. ' +
    'Followed for every subnet that the workload may run in: its groups outwards, the group of the endpoint inwards (by address or by group), the ' +
    'network ACLs of both subnets, routes there and back, also to endpoints in other VPCs. Judged for the API and the runtime, where an endpoint ' +
    'answers for their names.',
  remediation:
    'Change the groups in place; rules apply to running interfaces at once: `aws ec2 authorize-security-group-ingress --group-id sg-ENDPOINT --protocol ' +
    'tcp --port 443 --source-group sg-WORKLOAD`, and `aws ec2 authorize-security-group-egress` the other way. Over a transit gateway or an appliance ' +
    'rules must name addresses, not groups.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  ],
  needs: workloadSections,
  consults: workloadFacts,
  across: networkSections,
  *resources(facts) {
    for (const workload of everyWorkloadOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const at = networkAt(facts);
    const { places, gaps, doubts: lost } = workloadPlaces(at, workload, 'code');
    let doubts: readonly Doubt[] = lost;
    const reached: { readonly place: WorkloadPlace; readonly answer: EndpointReach }[] = [];
    for (const place of places) {
      for (const service of services) {
        const answer = endpointReach(at.network, place.origin, service);
        const { verdict, name, path } = answer;
        if (name.resolvesTo === 'public' || name.resolvesTo === 'nothing') continue;
        if (verdict === 'nowhere') {
          const message = `calls to ${service} are stopped on the way to its endpoint by ${sayBlocker(answer)}${finishedSuffix(workload)}`;
          return fail(message, [placeEvidence(place), nameEvidence(answer), blockerEvidence(answer)], path);
        }
        if (verdict === 'undecided') doubts = withDoubts(doubts, answer.doubts);
        else reached.push({ place, answer });
      }
    }
    if (doubts.length + gaps.length > 0) {
      const [gap] = gaps;
      const why = gap === undefined ? sayDoubts(doubts) : `${gap.operation} (${gap.code})`;
      return unknown(
        `cannot tell whether ${sayWorkload(workload)} reaches the endpoints for SageMaker: ${why}`,
        [],
        [],
        [...gaps, ...gapsOf(doubts)],
      );
    }
    const [first] = reached;
    if (first === undefined) {
      if (places.length === 0) return notApplicable(`the code of the ${sayWorkload(workload)} is in no VPC of yours`);
      return notApplicable('no private endpoint answers for the names of SageMaker where it runs');
    }
    const evidence = reached.slice(0, services.length).flatMap(({ place, answer }) => [placeEvidence(place), nameEvidence(answer)]);
    return pass('every endpoint that answers for SageMaker can be reached', evidence, first.answer.path);
  },
});

function placeEvidence({ placement, subnetId }: WorkloadPlace): Evidence {
  return { source: placement.source, path: placement.subnetsPath, value: subnetId };
}

function nameEvidence({ name, endpoint }: EndpointReach): Evidence {
  return { source: 'ec2:DescribeVpcEndpoints', path: `${name.host} → ${endpoint ?? 'no endpoint'}`, value: name.why };
}
