import { missingEndpointCheck } from '../subjects/missing-endpoint-check.ts';

export default missingEndpointCheck({
  id: 'vpc-without-sagemaker-runtime-endpoint',
  title: 'VPC with workloads lacks a private endpoint for the SageMaker runtime',
  requirement: 'PL-2',
  service: 'sagemaker.runtime',
  carries: 'every invocation of an endpoint, with the data in it',
});
