import type { Evidence } from '../../core/evidence.ts';
import { eachKnown, need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const sections = ['endpoints', 'domains'] as const;
const source = 'ec2:DescribeSubnets';

export default defineCheck({
  id: 'workload-in-one-zone',
  title: 'Endpoint or domain stands in one Availability Zone',
  severity: 'low',
  family: 'vpc-placement',
  requirements: ['VPC-15'],
  controls: [],
  description:
    'An endpoint whose subnets all lie in one Availability Zone goes down with it, and so do the apps of a domain. AWS asks for subnets in at least two ' +
    'zones for hosted models, and for several for a domain. Looked at: the zones of the subnets that the configuration, its models and components, or the ' +
    'domain names; each placement by itself.',
  remediation:
    'Domain: add subnets in place, `aws sagemaker update-domain --subnet-ids …`. Endpoint: create a new model (or, for inference components, a new ' +
    'endpoint configuration) whose VpcConfig names subnets in two zones, and call `aws sagemaker update-endpoint`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
  ],
  needs: sections,
  consults: [...sections, 'endpointConfigs', 'inferenceComponents', 'models', 'subnets'],
  *resources({ endpoints, endpointConfigs, inferenceComponents, models, domains, scope }) {
    const facts = { endpoints, endpointConfigs, inferenceComponents, models, domains };
    for (const workload of workloadsOf(facts, scope)) if (workload.kind !== 'model') yield workloadSubject(workload);
  },
  evaluate(workload, { subnets }) {
    const what = sayWorkload(workload);
    const spread: Evidence[] = [];
    const reasons: string[] = [];
    for (const { subnetIds, of } of eachKnown(workload.placements)) {
      const rows = indexBy(need(subnets), subnetIdOf);
      const zones = subnetIds.map((id) => rows.get(id)?.AvailabilityZoneId ?? rows.get(id)?.AvailabilityZone);
      const known = new Set(zones.filter((zone) => zone !== undefined));
      const evidence = { source, path: `${subnetIds.join(', ')}: AvailabilityZoneId`, value: [...known] };
      if (known.size > 1) spread.push(evidence);
      else if (zones.includes(undefined)) reasons.push(`one of ${subnetIds.join(', ')} does not exist any more`);
      else {
        const through = of === workload.resource.name ? '' : ` (through ${of})`;
        return fail(`${what} stands in ${[...known].join()} alone${through}`, [evidence]);
      }
    }
    const undecided = unresolvedVerdict(workload, `in which zones the ${what} stands`);
    if (undecided !== undefined) return undecided;
    const [reason] = reasons;
    if (reason !== undefined) return unknown(`cannot tell in which zones the ${what} stands: ${reason}`);
    if (spread.length === 0) return notApplicable(`${what} is in no VPC of yours: SageMaker chooses its zones`);
    return pass(`${what} stands in several zones`, spread);
  },
});

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
