import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-create-without-isolation',
  title: 'Principal may create containers without network isolation',
  severity: 'low',
  guardrail: 'GRD-4',
  danger:
    'Without network isolation a container can call out, and holds credentials of its role. The condition key `sagemaker:NetworkIsolation` can ' +
    'demand it for eleven actions; AutoML jobs and notebook instances know no such key.',
  remedy:
    'Deny the eleven actions with `"BoolIfExists": {"sagemaker:NetworkIsolation": "false"}`, which also meets a request that leaves it out.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html'],
});
