import { describe, expect, it } from 'vitest';
import { need } from '../../src/inventory/fact.ts';
import { clusterWorkload } from '../../src/workloads/cluster-workload.ts';
import { cluster } from '../support/rows-studio.ts';
import { refused } from '../support/rows.ts';

const where = { partition: 'aws', account: '111122223333', region: 'eu-west-1' };
const other = { Subnets: ['subnet-2'], SecurityGroupIds: ['sg-2'] };
const view = (given: Parameters<typeof cluster>[1]) => clusterWorkload(cluster('c', given), where);
const subnets = (given: Parameters<typeof cluster>[1]) =>
  view(given).placements.map((placement) => `${need(placement).subnetsPath} ${need(placement).subnetIds.join()}`);
const kinds = (given: Parameters<typeof cluster>[1]) => view(given).connections.map((connection) => need(connection).kind);

describe('where a HyperPod cluster is', () => {
  it('in its VpcConfig, once for all groups that say nothing else', () => {
    const given = { InstanceGroups: [{ InstanceGroupName: 'a' }, { InstanceGroupName: 'b' }] };
    expect(subnets(given)).toEqual(['VpcConfig.Subnets subnet-1']);
    expect(kinds(given)).toEqual(['vpc']);
  });

  it('and where a group names another', () => {
    const given = { InstanceGroups: [{ InstanceGroupName: 'a' }, { InstanceGroupName: 'b', OverrideVpcConfig: other }] };
    expect(subnets(given)).toEqual(['VpcConfig.Subnets subnet-1', 'InstanceGroups[1].OverrideVpcConfig.Subnets subnet-2']);
  });

  it('only there, where each group names one: no instance is where the cluster is', () => {
    const given = { RestrictedInstanceGroups: [{ InstanceGroupName: 'b', OverrideVpcConfig: other }], InstanceGroups: [] };
    expect(subnets(given)).toEqual(['RestrictedInstanceGroups[0].OverrideVpcConfig.Subnets subnet-2']);
  });

  it('in a network of SageMaker without one, beside the VPC of a group', () => {
    const given = {
      VpcConfig: undefined,
      InstanceGroups: [{ InstanceGroupName: 'a' }, { InstanceGroupName: 'b', OverrideVpcConfig: other }],
    };
    expect(kinds(given)).toEqual(['service-network', 'vpc']);
  });

  it('where its VpcConfig says, while it has no group yet', () =>
    expect(subnets({ InstanceGroups: [] })).toEqual(['VpcConfig.Subnets subnet-1']));

  it('nobody knows where, when it could not be described', () => {
    const { placements, connections } = view(refused('sagemaker:DescribeCluster'));
    expect([...placements, ...connections].map((fact) => fact.known)).toEqual([false, false]);
  });
});
