import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-use-any-subnet',
  title: 'Principal may put workloads into any subnet or security group',
  severity: 'low',
  guardrail: 'GRD-8',
  danger:
    'A VPC alone closes nothing: a workload in a subnet with a way to the internet, or with an open security group, is as open as one without. The ' +
    'question is asked with a subnet and a group that no policy can have meant: where these pass, all do.',
  remedy:
    'Deny the actions with `"ForAnyValue:StringNotEquals": {"sagemaker:VpcSubnets": [approved subnets]}`, and likewise for ' +
    '`sagemaker:VpcSecurityGroupIds`. In an Allow, `ForAllValues:StringEquals` needs `"Null": {"sagemaker:VpcSubnets": "false"}` beside it.',
});
