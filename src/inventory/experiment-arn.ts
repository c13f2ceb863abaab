import type { StudioPlace } from './studio-arn.ts';

/**
 * The ARN of an inference experiment, which its list does not give.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-resources-for-iam-policies
 */
export function experimentArn(name: string | undefined, { partition, account, region }: StudioPlace): string {
  return `arn:${partition}:sagemaker:${region}:${account}:inference-experiment/${name ?? ''}`;
}
