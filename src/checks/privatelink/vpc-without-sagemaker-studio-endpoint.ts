import { missingEndpointCheck } from '../subjects/missing-endpoint-check.ts';

export default missingEndpointCheck({
  id: 'vpc-without-sagemaker-studio-endpoint',
  title: 'VPC of a Studio domain lacks a private endpoint for Studio',
  requirement: 'PL-3',
  service: 'studio',
  carries: 'the traffic between a browser and Studio, with everything that its users see and type',
  page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
  needs: ['domains'],
  consults: ['domains'],
});
