import check from '../../../src/checks/tenancy/principal-retags-what-tags-protect.ts';
import { withAnn } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { allow, controlledBy, deny, user } from '../../support/rows-iam.ts';
import { account, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const tag = (name: string, value = '${aws:username}') => ({ StringEquals: { [`aws:ResourceTag/${name}`]: value } });
const mine = allow('sagemaker:*', '*', tag('owner'));
const open = allow('sagemaker:CreatePresignedNotebookInstanceUrl', '*', tag('owner'));
const keys = (...names: readonly string[]) => ({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': names } });

testCheck(check, {
  fail: [
    [
      'tags whatever it likes',
      withAnn({}, open, allow('sagemaker:AddTags')),
      'ann',
      {
        says: 'may change tags that its access hangs on',
        requirements: ['TEN-12'],
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 2 of policy ann/own="sagemaker:AddTags on arn:aws:sagemaker:eu-west-1:${account}:notebook-instance/zq7-of-somebody-else with aws:TagKeys=[owner], without aws:ResourceTag/owner, sagemaker:TaggingAction"`,
        ],
      },
    ],
    [
      'takes tags away',
      withAnn({}, allow('sagemaker:*'), deny('sagemaker:UpdateEndpoint', '*', tag('protected', 'yes')), deny('sagemaker:AddTags')),
      'ann',
    ],
    [
      'the tag of another policy is locked',
      withAnn({}, open, allow('sagemaker:AddTags'), deny('sagemaker:AddTags', '*', keys('team'))),
      'ann',
    ],
    [
      'the tag is asked for by the other key',
      withAnn(
        {},
        allow('sagemaker:UpdateEndpoint', '*', { StringEquals: { 'sagemaker:ResourceTag/owner': 'ann' } }),
        allow('sagemaker:AddTags'),
      ),
      'ann',
    ],
    [
      'the service control policy protects by tag',
      inventory({
        accountAuthorization: [user('ann', [allow('sagemaker:*')])],
        ...controlledBy(deny('sagemaker:Delete*', '*', tag('keep', 'yes'))),
      }),
      'ann',
    ],
  ],
  pass: [
    ['may not tag', withAnn({}, open), 'ann', { says: 'cannot change the tags that its access hangs on' }],
    ['tags only what is its own', withAnn({}, mine), 'ann'],
    [
      'the tag is locked',
      withAnn(
        {},
        open,
        allow(['sagemaker:AddTags', 'sagemaker:DeleteTags']),
        deny(['sagemaker:AddTags', 'sagemaker:DeleteTags'], '*', keys('owner')),
      ),
      'ann',
    ],
    [
      'other tags alone',
      withAnn({}, open, allow('sagemaker:AddTags', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['cost'] } })),
      'ann',
    ],
    [
      'the organization locks it',
      inventory({
        accountAuthorization: [user('ann', [open, allow('sagemaker:*Tags')])],
        ...controlledBy(deny(['sagemaker:AddTags', 'sagemaker:DeleteTags'])),
      }),
      'ann',
    ],
  ],
  unknown: [
    [
      'only while something is created',
      withAnn({}, open, allow('sagemaker:AddTags', '*', { StringLike: { 'sagemaker:TaggingAction': '*' } })),
      'ann',
      { says: 'sagemaker:TaggingAction' },
    ],
    [
      'takes tags away by another tag',
      withAnn({}, open, allow('sagemaker:DeleteTags', '*', tag('team', 'a'))),
      'ann',
      { says: 'the tags of resources were not read' },
    ],
    [
      'IAM could not be read',
      inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
  'not-applicable': [['an administrator', withAnn({}, open, allow('*')), 'ann', { says: 'is an administrator' }]],
  silent: [
    ['no policy asks for tags', withAnn({}, allow('sagemaker:*'))],
    ['a policy asks for tags of other services', withAnn({}, allow('ec2:*', '*', tag('owner')), allow('sagemaker:AddTags'))],
  ],
});
