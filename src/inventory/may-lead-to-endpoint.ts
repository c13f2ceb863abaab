import type { RestApi } from './sections/rest-apis.ts';

/** Has a REST API that more than VPCs can call a method, as far as these were read, that calls SageMaker or a function? */
export function mayLeadToEndpoint({ summary, detail }: RestApi): boolean {
  const types = summary.endpointConfiguration?.types ?? [];
  if (types.length > 0 && types.every((type) => type === 'PRIVATE')) return false;
  return (
    detail.known && detail.value.Methods.some(({ methodIntegration }) => /:lambda:|:runtime\.sagemaker:/.test(methodIntegration?.uri ?? ''))
  );
}
