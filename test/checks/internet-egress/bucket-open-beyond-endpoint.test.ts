import { readFileSync } from 'node:fs';
import check from '../../../src/checks/internet-egress/bucket-open-beyond-endpoint.ts';
import { missing } from '../../../src/inventory/fact.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { bucketPolicy } from '../../support/rows-buckets.ts';
import { model, refused, role } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Policy = Parameters<typeof bucketPolicy>[1];
const source = 's3:GetBucketPolicy';
const saying = (policy: Policy, given: Given = {}) =>
  inventory({
    models: [model('model-1', { PrimaryContainer: { ModelDataUrl: 's3://data/model.tar.gz' } })],
    bucketPolicies: [bucketPolicy('data', policy)],
    ...given,
  });

const resource = ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'];
const deny = (Condition: object, more: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: resource,
  Condition,
  ...more,
});
const tied = { StringNotEquals: { 'aws:SourceVpce': 'vpce-s3' } };
const spared = { StringNotEquals: { 'aws:SourceVpce': 'vpce-s3', 'aws:PrincipalTag/exempt': 'true' } };
const all = {
  PolicyName: 'all',
  PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }),
};
const nothing = {
  PolicyName: 'none',
  PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'logs:*', Resource: '*' } }),
};
const exempt = [{ Key: 'exempt', Value: 'true' }];
const ecsTrust = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** AWS's own example of a data perimeter. */
function perimeter(): string {
  const url = new URL('../../../fixtures/policies/published/data-perimeter/s3_bucket_policy.json', import.meta.url);
  return readFileSync(url, 'utf8')
    .replaceAll('<my-data-bucket>', 'data')
    .replaceAll('<my-org-id>', 'o-1')
    .replaceAll('<my-corporate-cidr>', '192.0.2.0/24')
    .replaceAll('<my-vpc>', 'vpc-1');
}

testCheck(check, {
  fail: [
    [
      'no policy',
      saying(null),
      'data',
      {
        says: 's3:GetObject on arn:aws:s3:::data/data.csv is left to who has the right to it: the bucket has no policy',
        requirements: ['EGR-8'],
        evidence: [`${source} Policy=null`, 'sagemaker:DescribeModel model-1: PrimaryContainer.ModelDataUrl="data"'],
      },
    ],
    ['TLS alone is asked for', saying([deny({ Bool: { 'aws:SecureTransport': 'false' } })]), 'data', { says: 'does not refuse it' }],
    [
      'an Allow for the endpoint, which refuses nobody',
      saying([{ ...deny({ StringEquals: { 'aws:SourceVpce': 'vpce-s3' } }), Effect: 'Allow' }]),
      'data',
    ],
    ['reading is refused, and writing is not', saying([deny(tied, { Action: 's3:Get*' })]), 'data', { says: 's3:PutObject' }],
    ['a part of the objects alone', saying([deny(tied, { Resource: 'arn:aws:s3:::data/secret/*' })]), 'data'],
    [
      'both an endpoint and an address are asked for, and each suffices: any address',
      saying([deny({ ...tied, NotIpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })]),
      'data',
    ],
    [
      'a role of SageMaker carries the tag of exceptions (RW-03)',
      saying([deny(spared)], {
        accountAuthorization: [role('plain', { RolePolicyList: [all] }), role('ml', { RolePolicyList: [all], Tags: exempt })],
      }),
      'data',
      {
        says: 'spares the role ml, as which SageMaker runs: s3:GetObject on arn:aws:s3:::data/data.csv',
        evidence: [`${source} Policy="present"`],
      },
    ],
    [
      'a role of SageMaker by name, to which the bucket itself gives the right',
      saying(
        [
          deny({ ...tied, ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ml' } }),
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/ml' }, Action: 's3:GetObject', Resource: resource[1] },
        ],
        { accountAuthorization: [role('ml', { RolePolicyList: [nothing] })] },
      ),
      'data',
      { says: 'spares the role ml' },
    ],
    // fixtures/policies/published/README.md: the network statement is for those alone who carry a tag.
    [
      'AWS’s data perimeter, for whoever lacks its tag',
      saying(perimeter(), { organization: [{ Id: 'o-1', FeatureSet: 'ALL', MasterAccountId: '111122223333' }] }),
      'data',
    ],
    [
      'a role is spared by its id',
      saying([deny({ ...tied, StringNotLike: { 'aws:userId': 'AROAMLMLMLMLMLMLML000:*' } })], {
        accountAuthorization: [role('ml', { RoleId: 'AROAMLMLMLMLMLMLML000', RolePolicyList: [all] })],
      }),
      'data',
      { says: 'spares the role ml' },
    ],
  ],
  pass: [
    [
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
      'another role is spared by its id',
      saying([deny({ ...tied, StringNotLike: { 'aws:userId': ['AROAOTHEROTHEROTHER00:*', '111122223333'] } })], {
        accountAuthorization: [role('ml', { RoleId: 'AROAMLMLMLMLMLMLML000', RolePolicyList: [all] })],
      }),
      'data',
    ],
    [
      'tied to the endpoint, where another bucket could not be told',
      {
        ...saying([deny(tied)]),
        sections: saying([deny(tied)]).sections.map((record) =>
          record.section === 'bucketPolicies'
            ? { ...record, fact: missing(refused('sagemaker:DescribeTrainingJob'), [bucketPolicy('data', [deny(tied)])]) }
            : record,
        ),
      },
      'data',
    ],
    [
      'tied to the endpoint',
      saying([deny(tied, { Sid: 'OnlyHere' })]),
      'data',
      { requirements: ['EGR-8'], evidence: [`${source} statement 1 (OnlyHere) of policy data="denies it"`] },
    ],
    [
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html
      'left to access points that belong to a VPC',
      saying([deny({ StringNotEquals: { 's3:AccessPointNetworkOrigin': 'VPC' } })]),
      'data',
    ],
    [
      '… and to no others beside the endpoint',
      saying([deny({ ...tied, StringNotEqualsIfExists: { 's3:AccessPointNetworkOrigin': 'VPC' } })]),
      'data',
    ],
    ['tied to the VPC', saying([deny({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })]), 'data'],
    [
      'services of AWS are spared',
      saying([deny({ ...tied, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false', 'aws:ViaAWSService': 'false' } })]),
      'data',
    ],
    ['the network of the company is spared', saying([deny({ ...tied, NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })]), 'data'],
    [
      'a tag is spared that no role of SageMaker carries',
      saying([deny(spared)], { accountAuthorization: [role('ml', { RolePolicyList: [all] })] }),
      'data',
    ],
    [
      'a role that SageMaker does not run as is spared',
      saying([deny(spared)], {
        accountAuthorization: [role('pipeline', { RolePolicyList: [all], Tags: exempt, AssumeRolePolicyDocument: ecsTrust })],
      }),
      'data',
    ],
    [
      'a role is spared that may not use the bucket',
      saying([deny(spared)], { accountAuthorization: [role('ml', { RolePolicyList: [nothing], Tags: exempt })] }),
      'data',
    ],
  ],
  unknown: [
    [
      'somebody is spared by an id, and that of a role could not be read',
      saying([deny({ ...tied, StringNotLike: { 'aws:userId': 'AROAMLMLMLMLMLMLML000:*' } })], {
        accountAuthorization: [role('ml', { RolePolicyList: [all] })],
      }),
      'data',
      { says: 'ml: the value of aws:userid is not known', missing: [] },
    ],
    [
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control
      'left to the access points of the account, whatever networks these are for',
      saying([deny({ StringNotEquals: { 's3:DataAccessPointAccount': '111122223333' } })]),
      'data',
      { says: 'whether the bucket has an access point that can be used from the internet was not read', missing: [] },
    ],
    [
      'a role that SageMaker may run as, for all that can be read of who may',
      saying([deny(spared)], {
        accountAuthorization: [role('odd', { RolePolicyList: [all], Tags: exempt, AssumeRolePolicyDocument: 'no JSON' })],
      }),
      'data',
      { says: 'odd: a session may bring aws:PrincipalTag/exempt as it likes', missing: [] },
    ],
    ['refused', saying(refused('s3:GetBucketPolicy')), 'data', { missing: ['s3:GetBucketPolicy'] }],
    ['no JSON', saying('{'), 'data', { says: 'is no JSON', missing: [] }],
    [
      'who is spared could not be read',
      saying([deny(spared)], { accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      'data',
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
    [
      'the own organization is spared, and which that is could not be read',
      saying([deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-s3', 'aws:PrincipalOrgID': 'o-1' } })], {
        organization: refused('organizations:DescribeOrganization'),
      }),
      'data',
      { missing: ['organizations:DescribeOrganization'] },
    ],
    [
      'an operator nobody has heard of',
      saying([deny({ StringResembles: { 'aws:SourceVpce': 'vpce-s3' } })]),
      'data',
      { says: 'StringResembles' },
    ],
  ],
});
