import check from '../../../src/checks/guardrails/principal-may-create-public-domain.ts';
import { lone, testGuardrail } from '../../support/guardrail-scenarios.ts';
import { allow, deny, roleWith } from '../../support/principals.ts';

testGuardrail(check, {
  requirement: 'GRD-2',
  closed: [
    deny('sagemaker:CreateDomain', { StringNotEquals: { 'sagemaker:AppNetworkAccessType': 'VpcOnly' } }),
    deny('sagemaker:UpdateDomain', { StringEquals: { 'sagemaker:AppNetworkAccessType': 'PublicInternetOnly' } }),
  ],
  says: 'may create a Studio domain with the internet of SageMaker',
  fail: [
    [
      'updates forgotten',
      lone(
        roleWith('r', [
          allow('sagemaker:*'),
          deny('sagemaker:CreateDomain', { StringNotEquals: { 'sagemaker:AppNetworkAccessType': 'VpcOnly' } }),
        ]),
      ),
      'r',
      { says: 'sagemaker:UpdateDomain' },
    ],
  ],
  pass: [
    [
      "AWS's own statement",
      lone(
        roleWith('r', [
          allow('sagemaker:*'),
          deny(['sagemaker:CreateDomain', 'sagemaker:UpdateDomain'], {
            StringNotEqualsIfExists: { 'sagemaker:AppNetworkAccessType': 'VpcOnly' },
          }),
        ]),
      ),
      'r',
    ],
  ],
  unknown: [
    [
      'a Deny that misses a request without the parameter, whose key AWS may or may not fill',
      lone(
        roleWith('r', [
          allow('sagemaker:CreateDomain'),
          deny('sagemaker:CreateDomain', { StringEquals: { 'sagemaker:AppNetworkAccessType': 'PublicInternetOnly' } }),
        ]),
      ),
      'r',
      { says: 'where the request leaves the parameter out is not documented', missing: [] },
    ],
  ],
});
