import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-create-public-domain',
  title: 'Principal may create a Studio domain with public internet',
  severity: 'medium',
  guardrail: 'GRD-2',
  danger: 'A Studio domain that is not `VpcOnly` sends what its users do over a network of SageMaker, past every control of a VPC.',
  remedy:
    'Deny `sagemaker:CreateDomain` unless `sagemaker:AppNetworkAccessType` is `VpcOnly` (`StringNotEquals`, which also meets a request that leaves ' +
    'it out), and `sagemaker:UpdateDomain` where it is `PublicInternetOnly`.',
});
