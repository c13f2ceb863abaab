import check from '../../../src/checks/guardrails/principal-may-create-unencrypted-container-traffic.ts';
import { testGuardrail } from '../../support/guardrail-scenarios.ts';
import { deny } from '../../support/principals.ts';

testGuardrail(check, {
  requirement: 'GRD-6',
  closed: [deny(['sagemaker:Create*', 'sagemaker:Update*'], { BoolIfExists: { 'sagemaker:InterContainerTrafficEncryption': 'false' } })],
  says: 'may create an AutoML job whose containers talk in clear',
});
