import { missingEndpointCheck } from '../subjects/missing-endpoint-check.ts';

export default missingEndpointCheck({
  id: 'vpc-without-sagemaker-notebook-endpoint',
  title: 'VPC of notebook instances lacks a private endpoint for notebooks',
  requirement: 'PL-4',
  service: 'notebook',
  carries: 'the traffic between a browser and a notebook instance, with everything that its user sees and types',
  page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-interface-endpoint.html',
  needs: ['notebookInstances'],
  consults: ['notebookInstances'],
});
