import type { Evidence } from '../../core/evidence.ts';
import { known, need } from '../../inventory/fact.ts';
import { isServerless } from '../../workloads/endpoint-variants.ts';
import { endpointConfigWorkload } from '../../workloads/endpoint-config-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeEndpointConfig';

export default defineCheck({
  id: 'endpoint-variant-on-one-instance',
  title: 'Endpoint variant starts with one instance',
  severity: 'low',
  family: 'vpc-placement',
  requirements: [],
  controls: ['SecurityHub/SageMaker.4', 'Config/sagemaker-endpoint-config-prod-instance-count'],
  description:
    'SageMaker spreads the instances of a variant over Availability Zones; one instance stands in one of them, and the endpoint is gone when that is, or ' +
    'while the instance is replaced. Looked at: InitialInstanceCount of each production variant that runs on instances. Serverless variants have none.',
  remediation:
    'Create a new endpoint configuration with two instances or more a variant and call `aws sagemaker update-endpoint`; for an endpoint that runs, `aws ' +
    'sagemaker update-endpoint-weights-and-capacities` acts in place until its next configuration.',
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-4',
    'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-endpoint-config-prod-instance-count.html',
  ],
  needs: ['endpointConfigs'],
  *resources({ endpointConfigs, scope }) {
    for (const config of endpointConfigs) yield known({ resource: endpointConfigWorkload(config, scope).resource, about: config });
  },
  evaluate({ detail }) {
    const { ProductionVariants: variants } = need(detail);
    if (variants === undefined) return unknown('AWS named no variants of the configuration');
    const several: Evidence[] = [];
    const untold: Evidence[] = [];
    for (const [at, variant] of variants.entries()) {
      if (isServerless(variant)) continue;
      const { VariantName = '', InitialInstanceCount: count } = variant;
      const evidence = { source, path: `ProductionVariants[${at}].InitialInstanceCount (${VariantName})`, value: count ?? null };
      if (count === undefined) untold.push(evidence);
      else if (count > 1) several.push(evidence);
      else return fail(`a variant starts with ${count === 1 ? 'one instance' : 'no instance'}`, [evidence]);
    }
    if (untold.length > 0) return unknown('AWS did not say on how many instances a variant starts', untold);
    if (several.length === 0) return notApplicable('all variants are serverless: no instance of them can be counted');
    return pass('every variant starts with several instances', several);
  },
});
