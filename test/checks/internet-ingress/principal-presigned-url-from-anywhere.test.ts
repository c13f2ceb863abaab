import check from '../../../src/checks/internet-ingress/principal-presigned-url-from-anywhere.ts';
import { inventory, inventoryOf } from '../../support/inventory.ts';
import { allow, controlledBy, deny, user } from '../../support/rows-iam.ts';
import { account, domain, notebook, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const studio = { domains: [domain()], userProfiles: [userProfile()] };
const mint = 'sagemaker:CreatePresignedDomainUrl';
const mintNotebook = 'sagemaker:CreatePresignedNotebookInstanceUrl';
const profile = `arn:aws:sagemaker:eu-west-1:${account}:user-profile/d-1/alice`;
const ann = (...statements: Parameters<typeof user>[1]) => ({ accountAuthorization: [user('ann', statements)] });
const sso = { domains: [domain('d-2', { AuthMode: 'SSO' })] };
const administrator = allow('iam:*');

testCheck(check, {
  fail: [
    [
      'no condition',
      inventory({ ...studio, ...ann(allow(mint, profile)) }),
      'ann',
      {
        says: 'may open Studio or notebooks from any address of the internet',
        requirements: ['ING-2'],
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 1 of policy ann/own="${mint} on ${profile} with aws:SourceIp=198.51.100.7"`,
        ],
      },
    ],
    ['by a wildcard', inventory({ ...studio, ...ann(allow('sagemaker:Create*')) }), 'ann'],
    ['a notebook', inventory({ notebookInstances: [notebook()], ...ann(allow(mintNotebook)) }), 'ann'],
    [
      'a condition beside a broader Allow',
      inventory({ ...studio, ...ann(allow(mint, '*', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }), allow('sagemaker:*')) }),
      'ann',
    ],
    [
      'the whole internet is a range',
      inventory({ ...studio, ...ann(allow(mint, '*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })) }),
      'ann',
    ],
    [
      'a Deny that asks for an endpoint only where there is one',
      inventory({
        ...studio,
        ...ann(
          allow(mint),
          deny(mint, '*', { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' }, Null: { 'aws:SourceVpce': 'false' } }),
        ),
      }),
      'ann',
    ],
    ['the domain is in another Region', inventoryOf({ 'eu-west-1': ann(allow(mint)), 'us-east-1': studio }), 'ann'],
    [
      'service control policies could not be read',
      inventory({
        ...studio,
        ...ann(allow(mint)),
        organizationPolicies: refused('organizations:DescribePolicy'),
        organization: controlledBy().organization,
      }),
      'ann',
      { says: 'a service control policy, which could not be read, may still prevent it' },
    ],
  ],
  pass: [
    [
      'only from the office',
      inventory({ ...studio, ...ann(allow(mint, '*', { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } })) }),
      'ann',
      { says: 'cannot open' },
    ],
    [
      'only by an endpoint',
      inventory({ ...studio, ...ann(allow(mint, '*', { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } })) }),
      'ann',
    ],
    [
      'AWS’s own example',
      inventory({ ...studio, ...ann(allow(mint, '*', { 'ForAnyValue:StringEquals': { 'aws:SourceVpce': ['vpce-1'] } })) }),
      'ann',
    ],
    [
      'a Deny outside the VPC',
      inventory({ ...studio, ...ann(allow('*'), deny(mint, '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }), deny('iam:*')) }),
      'ann',
      {
        evidence: [
          'iam:GetAccountAuthorizationDetails statement 2 of policy ann/own="sagemaker:CreatePresignedDomainUrl is denied for such requests"',
        ],
      },
    ],
    ['nothing is allowed', inventory({ ...studio, ...ann(allow('s3:*')) }), 'ann'],
    [
      'a Deny of whatever is not the office',
      inventory({
        ...studio,
        ...ann(allow(mint), deny('*', '*', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } })),
      }),
      'ann',
    ],
    [
      'the organization stops even an administrator',
      inventory({ ...studio, ...ann(allow('*')), ...controlledBy(deny(mint, '*', { Null: { 'aws:SourceVpc': 'true' } })) }),
      'ann',
      { says: 'is an administrator, and still cannot' },
    ],
    ['notebooks, and no domain to open', inventory({ notebookInstances: [notebook()], ...ann(allow(mint)) }), 'ann'],
    [
      'with Identity Center beside it',
      inventory({ domains: [...studio.domains, ...sso.domains], ...ann(allow('s3:*')) }),
      'ann',
      { says: 'Identity Center cannot be limited' },
    ],
  ],
  unknown: [
    [
      'it hangs on the hour',
      inventory({ ...studio, ...ann(allow(mint, '*', { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } })) }),
      'ann',
      { says: 'cannot tell', missing: [] },
    ],
    [
      'how users sign in could not be read',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))], ...ann(allow(mint)) }),
      'ann',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'domains could not be listed',
      inventory({ domains: refused('sagemaker:ListDomains'), ...ann(allow(mint)) }),
      'ann',
      { missing: ['sagemaker:ListDomains'] },
    ],
    [
      'a policy that is no JSON',
      inventory({ ...studio, accountAuthorization: [user('ann', [], { UserPolicyList: [{ PolicyName: 'odd', PolicyDocument: 'odd' }] })] }),
      'ann',
      { says: 'could not be read' },
    ],
    [
      'IAM could not be read',
      inventory({ ...studio, accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
  'not-applicable': [
    ['an administrator', inventory({ ...studio, ...ann(allow(mint), administrator) }), 'ann', { says: 'is an administrator' }],
    ['only Identity Center', inventory({ ...sso, ...ann(allow(mint)) }), 'ann', { says: 'Identity Center' }],
  ],
  silent: [
    ['nothing to open', inventory(ann(allow(mint)))],
    [
      'a role that AWS made for itself',
      inventory({ ...studio, accountAuthorization: [user('ann', [allow(mint)], { Path: '/aws-service-role/x/' })] }),
    ],
  ],
});
