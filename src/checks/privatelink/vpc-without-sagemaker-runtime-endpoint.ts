import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { missingEndpointCheck } from '../subjects/missing-endpoint-check.ts';

export default missingEndpointCheck({
  id: 'vpc-without-sagemaker-runtime-endpoint',
  title: 'VPC with workloads lacks a private endpoint for the SageMaker runtime',
  requirement: 'PL-2',
  service: 'sagemaker.runtime',
  carries: 'every invocation of an endpoint, with the data in it',
  page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
  needs: placementSections,
  consults: placementFacts,
});
