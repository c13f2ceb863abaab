import { describe, expect, it } from 'vitest';
import { known, missing, type Fact } from '../../src/inventory/fact.ts';
import type { App } from '../../src/inventory/sections/apps.ts';
import { appWorkload, isThere, type StudioParts } from '../../src/workloads/app-workload.ts';
import { account, domain, refused, region, space, userProfile } from '../support/rows.ts';
import { app } from '../support/rows-studio.ts';

const where = { partition: 'aws', account, region };
const DefaultSpaceSettings = { SecurityGroups: ['sg-spaces'] };
const usual: StudioParts = {
  domains: known([domain('d-1', { DefaultSpaceSettings })]),
  userProfiles: known([userProfile('alice'), userProfile('bob')]),
  spaces: known([
    space('own', { OwnershipSettingsSummary: { OwnerUserProfileName: 'bob' } }),
    space('shared', { SpaceSharingSettingsSummary: { SharingType: 'Shared' } }),
    space('silent', { SpaceSharingSettingsSummary: undefined }),
  ]),
};

/** The groups that the app carries in the subnets of its domain, or why nobody can tell. */
function groups(given: Partial<App>, parts: Partial<StudioParts> = {}): readonly string[] {
  const { placements, unresolved, connections } = appWorkload(app(given), { ...usual, ...parts }, where);
  const placed = placements.flatMap((each) => (each.known ? each.value.securityGroupIds : [each.gap.operation]));
  // Whatever is not known of its place is not known of its connections either.
  if (unresolved.length > 0) expect(connections.map((each) => each.known && each.value.kind)).toEqual(['unknown']);
  return [...placed, ...unresolved];
}

const gone = <T>(operation: string): Fact<T> => missing(refused(operation));

describe('an app of Studio', () => {
  it('of a user has the groups of the domain and those of its profile', () => expect(groups({})).toEqual(['sg-1', 'sg-alice']));

  it('in a private space is its owner’s', () => expect(groups({ SpaceName: 'own' })).toEqual(['sg-1', 'sg-bob']));

  it('in a shared space takes the default space settings, and those of no user', () =>
    expect(groups({ SpaceName: 'shared' })).toEqual(['sg-spaces']));

  it('is outside the VPC where its domain is', () => {
    const domains = known([domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })]);
    for (const SpaceName of ['own', 'shared']) {
      const { placements, connections } = appWorkload(app({ SpaceName }), { ...usual, domains }, where);
      expect(placements).toEqual([]);
      expect(connections.map((each) => each.known && each.value.kind)).toEqual(['service-network']);
    }
  });

  it('is named as in its ARN', () => {
    expect(appWorkload(app(), usual, where).resource).toEqual({
      type: 'AWS::SageMaker::App',
      name: 'd-1/alice/JupyterLab/default',
      arn: `arn:aws:sagemaker:${region}:${account}:app/d-1/alice/JupyterLab/default`,
      account,
      region,
    });
    expect(appWorkload(app({ SpaceName: 'own' }), usual, where).resource.name).toBe('d-1/own/JupyterLab/default');
  });

  it.each<[string, Partial<App>, string]>([
    ['of RStudio', { AppType: 'RStudioServerPro' }, 'RStudioServerPro'],
    ['of a type that nobody has heard of', { AppType: 'Holodeck' as 'JupyterLab' }, 'Holodeck'],
    ['of a user who is gone', { UserProfileName: 'carol' }, 'carol'],
    ['of a space that is gone', { SpaceName: 'lost' }, 'lost'],
    ['of a space that does not say whether it is shared', { SpaceName: 'silent' }, 'silent'],
    ['of a shared space of a domain that is gone', { DomainId: 'd-9', SpaceName: 'shared' }, 'shared'],
  ])('%s is nobody knows where', (_name, given, says) => expect(groups(given).join()).toContain(says));

  it('of which a part could not be read is unread', () => {
    expect(groups({ SpaceName: 'own' }, { spaces: gone('sagemaker:ListSpaces') })).toEqual(['sagemaker:ListSpaces']);
    expect(groups({}, { userProfiles: gone('sagemaker:ListUserProfiles') })).toEqual(['sagemaker:ListUserProfiles']);
    expect(groups({}, { domains: gone('sagemaker:ListDomains') })).toEqual(['sagemaker:ListDomains']);
    expect(groups({ SpaceName: 'shared' }, { domains: known([domain('d-1', refused('sagemaker:DescribeDomain'))]) })).toEqual([
      'sagemaker:DescribeDomain',
    ]);
    // A user's app does not need the spaces.
    expect(groups({}, { spaces: gone('sagemaker:ListSpaces') })).toEqual(['sg-1', 'sg-alice']);
  });

  it.each<[App['Status'], boolean]>([
    ['InService', true],
    ['Pending', true],
    ['Deleting', true],
    ['Deleted', false],
    ['Failed', false],
    [undefined, true],
    ['Dreaming' as 'Pending', true],
  ])('%s: is there %s', (Status, there) => expect(isThere(app({ Status }))).toBe(there));
});
