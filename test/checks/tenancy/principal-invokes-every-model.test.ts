import check from '../../../src/checks/tenancy/principal-invokes-every-model.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { allow, deny } from '../../support/rows-iam.ts';
import { account, endpoint, endpointConfig, model, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const several = model('model-1', { PrimaryContainer: { Image: 'x', Mode: 'MultiModel' } });
const given = { endpoints: [endpoint()], endpointConfigs: [endpointConfig()], models: [several] };
const invoke = 'sagemaker:InvokeEndpoint';
const target = (value: string | readonly string[], operator = 'StringLike') => ({ [operator]: { 'sagemaker:TargetModel': value } });
const arn = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:endpoint/${name}`;
const any = accessScenarios(given, allow(invoke), 'sagemaker:*');

testCheck(check, {
  fail: [
    ['no condition', withAnn(given, allow(invoke, arn('endpoint-1'))), 'ann', { says: 'may invoke every model', requirements: ['TEN-13'] }],
    ['whatever the model', withAnn(given, allow(invoke, '*', target('*'))), 'ann'],
    [
      'by the name of a container only',
      withAnn(
        { ...given, models: [model('model-1', { Containers: [{ Image: 'a' }, { Image: 'b', Mode: 'MultiModel' }] })] },
        allow(invoke),
      ),
      'ann',
    ],
    ['all models but one', withAnn(given, allow(invoke), deny(invoke, '*', target('secret.tar.gz', 'StringEquals'))), 'ann'],
    ...any.fail,
  ],
  pass: [
    [
      'the models of a tenant',
      withAnn(given, allow(invoke, '*', target(['a/*', 'b.tar.gz']))),
      'ann',
      { says: 'cannot invoke every model' },
    ],
    ['a Deny of others', withAnn(given, allow('sagemaker:*'), deny(invoke, '*', target('a/*', 'StringNotLike'))), 'ann'],
    ['another endpoint', withAnn(given, allow(invoke, arn('other'))), 'ann'],
    ...any.pass,
  ],
  unknown: [
    [
      'the model could not be read',
      withAnn({ ...given, models: [model('model-1', refused('sagemaker:DescribeModel'))] }, allow(invoke)),
      'ann',
      { missing: ['sagemaker:DescribeModel'] },
    ],
    [
      'configurations could not be listed',
      withAnn({ ...given, endpointConfigs: refused('sagemaker:ListEndpointConfigs') }, allow(invoke)),
      'ann',
      { missing: ['sagemaker:ListEndpointConfigs'] },
    ],
    [
      'endpoints could not be listed',
      withAnn({ ...given, endpoints: refused('sagemaker:ListEndpoints') }, allow(invoke)),
      'ann',
      { missing: ['sagemaker:ListEndpoints'] },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [
    ['endpoints of one model each', withAnn({ ...given, models: [model()] }, allow(invoke))],
    ['no endpoint', withAnn({}, allow(invoke))],
  ],
});
