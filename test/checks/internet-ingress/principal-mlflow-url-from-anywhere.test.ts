import check from '../../../src/checks/internet-ingress/principal-mlflow-url-from-anywhere.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { inventoryOf } from '../../support/inventory.ts';
import { allow, deny, user } from '../../support/rows-iam.ts';
import { account } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const server = 'sagemaker:CreatePresignedMlflowTrackingServerUrl';
const all = ['sagemaker:CreatePresigned*', 'sagemaker:CreatePartnerApp*'];
const any = accessScenarios({}, allow(server), 'sagemaker:*');

testCheck(check, {
  fail: [
    [
      'a tracking server by name',
      withAnn({}, allow(server, `arn:aws:sagemaker:*:${account}:mlflow-tracking-server/ml`)),
      'ann',
      { says: 'may open MLflow or partner apps', requirements: ['ING-8'] },
    ],
    ['an MLflow app', withAnn({}, allow('sagemaker:CreatePresignedMlflowAppUrl')), 'ann'],
    ['a partner app', withAnn({}, allow('sagemaker:CreatePartnerAppPresignedUrl')), 'ann'],
    [
      'the condition is on another action',
      withAnn({}, allow(all), deny(server, '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })),
      'ann',
    ],
    [
      'in one of two Regions',
      inventoryOf({
        'eu-west-1': {
          accountAuthorization: [user('ann', [allow(all), deny('*', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })])],
        },
        'us-east-1': {},
      }),
      'ann',
    ],
    ...any.fail,
  ],
  pass: [
    ['only through an endpoint', withAnn({}, allow(all, '*', { StringLike: { 'aws:SourceVpce': 'vpce-*' } })), 'ann'],
    [
      'other presigned URLs',
      withAnn({}, allow(['sagemaker:CreatePresignedDomainUrl', 'sagemaker:CreatePresignedNotebookInstanceUrl'])),
      'ann',
    ],
    ['servers of another account', withAnn({}, allow(all, 'arn:aws:sagemaker:*:444455556666:*')), 'ann'],
    ...any.pass,
  ],
  unknown: any.unknown,
  'not-applicable': any['not-applicable'],
});
