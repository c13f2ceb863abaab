/** Where a Studio resource lives. */
export interface StudioPlace {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/**
 * The ARN of a user profile or a space, which their lists do not give. SageMaker writes the names of its resources in lower case there.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-resources-for-iam-policies
 */
export function studioArn(
  kind: 'user-profile' | 'space',
  domainId: string | undefined,
  name: string | undefined,
  { partition, account, region }: StudioPlace,
): string {
  return `arn:${partition}:sagemaker:${region}:${account}:${kind}/${domainId ?? ''}/${(name ?? '').toLowerCase()}`;
}
