import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { missingEndpointCheck } from '../subjects/missing-endpoint-check.ts';

export default missingEndpointCheck({
  id: 'vpc-without-sagemaker-api-endpoint',
  title: 'VPC with workloads lacks a private endpoint for the SageMaker API',
  requirement: 'PL-1',
  service: 'sagemaker.api',
  carries: 'every call to the SageMaker API (creating jobs, reading their state, minting URLs)',
  page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
  needs: placementSections,
  consults: placementFacts,
});
