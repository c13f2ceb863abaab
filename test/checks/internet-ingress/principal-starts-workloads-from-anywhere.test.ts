import check from '../../../src/checks/internet-ingress/principal-starts-workloads-from-anywhere.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { allow, deny } from '../../support/rows-iam.ts';
import { testCheck } from '../../support/test-check.ts';

const any = accessScenarios({}, allow(['sagemaker:CreateTrainingJob', 'iam:PassRole']), 'sagemaker:*');
const outside = { StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' }, BoolIfExists: { 'aws:ViaAWSService': 'false' } };

testCheck(check, {
  fail: [
    [
      'a job with whatever code',
      withAnn({}, allow(['sagemaker:CreateTrainingJob', 'iam:PassRole'])),
      'ann',
      { says: 'may start workloads from any address of the internet', requirements: ['ING-3'] },
    ],
    ['a pipeline', withAnn({}, allow('sagemaker:StartPipelineExecution')), 'ann'],
    ['an app', withAnn({}, allow('sagemaker:CreateApp', 'arn:aws:sagemaker:*:*:app/d-1/alice/*')), 'ann'],
    [
      'only jobs in a VPC, from anywhere',
      withAnn({}, allow('sagemaker:CreateTrainingJob', '*', { Null: { 'sagemaker:VpcSubnets': 'false' } }), allow('iam:PassRole')),
      'ann',
    ],
    // The VPC of the job is not the VPC of the caller.
    [
      'a Deny by the VPC that the key names only where it is there',
      withAnn(
        {},
        allow('sagemaker:*'),
        deny('sagemaker:*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' }, Null: { 'aws:SourceVpc': 'false' } }),
      ),
      'ann',
    ],
    ...any.fail,
  ],
  pass: [
    [
      'a Deny outside of the VPC',
      withAnn({}, allow('sagemaker:*'), deny('sagemaker:*', '*', { StringNotEqualsIfExists: outside.StringNotEqualsIfExists })),
      'ann',
    ],
    ['no role may be passed, without which there is no job', withAnn({}, allow('sagemaker:CreateTrainingJob')), 'ann'],
    [
      '… or only from the VPC',
      withAnn({}, allow('sagemaker:CreateTrainingJob'), allow('iam:PassRole', '*', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } })),
      'ann',
    ],
    ['only reads', withAnn({}, allow(['sagemaker:Describe*', 'sagemaker:List*'])), 'ann'],
    ...any.pass,
  ],
  unknown: [
    // Somebody else's request, such as CloudFormation's, comes from where it likes.
    [
      'a Deny that spares services of AWS',
      withAnn({}, allow('sagemaker:*'), deny('sagemaker:*', '*', outside)),
      'ann',
      { says: 'a service of AWS' },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
});
