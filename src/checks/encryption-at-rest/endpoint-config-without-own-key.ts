import { known, need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { ownKeyVerdict, takesNoKey } from '../subjects/own-key-verdict.ts';
import { notApplicable } from '../verdict.ts';

const source = 'sagemaker:DescribeEndpointConfig';

export default defineCheck({
  id: 'endpoint-config-without-own-key',
  title: 'Volumes of an endpoint have no KMS key of yours',
  severity: 'medium',
  family: 'encryption-at-rest',
  requirements: [],
  controls: ['Config/sagemaker-endpoint-configuration-kms-key-configured', 'Config/sagemaker-endpoint-config-kms-key-required'],
  description:
    'The instances of an endpoint keep models, and what containers write, on volumes. These are always encrypted; with a KMS key of your own you decide ' +
    'who may use it and can end all uses at once. Serverless variants have no volume of yours, and instances with disks of their own (such as g5 or ' +
    'p4d) encrypt these in hardware and take no key.',
  remediation:
    'A configuration cannot be changed: create a new one with `--kms-key-id`, and call `aws sagemaker update-endpoint`, which moves over without downtime.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-endpoint-configuration-kms-key-configured.html',
  ],
  needs: ['endpointConfigs'],
  *resources({ endpointConfigs, scope: { account, region } }) {
    for (const config of endpointConfigs) {
      const { EndpointConfigName: name = '', EndpointConfigArn: arn = '' } = config.summary;
      yield known({ resource: { type: 'AWS::SageMaker::EndpointConfig', name, arn, account, region }, about: config });
    }
  },
  evaluate(config) {
    const { KmsKeyId, ProductionVariants, ShadowProductionVariants } = need(config.detail);
    const variants = [...(ProductionVariants ?? []), ...(ShadowProductionVariants ?? [])];
    const onInstances = variants.filter(({ ServerlessConfig }) => ServerlessConfig === undefined);
    if (variants.length > 0 && onInstances.length === 0)
      return notApplicable('its variants are serverless: there is no volume to give a key to');
    const verdict = ownKeyVerdict({ key: KmsKeyId, source, path: 'KmsKeyId', what: 'storage of the endpoint' });
    if (verdict.status === 'pass') return verdict;
    const types = onInstances.flatMap(({ InstanceType }) => InstanceType ?? []);
    return takesNoKey(types.length === onInstances.length ? types : [], source, 'ProductionVariants[].InstanceType') ?? verdict;
  },
});
