/** Calls that IAM's permissions are not named after. */
const otherNames: Readonly<Record<string, string>> = {
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:HeadBucket': 's3:ListBucket',
};

/**
 * The permission in IAM that allows a call. Nearly all are named as the operation is; API Gateway has one for each HTTP method.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
 *
 * @param operation such as `s3:ListBuckets`
 */
export function permissionFor(operation: string): string {
  return operation.startsWith('apigateway:') ? 'apigateway:GET' : (otherNames[operation] ?? operation);
}
