import check from '../../../src/checks/vpc-placement/cluster-outside-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { cluster } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const inVpc = { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
const group = (InstanceGroupName: string, OverrideVpcConfig?: typeof inVpc) => ({ InstanceGroupName, OverrideVpcConfig });
const clusterOf = (given: Parameters<typeof cluster>[1]) => inventory({ clusters: [cluster('c', given)] });

testCheck(check, {
  fail: [
    [
      'no VpcConfig at all',
      clusterOf({ VpcConfig: undefined }),
      'c',
      {
        says: 'its instances are in a VPC of SageMaker',
        requirements: ['VPC-11'],
        evidence: ['sagemaker:DescribeCluster VpcConfig.Subnets=null'],
      },
    ],
    [
      'one group has a VPC of its own, the other has none',
      clusterOf({ VpcConfig: undefined, InstanceGroups: [group('controller', inVpc), group('workers')] }),
      'c',
      { says: '1 of its 2 instance groups', evidence: ['sagemaker:DescribeCluster InstanceGroups[1].InstanceGroupName="workers"'] },
    ],
    [
      'a restricted group has none',
      clusterOf({ VpcConfig: undefined, InstanceGroups: [group('a', inVpc)], RestrictedInstanceGroups: [group('rig')] }),
      'c',
      { evidence: ['sagemaker:DescribeCluster RestrictedInstanceGroups[0].InstanceGroupName="rig"'] },
    ],
    ['no group yet, and no VpcConfig for those to come', clusterOf({ VpcConfig: undefined, InstanceGroups: [] }), 'c'],
    ['a VpcConfig that names no subnet', clusterOf({ VpcConfig: { Subnets: [], SecurityGroupIds: [] } }), 'c'],
  ],
  pass: [
    ['a VpcConfig', clusterOf({}), 'c'],
    ['a VpcConfig, and a group elsewhere', clusterOf({ InstanceGroups: [group('a'), group('b', inVpc)] }), 'c'],
    [
      'each group names a VPC',
      clusterOf({ VpcConfig: undefined, InstanceGroups: [group('a', inVpc)] }),
      'c',
      { says: 'each of its instance groups' },
    ],
  ],
  unknown: [
    ['describe refused', clusterOf(refused('sagemaker:DescribeCluster')), 'c', { missing: ['sagemaker:DescribeCluster'] }],
    ['list refused', inventory({ clusters: refused('sagemaker:ListClusters') }), '111122223333', { missing: ['sagemaker:ListClusters'] }],
  ],
  silent: [['no cluster', inventory()]],
});
