import check from '../../../src/checks/internet-egress/s3-endpoint-policy-open.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { notebook, refused, role, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const organization = [{ Id: 'o-1', FeatureSet: 'ALL' as const, MasterAccountId: '444455556666' }];

function saying(PolicyDocument: string | undefined, given: Given = {}) {
  const gateway = vpcEndpoint('s3', { VpcEndpointId: 'vpce-s3', VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-main'], PolicyDocument });
  return inventory({ ...used, vpcEndpoints: [gateway], ...given });
}
const policy = (Statement: readonly object[], given: Given = {}) => saying(JSON.stringify({ Version: '2012-10-17', Statement }), given);
const source = 'ec2:DescribeVpcEndpoints';

const ours = { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:ResourceOrgID': 'o-1' } };
const exempt = { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:PrincipalTag/dp:exclude:resource': 'true' } };
const layers = { ...all, Action: 's3:GetObject', Resource: 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*' };

testCheck(check, {
  fail: [
    [
      'the default policy',
      saying(undefined),
      'vpce-s3',
      {
        says: 's3:PutObject on arn:aws:s3:::somebodys-bucket/data.tar.gz through with credentials of any other account, and likewise without credentials or with those of this account',
        requirements: ['EGR-5'],
        evidence: [`${source} PolicyDocument=null`],
      },
    ],
    [
      'a pattern of names (no peer tells it from a name)',
      policy([{ ...all, Action: ['s3:GetObject', 's3:PutObject'], Resource: ['arn:aws:s3:::*sagemaker*'] }]),
      'vpce-s3',
      {
        says: 's3:PutObject on arn:aws:s3:::somebodys-sagemaker/data.tar.gz',
        evidence: [
          `${source} statement 1 of policy vpce-s3="s3:PutObject on arn:aws:s3:::somebodys-sagemaker/data.tar.gz, with credentials of any other account"`,
        ],
      },
    ],
    [
      'the own credentials to whatever bucket',
      policy([{ ...all, Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }]),
      'vpce-s3',
      { says: 'through with credentials of this account' },
    ],
    [
      'a role of SageMaker that is exempt by its tag',
      policy(
        [
          { ...all, Condition: ours },
          { ...all, Condition: exempt },
        ],
        {
          organization,
          accountAuthorization: [role('plain'), role('ml', { Tags: [{ Key: 'dp:exclude:resource', Value: 'true' }] })],
        },
      ),
      'vpce-s3',
      {
        evidence: [
          `${source} statement 2 of policy vpce-s3="s3:PutObject on arn:aws:s3:::somebodys-bucket/data.tar.gz, with credentials of this account"`,
        ],
      },
    ],
    [
      'reading alone, from whatever bucket: code and commands come in',
      policy([{ ...all, Action: 's3:GetObject' }]),
      'vpce-s3',
      { says: 's3:GetObject on arn:aws:s3:::somebodys-bucket/data.tar.gz through with credentials of any other account' },
    ],
    [
      'access points of anybody',
      policy([{ ...all, Resource: 'arn:aws:s3:*:*:accesspoint/*' }]),
      'vpce-s3',
      { says: 'arn:aws:s3:eu-west-1:999999999999:accesspoint/any/object/any' },
    ],
    [
      'an interface endpoint',
      inventory({
        ...used,
        vpcEndpoints: [vpcEndpoint('s3', { VpcEndpointId: 'vpce-i', PolicyDocument: JSON.stringify({ Statement: all }) })],
      }),
      'vpce-i',
    ],
  ],
  pass: [
    [
      'the own organization, and layers of images',
      policy([{ ...all, Condition: ours }, layers], { organization }),
      'vpce-s3',
      { requirements: ['EGR-5'] },
    ],
    [
      'the same, whatever the organization of the account is',
      policy([{ ...all, Condition: ours }], { organization: refused('organizations:DescribeOrganization') }),
      'vpce-s3',
    ],
    ['two buckets by name', policy([{ ...all, Resource: ['arn:aws:s3:::ml-data', 'arn:aws:s3:::ml-data/*'] }]), 'vpce-s3'],
    [
      'exempt by a tag that no role of SageMaker has',
      policy(
        [
          { ...all, Condition: ours },
          { ...all, Condition: exempt },
        ],
        { organization, accountAuthorization: [role('ml')] },
      ),
      'vpce-s3',
    ],
    [
      'all but what the organization owns is denied',
      policy([all, { ...all, Sid: 'Ours', Effect: 'Deny', Condition: { StringNotEqualsIfExists: { 'aws:ResourceOrgID': 'o-1' } } }]),
      'vpce-s3',
      { evidence: [`${source} statement 2 (Ours) of policy vpce-s3="s3:PutObject is denied for such requests"`] },
    ],
    [
      'caches of JumpStart and package repositories, for reading',
      policy([{ ...layers, Resource: ['arn:aws:s3:::jumpstart-cache-prod-eu-west-1/*', 'arn:aws:s3:::amazonlinux.*.amazonaws.com/*'] }]),
      'vpce-s3',
    ],
  ],
  unknown: [
    [
      'who asks is of an organization, and nobody could read whether that is this account’s',
      policy([{ ...all, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, layers], {
        organization: refused('organizations:DescribeOrganization'),
      }),
      'vpce-s3',
      { missing: ['organizations:DescribeOrganization'] },
    ],
    [
      'exempt by a tag, and roles could not be read',
      policy(
        [
          { ...all, Condition: ours },
          { ...all, Condition: exempt },
        ],
        {
          organization,
          accountAuthorization: refused('iam:GetAccountAuthorizationDetails'),
        },
      ),
      'vpce-s3',
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
    ['no JSON', saying('{'), 'vpce-s3', { missing: [] }],
    [
      'endpoints refused',
      inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      '111122223333',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
  ],
  silent: [
    ['an endpoint of another service', inventory({ ...used, vpcEndpoints: [vpcEndpoint('logs')] })],
    ['a VPC without workloads', inventory({ vpcEndpoints: [vpcEndpoint('s3')] })],
  ],
});
