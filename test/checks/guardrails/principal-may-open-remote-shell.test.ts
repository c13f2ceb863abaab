import check from '../../../src/checks/guardrails/principal-may-open-remote-shell.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

testGuardrail(check, {
  requirement: 'GRD-7',
  closed: [
    deny(['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'], { Bool: { 'sagemaker:EnableRemoteDebug': 'true' } }),
    deny(['sagemaker:CreateSpace', 'sagemaker:UpdateSpace'], { StringEquals: { 'sagemaker:RemoteAccess': 'ENABLED' } }),
  ],
  says: 'may create a training job with a remote shell',
  fail: [
    [
      'a Deny on the wrong action of a key that it lacks',
      lone(
        roleWith('r', [
          allow(['sagemaker:CreateTrainingJob', 'iam:PassRole']),
          deny('sagemaker:CreateProcessingJob', { Bool: { 'sagemaker:EnableRemoteDebug': 'true' } }),
        ]),
      ),
      'r',
      { says: 'sagemaker:EnableRemoteDebug=true' },
    ],
  ],
});
