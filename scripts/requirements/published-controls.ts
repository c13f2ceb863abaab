import type { RequirementId } from '../../src/core/requirement.ts';

/** A control of Security Hub, or a rule of AWS Config that Security Hub does not have. */
export interface PublishedControl {
  /** Security Hub's id, such as `SageMaker.1`; undefined for a rule of Config alone. */
  readonly securityHub?: string;
  readonly configRule: string;
  readonly asks: string;
  readonly requirements: readonly RequirementId[];
  /** Why it is no question of network or infrastructure, where it is none. */
  readonly apart?: string;
}

const tags = 'about tags and descriptions, not network or infrastructure';

/**
 * https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html
 * https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */
export const publishedControls: readonly PublishedControl[] = [
  hub(1, 'notebook-no-direct-internet-access', 'notebook instance without direct internet access', ['EGR-1']),
  hub(2, 'notebook-instance-inside-vpc', 'notebook instance in a VPC', ['VPC-1']),
  hub(3, 'notebook-instance-root-access-check', 'notebook instance without root access', ['ROOT-1']),
  hub(4, 'endpoint-config-prod-instance-count', 'production variants on more than one instance', []),
  hub(5, 'model-isolation-enabled', 'model isolated', ['ISO-2']),
  hub(6, 'app-image-config-tagged', 'app image configuration tagged', [], tags),
  hub(7, 'image-tagged', 'image tagged', [], tags),
  hub(8, 'notebook-instance-platform-version', 'notebook instance on a supported platform', ['ROOT-6']),
  hub(9, 'data-quality-job-encrypt-in-transit', 'data quality definition encrypts between instances', ['ISO-8']),
  hub(10, 'model-explainability-job-encrypt-in-transit', 'explainability definition encrypts between instances', ['ISO-8']),
  hub(11, 'data-quality-job-isolation', 'data quality definition isolated', ['ISO-7']),
  hub(12, 'model-bias-job-isolation', 'bias definition isolated', ['ISO-7']),
  hub(13, 'model-quality-job-encrypt-in-transit', 'model quality definition encrypts between instances', ['ISO-8']),
  hub(14, 'monitoring-schedule-isolation', 'monitoring schedule isolated', ['ISO-6']),
  hub(15, 'model-bias-job-encrypt-in-transit', 'bias definition encrypts between instances', ['ISO-8']),
  hub(16, 'model-private-registry-required', 'container of a model from a private registry in the VPC', ['EGR-12']),
  hub(17, 'featuregroup-encryption-at-rest', 'offline store of a feature group with a KMS key', []),
  hub(18, 'featuregroup-online-store-encryption', 'online store of a feature group with a KMS key', []),
  hub(19, 'model-multicontainer-private-registry', 'every container of a model from a private registry in the VPC', ['EGR-12']),
  hub(20, 'model-explainability-job-network-isolation', 'explainability definition isolated', ['ISO-7']),
  hub(21, 'notebook-instance-storage-vol-kms-encrypted', 'volume of a notebook instance with a KMS key', []),
  hub(22, 'monitoring-schedule-traffic-encryption', 'monitoring schedule encrypts between instances', ['ISO-8']),
  hub(23, 'inf-experiment-instance-storage-kms-encrypted', 'instances of an inference experiment with a KMS key', []),
  hub(24, 'inf-experiment-data-storage-kms-encrypted', 'data of an inference experiment with a KMS key', []),
  hub(25, 'model-quality-job-definition-isolation', 'model quality definition isolated', ['ISO-7']),
  config('domain-in-vpc', 'Studio domain VpcOnly', ['VPC-2']),
  config('model-in-vpc', 'model in a VPC', ['VPC-6']),
  config('endpoint-configuration-kms-key-configured', 'endpoint configuration with a KMS key', []),
  config('endpoint-config-kms-key-required', 'endpoint configuration with a KMS key', []),
  config('notebook-instance-kms-key-configured', 'notebook instance with a KMS key', []),
  config('domain-tagged', 'domain tagged', [], tags),
  config('feature-group-tagged', 'feature group tagged', [], tags),
  config('featuregroup-description', 'feature group described', [], tags),
  config('image-description', 'image described', [], tags),
  config('inferenceexperiment-tagged', 'inference experiment tagged', [], tags),
];

function hub(number: number, rule: string, asks: string, requirements: readonly RequirementId[], apart?: string): PublishedControl {
  return { securityHub: `SageMaker.${number}`, ...config(rule, asks, requirements, apart) };
}

function config(rule: string, asks: string, requirements: readonly RequirementId[], apart?: string): PublishedControl {
  return { configRule: `sagemaker-${rule}`, asks, requirements, ...(apart === undefined ? {} : { apart }) };
}
