import check from '../../../src/checks/tenancy/user-profile-shared-security-group.ts';
import { inventory } from '../../support/inventory.ts';
import { account, domain, refused, securityGroup, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const admitting = (GroupId: string, ...from: string[]) =>
  securityGroup({
    GroupId,
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    IpPermissions: from.map((id) => ({
      IpProtocol: 'tcp',
      FromPort: 8192,
      ToPort: 65_535,
      UserIdGroupPairs: [{ GroupId: id, UserId: account }],
    })),
  });
/** The domain gives no group, unless one is named. */
const domainWith = (...SecurityGroups: string[]) => domain('d-1', { DefaultUserSettings: { SecurityGroups } });
const profile = (name: string, ...SecurityGroups: string[]) => userProfile(name, { UserSettings: { SecurityGroups } });

testCheck(check, {
  fail: [
    [
      'the group of the domain, which admits itself, holds for every profile',
      inventory({
        domains: [domainWith('sg-1')],
        userProfiles: [profile('alice'), profile('bob')],
        securityGroups: [admitting('sg-1', 'sg-1')],
      }),
      'd-1/alice',
      {
        says: 'apps of d-1/bob can connect to its apps by tcp 8192-65535',
        requirements: ['TEN-3'],
        evidence: [
          'sagemaker:DescribeDomain d-1: DefaultUserSettings.SecurityGroups=["sg-1"]',
          'ec2:DescribeSecurityGroups sg-1="inbound tcp 8192-65535 from sg-1 (IpPermissions[0].UserIdGroupPairs[0].GroupId)"',
        ],
      },
    ],
    [
      'a group of its own does not replace that of the domain: it is added',
      inventory({
        domains: [domainWith('sg-1')],
        userProfiles: [profile('alice', 'sg-a'), profile('bob', 'sg-b')],
        securityGroups: [admitting('sg-1', 'sg-1'), admitting('sg-a', 'sg-a'), admitting('sg-b', 'sg-b')],
      }),
      'd-1/alice',
    ],
    [
      'two profiles with one group of their own',
      inventory({
        domains: [domainWith()],
        userProfiles: [profile('alice', 'sg-t'), profile('bob', 'sg-t'), profile('carol', 'sg-t')],
        securityGroups: [admitting('sg-t', 'sg-t')],
      }),
      'd-1/alice',
      { says: '2 other profiles', evidence: ['sagemaker:DescribeUserProfile d-1/alice: UserSettings.SecurityGroups=["sg-t"]'] },
    ],
    [
      'groups of their own, of which one admits the other',
      inventory({
        domains: [domainWith()],
        userProfiles: [profile('alice', 'sg-a'), profile('bob', 'sg-b')],
        securityGroups: [admitting('sg-a', 'sg-a', 'sg-b'), admitting('sg-b', 'sg-b')],
      }),
      'd-1/alice',
      { says: 'apps of d-1/bob can connect' },
    ],
  ],
  pass: [
    [
      'a group of its own that admits itself, as Studio needs it',
      inventory({
        domains: [domainWith()],
        userProfiles: [profile('alice', 'sg-a'), profile('bob', 'sg-b')],
        securityGroups: [admitting('sg-a', 'sg-a'), admitting('sg-b', 'sg-b')],
      }),
      'd-1/alice',
    ],
    [
      'a shared group that admits nothing',
      inventory({
        domains: [domainWith('sg-1')],
        userProfiles: [profile('alice'), profile('bob')],
        securityGroups: [admitting('sg-1')],
      }),
      'd-1/alice',
    ],
    [
      'the only profile of its domain',
      inventory({ domains: [domainWith('sg-1')], userProfiles: [profile('alice')], securityGroups: [admitting('sg-1', 'sg-1')] }),
      'd-1/alice',
    ],
    [
      'the only profile, and groups refused: nobody else could come from them',
      inventory({
        domains: [domainWith('sg-1')],
        userProfiles: [profile('alice')],
        securityGroups: refused('ec2:DescribeSecurityGroups'),
      }),
      'd-1/alice',
    ],
    [
      'the other one, which admits nobody',
      inventory({
        domains: [domainWith()],
        userProfiles: [profile('alice', 'sg-a'), profile('bob', 'sg-b')],
        securityGroups: [admitting('sg-a', 'sg-a', 'sg-b'), admitting('sg-b', 'sg-b')],
      }),
      'd-1/bob',
    ],
  ],
  unknown: [
    [
      'a group that does not exist',
      inventory({ domains: [domainWith()], userProfiles: [profile('alice', 'sg-gone'), profile('bob', 'sg-gone')], securityGroups: [] }),
      'd-1/alice',
      { says: 'sg-gone', missing: [] },
    ],
    [
      'groups refused',
      inventory({
        domains: [domainWith('sg-1')],
        userProfiles: [profile('alice'), profile('bob')],
        securityGroups: refused('ec2:DescribeSecurityGroups'),
      }),
      'd-1/alice',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
    [
      'another profile could not be read',
      inventory({
        domains: [domainWith()],
        userProfiles: [profile('alice', 'sg-a'), userProfile('bob', refused('sagemaker:DescribeUserProfile'))],
        securityGroups: [admitting('sg-a', 'sg-a')],
      }),
      'd-1/alice',
      { missing: ['sagemaker:DescribeUserProfile'] },
    ],
    [
      'another user is in a domain whose mode nobody has heard of',
      inventory({
        domains: [domainWith('sg-1'), domain('d-2', { AppNetworkAccessType: 'VpcPreferred' as 'VpcOnly' })],
        userProfiles: [profile('alice'), userProfile('bob', { DomainId: 'd-2', UserSettings: { SecurityGroups: ['sg-1'] } }, 'd-2')],
        securityGroups: [admitting('sg-1', 'sg-1')],
      }),
      'd-1/alice',
      { says: 'd-2/bob', missing: [] },
    ],
    ['its domain is gone', inventory({ userProfiles: [profile('alice')] }), 'd-1/alice', { says: 'd-1 does not exist any more' }],
    [
      'its domain refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))], userProfiles: [profile('alice')] }),
      'd-1/alice',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    ['no group anywhere', inventory({ domains: [domainWith()], userProfiles: [profile('alice')] }), 'd-1/alice', { missing: [] }],
    [
      'profiles refused',
      inventory({ domains: [domain()], userProfiles: refused('sagemaker:ListUserProfiles') }),
      '111122223333',
      { missing: ['sagemaker:ListUserProfiles'] },
    ],
  ],
  'not-applicable': [
    [
      'in a PublicInternetOnly domain groups do not apply',
      inventory({
        domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })],
        userProfiles: [profile('alice'), profile('bob')],
      }),
      'd-1/alice',
    ],
  ],
  silent: [['a domain without profiles', inventory({ domains: [domain()] })]],
});
