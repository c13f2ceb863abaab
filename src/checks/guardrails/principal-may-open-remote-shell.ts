import { guardrailCheck } from '../subjects/guardrail-check.ts';

export default guardrailCheck({
  id: 'principal-may-open-remote-shell',
  title: 'Principal may open a remote shell into jobs or spaces',
  severity: 'low',
  guardrail: 'GRD-7',
  danger:
    'Remote debugging of a training job and remote access to a Studio space are ways in, and out, that no security group sees. Both are off unless ' +
    'a request turns them on. For the shells of endpoints (`EnableSSMAccess`) there is no condition key.',
  remedy:
    'Deny `sagemaker:CreateTrainingJob` and `sagemaker:UpdateTrainingJob` with `"Bool": {"sagemaker:EnableRemoteDebug": "true"}`, and ' +
    '`sagemaker:CreateSpace` and `sagemaker:UpdateSpace` with `"StringEquals": {"sagemaker:RemoteAccess": "ENABLED"}`.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html'],
});
