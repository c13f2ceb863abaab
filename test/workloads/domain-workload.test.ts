import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/inventory/sections/domains.ts';
import { domainWorkload } from '../../src/workloads/domain-workload.ts';
import { domain, refused } from '../support/rows.ts';

const where = { partition: 'aws', account: '111122223333', region: 'eu-west-1' };
const workloadOf = (row: Domain) => domainWorkload(row, where);
const placementsOf = (row: Domain) => workloadOf(row).placements.map((placement) => (placement.known ? placement.value : placement.gap));

describe('a Studio domain as a workload', () => {
  it('is named by its id', () => {
    expect(workloadOf(domain('d-7')).resource).toEqual({
      type: 'AWS::SageMaker::Domain',
      name: 'd-7',
      arn: 'arn:aws:sagemaker:eu-west-1:111122223333:domain/d-7',
      account: '111122223333',
      region: 'eu-west-1',
    });
  });

  it('puts the apps of users and those of shared spaces in all its subnets, each with groups of their own', () => {
    const row = domain('d-1', {
      SubnetIds: ['subnet-1', 'subnet-2'],
      DefaultUserSettings: { SecurityGroups: ['sg-users'] },
      DefaultSpaceSettings: { SecurityGroups: ['sg-spaces', 'sg-more'] },
    });
    const at = { subnetIds: ['subnet-1', 'subnet-2'], source: 'sagemaker:DescribeDomain', subnetsPath: 'SubnetIds', of: 'd-1' };
    const from = { source: 'sagemaker:DescribeDomain', of: 'd-1' };
    expect(placementsOf(row)).toEqual([
      { ...at, securityGroupIds: ['sg-users'], groupsFrom: [{ ...from, ids: ['sg-users'], path: 'DefaultUserSettings.SecurityGroups' }] },
      {
        ...at,
        securityGroupIds: ['sg-spaces', 'sg-more'],
        groupsFrom: [{ ...from, ids: ['sg-spaces', 'sg-more'], path: 'DefaultSpaceSettings.SecurityGroups' }],
      },
    ]);
    expect(workloadOf(row).unresolved).toEqual([]);
  });

  it.each([undefined, {}, { SecurityGroups: [] }])('has no placement of spaces where their settings are %j', (DefaultSpaceSettings) => {
    expect(workloadOf(domain('d-1', { DefaultSpaceSettings })).placements).toHaveLength(1);
  });

  it('has a placement without groups where users get none by default', () => {
    const row = domain('d-1', { DefaultUserSettings: undefined, DefaultSpaceSettings: undefined });
    expect(placementsOf(row)).toMatchObject([{ subnetIds: ['subnet-1'], securityGroupIds: [], groupsFrom: [] }]);
  });

  it('is in none of its subnets unless VpcOnly', () => {
    expect(workloadOf(domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' }))).toMatchObject({ placements: [], unresolved: [] });
  });

  it('keeps the gap of a refused describe', () => {
    const gap = refused('sagemaker:DescribeDomain', 'd-1');
    expect(placementsOf(domain('d-1', gap))).toEqual([gap]);
    expect(workloadOf(domain('d-1', gap)).unresolved).toEqual([]);
  });
});
