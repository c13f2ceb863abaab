import check from '../../../src/checks/internet-ingress/workload-reachable-from-internet.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { networkInterface } from '../../support/network.ts';
import { loadBalancer, loadBalancerListeners, targetGroup } from '../../support/rows-load-balancers.ts';
import { account, igwRoute, mainTable, model, notebook, refused, securityGroup, subnet, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const admitsAll = securityGroup({
  IpPermissions: [
    { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
  ],
});
/** A subnet with IPv6 and a way to and from the internet. */
const open: Given = {
  subnets: [subnet({ Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f18::/64', Ipv6CidrBlockState: { State: 'associated' } }] })],
  routeTables: [mainTable([igwRoute(), { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active' }])],
  securityGroups: [admitsAll],
};
const dualStack = notebook('nb-1', { IpAddressType: 'dualstack' });

testCheck(check, {
  fail: [
    [
      'a dual-stack notebook: its IPv6 address is a public one',
      inventory({ ...open, notebookInstances: [dualStack] }),
      'nb-1',
      {
        says: 'the internet can connect to tcp 443 of the notebook in subnet-1',
        requirements: ['ING-1'],
        evidence: ['sagemaker:DescribeNotebookInstance nb-1: SubnetId="subnet-1"'],
      },
    ],
  ],
  pass: [
    ['the group admits itself only', inventory({ ...open, securityGroups: [securityGroup()], notebookInstances: [dualStack] }), 'nb-1'],
    [
      'IPv4 alone: no public address is paired with it',
      inventory({ ...open, notebookInstances: [notebook()] }),
      'nb-1',
      { says: 'no public IPv4 address', requirements: ['ING-1'] },
    ],
    [
      'network isolation without a VPC',
      inventory({ models: [model('model-1', { VpcConfig: undefined })] }),
      'model-1',
      { says: 'network isolation' },
    ],
  ],
  unknown: [
    [
      'route tables refused',
      inventory({ ...open, routeTables: refused('ec2:DescribeRouteTables'), notebookInstances: [dualStack] }),
      'nb-1',
      { missing: ['ec2:DescribeRouteTables'] },
    ],
    [
      'the notebook refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
    [
      'its subnet does not exist any more',
      inventory({ notebookInstances: [notebook('nb-1', { SubnetId: 'subnet-gone' })] }),
      'nb-1',
      { says: 'subnet-gone', missing: [] },
    ],
    ['models refused', inventory({ models: refused('sagemaker:ListModels') }), account, { missing: ['sagemaker:ListModels'] }],
  ],
  'not-applicable': [
    [
      'a job outside any VPC',
      inventory({ trainingJobs: [trainingJob('job-1', { VpcConfig: undefined, EnableNetworkIsolation: false })] }),
      'job-1',
    ],
    [
      'a finished job whose subnet is gone',
      inventory({
        trainingJobs: [
          trainingJob(
            'job-1',
            { EnableNetworkIsolation: false, VpcConfig: { Subnets: ['subnet-gone'], SecurityGroupIds: ['sg-1'] } },
            'Completed',
          ),
        ],
      }),
      'job-1',
    ],
  ],
  silent: [
    [
      'no workload, though an interface is exposed by a load balancer',
      inventory({
        loadBalancers: [loadBalancer()],
        loadBalancerListeners: [loadBalancerListeners()],
        targetGroups: [targetGroup()],
        networkInterfaces: [networkInterface('eni-1', '10.0.1.5')],
      }),
    ],
  ],
});
