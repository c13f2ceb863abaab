import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-create-outside-vpc',
  title: 'Principal may create SageMaker resources outside a VPC',
  severity: 'medium',
  guardrail: 'GRD-1',
  danger:
    'Whoever may create one resource without a VPC has a way to the internet for whatever data it can read, however closed the VPCs are. The ' +
    'condition key `sagemaker:VpcSubnets` can demand a VPC, for each of the nineteen actions that carry it.',
  remedy:
    'Deny, in a service control policy, all nineteen actions where `sagemaker:VpcSubnets` is missing: `"Null": {"sagemaker:VpcSubnets": "true"}`, ' +
    'with no second key under the same `Null`, since all keys there must be missing at once. Endpoint configurations that name models carry no ' +
    'subnets, and updates of domains and clusters need none: where you depend on these, leave them out of the Deny and mind the models.',
});
