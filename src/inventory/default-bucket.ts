/** The bucket that the SDK of SageMaker and Studio use, and make where it is not there, when they are told no other. https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html */
export function defaultBucket({ account, region }: { readonly account: string; readonly region: string }): string {
  return `sagemaker-${region}-${account}`;
}
