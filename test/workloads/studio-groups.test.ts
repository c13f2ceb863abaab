import { describe, expect, it } from 'vitest';
import type { DomainDetail } from '../../src/inventory/sections/domains.ts';
import { studioGroups } from '../../src/workloads/studio-groups.ts';

const domain: DomainDetail = {
  DomainId: 'd-1',
  DefaultUserSettings: { SecurityGroups: ['sg-1', 'sg-2'] },
  DefaultSpaceSettings: { SecurityGroups: ['sg-spaces'] },
};
const inherited = {
  ids: ['sg-1', 'sg-2'],
  source: 'sagemaker:DescribeDomain',
  path: 'DefaultUserSettings.SecurityGroups',
  of: 'd-1',
};
const ownOf = (...ids: string[]) => ({
  ids,
  source: 'sagemaker:DescribeUserProfile',
  path: 'UserSettings.SecurityGroups',
  of: 'd-1/alice',
});

describe('security groups in Studio', () => {
  it('come from the domain', () => {
    expect(studioGroups(domain, 'DefaultUserSettings')).toEqual({ securityGroupIds: ['sg-1', 'sg-2'], groupsFrom: [inherited] });
  });

  it('are others in shared spaces', () => {
    expect(studioGroups(domain, 'DefaultSpaceSettings').securityGroupIds).toEqual(['sg-spaces']);
  });

  it('add up with those of a profile', () => {
    expect(studioGroups(domain, 'DefaultUserSettings', ownOf('sg-alice'))).toEqual({
      securityGroupIds: ['sg-1', 'sg-2', 'sg-alice'],
      groupsFrom: [inherited, ownOf('sg-alice')],
    });
  });

  it('are one where both name it, and both are told to have named it', () => {
    expect(studioGroups(domain, 'DefaultUserSettings', ownOf('sg-2', 'sg-3'))).toEqual({
      securityGroupIds: ['sg-1', 'sg-2', 'sg-3'],
      groupsFrom: [inherited, ownOf('sg-2', 'sg-3')],
    });
  });

  it('are those of the domain where the profile adds none', () => {
    expect(studioGroups(domain, 'DefaultUserSettings', ownOf()).groupsFrom).toEqual([inherited]);
  });

  it('are those of the profile where the domain gives none', () => {
    const bare: DomainDetail = { DomainId: 'd-1' };
    expect(studioGroups(bare, 'DefaultUserSettings', ownOf('sg-alice'))).toEqual({
      securityGroupIds: ['sg-alice'],
      groupsFrom: [ownOf('sg-alice')],
    });
    expect(studioGroups(bare, 'DefaultUserSettings')).toEqual({ securityGroupIds: [], groupsFrom: [] });
  });
});
