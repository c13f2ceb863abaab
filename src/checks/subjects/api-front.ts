/** What an API calls, with what it has been asked. */
export type Backend =
  /** An endpoint of SageMaker, as this role. */
  | { readonly kind: 'endpoint'; readonly roleArn: string | undefined }
  /** A function of Lambda; its ARN without version or alias. */
  | { readonly kind: 'function'; readonly arn: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'other' };

/**
 * What the integration of a method or route leads to.
 *
 * @param uri `arn:aws:apigateway:REGION:SERVICE:path/…` or `…:action/…`; of HTTP APIs, the ARN of a function
 * https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
 */
export function backendOf(uri: string | undefined, roleArn: string | undefined): Backend {
  if (uri === undefined) return { kind: 'other' };
  if (/^arn:[^:]+:apigateway:[^:]*:runtime\.sagemaker:/.test(uri)) return { kind: 'endpoint', roleArn };
  const named = /(arn:[^:]+:lambda:[^:]*:\d{12}:function:)([^:/]+)/.exec(uri);
  if (named !== null) {
    const [, start = '', name = ''] = named;
    if (!name.includes('$')) return { kind: 'function', arn: `${start}${name}` };
  }
  if (/:lambda:/.test(uri)) return { kind: 'unknown', reason: 'which function it calls hangs on a stage' };
  return { kind: 'other' };
}
