import { describe, expect, it } from 'vitest';
import { known, missing, type Fact } from '../../src/inventory/fact.ts';
import type { Domain } from '../../src/inventory/sections/domains.ts';
import type { UserProfile } from '../../src/inventory/sections/user-profiles.ts';
import { userProfileWorkload } from '../../src/workloads/user-profile-workload.ts';
import { domain, refused, userProfile } from '../support/rows.ts';

const where = { partition: 'aws-us-gov', account: '111122223333', region: 'us-gov-west-1' };
const workloadOf = (profile: UserProfile, domains: Fact<readonly Domain[]>) => userProfileWorkload(profile, domains, where);

describe('a Studio user as a workload', () => {
  it('is in the subnets of the domain, with its groups and those of the domain', () => {
    const row = domain('d-1', { SubnetIds: ['subnet-1', 'subnet-2'] });
    expect(workloadOf(userProfile(), known([domain('d-0'), row]))).toMatchObject({
      kind: 'user-profile',
      lifecycle: 'configured',
      placements: [
        known({
          subnetIds: ['subnet-1', 'subnet-2'],
          securityGroupIds: ['sg-1', 'sg-alice'],
          source: 'sagemaker:DescribeDomain',
          subnetsPath: 'SubnetIds',
          of: 'd-1',
          groupsFrom: [
            { ids: ['sg-1'], source: 'sagemaker:DescribeDomain', path: 'DefaultUserSettings.SecurityGroups', of: 'd-1' },
            { ids: ['sg-alice'], source: 'sagemaker:DescribeUserProfile', path: 'UserSettings.SecurityGroups', of: 'd-1/alice' },
          ],
        }),
      ],
      unresolved: [],
    });
  });

  it('does not carry the groups of shared spaces', () => {
    const row = domain('d-1', { DefaultSpaceSettings: { SecurityGroups: ['sg-spaces'] } });
    expect(workloadOf(userProfile(), known([row])).placements).toMatchObject([{ value: { securityGroupIds: ['sg-1', 'sg-alice'] } }]);
  });

  it('is named by domain and profile, with the ARN that AWS gives', () => {
    expect(workloadOf(userProfile('Alice', {}, 'd-2'), known([domain('d-2')])).resource).toEqual({
      type: 'AWS::SageMaker::UserProfile',
      name: 'd-2/Alice',
      arn: 'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-2/Alice',
      account: '111122223333',
      region: 'us-gov-west-1',
    });
  });

  it('has an ARN in lower case, of its own partition, where AWS gives none', () => {
    const { resource } = workloadOf(userProfile('Alice', refused('sagemaker:DescribeUserProfile')), known([domain()]));
    expect(resource).toMatchObject({
      name: 'd-1/Alice',
      arn: 'arn:aws-us-gov:sagemaker:us-gov-west-1:111122223333:user-profile/d-1/alice',
    });
  });

  it('is nowhere to be told when its domain is gone', () => {
    expect(workloadOf(userProfile(), known([domain('d-2')]))).toMatchObject({
      placements: [],
      unresolved: ['its domain d-1 does not exist any more'],
    });
  });

  it('is in no subnet when the domain is not VpcOnly', () => {
    const row = domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' });
    expect(workloadOf(userProfile(), known([row]))).toMatchObject({ placements: [], unresolved: [] });
  });

  it('is nowhere to be told in a mode that nobody has heard of', () => {
    const row = domain('d-1', { AppNetworkAccessType: 'VpcPreferred' as 'VpcOnly' });
    expect(workloadOf(userProfile(), known([row]))).toMatchObject({
      placements: [],
      unresolved: ['AppNetworkAccessType is VpcPreferred, which this version does not know'],
    });
  });

  it('keeps the gap of whatever could not be read', () => {
    const gaps = {
      profile: refused('sagemaker:DescribeUserProfile'),
      domain: refused('sagemaker:DescribeDomain'),
      domains: refused('sagemaker:ListDomains'),
    };
    expect(workloadOf(userProfile('alice', gaps.profile), known([domain()])).placements).toEqual([missing(gaps.profile)]);
    expect(workloadOf(userProfile(), known([domain('d-1', gaps.domain)])).placements).toEqual([missing(gaps.domain)]);
    expect(workloadOf(userProfile(), missing(gaps.domains, [domain()])).placements).toEqual([missing(gaps.domains)]);
  });
});
