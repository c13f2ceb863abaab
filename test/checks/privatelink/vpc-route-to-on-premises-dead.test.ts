import check from '../../../src/checks/privatelink/vpc-route-to-on-premises-dead.ts';
import { unreadTransit } from '../../support/central-endpoint.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import {
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
  transitRoute,
} from '../../support/rows-transit.ts';
import { igwRoute, mainTable, notebook, refused, subnet, subnetTable, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const to = (target: object, State: 'active' | 'blackhole' = 'active') => ({ DestinationCidrBlock: '192.168.0.0/16', State, ...target });
const vgw = { GatewayId: 'vgw-1' };
const tgw = { TransitGatewayId: 'tgw-1' };
/** tgw-1 sends what is for premises to a VPN, and the rest nowhere. */
const transit: Given = {
  ...used,
  transitGateways: [transitGateway()],
  transitGatewayAttachments: [
    transitGatewayAttachment(),
    transitGatewayAttachment({ TransitGatewayAttachmentId: 'tgw-attach-vpn', ResourceType: 'vpn', ResourceId: 'vpn-1' }),
  ],
  transitGatewayVpcAttachments: [transitGatewayVpcAttachment()],
  transitGatewayRouteTables: [
    transitGatewayRouteTable([
      transitRoute('192.168.0.0/16', 'tgw-attach-vpn', {
        TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-vpn', ResourceType: 'vpn', ResourceId: 'vpn-1' }],
      }),
    ]),
  ],
  routeTables: [mainTable([to(tgw)])],
};

testCheck(check, {
  fail: [
    [
      'a route to a gateway that is gone',
      inventory({ ...used, routeTables: [mainTable([to(vgw, 'blackhole')])] }),
      'vpc-1',
      {
        says: 'a route of vpc-1 towards networks on premises is a blackhole',
        requirements: ['PL-11'],
        evidence: ['ec2:DescribeRouteTables rtb-main="192.168.0.0/16 → vgw-1 (main table of vpc-1)"'],
      },
    ],
    ['a transit gateway that is gone', inventory({ ...used, routeTables: [mainTable([to(tgw, 'blackhole')])] }), 'vpc-1'],
    [
      'one of two subnets has it',
      inventory({
        notebookInstances: [notebook(), notebook('nb-2', { SubnetId: 'subnet-2' })],
        subnets: [subnet(), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })],
        routeTables: [mainTable([to(vgw)]), subnetTable('subnet-2', [to(vgw, 'blackhole')])],
      }),
      'vpc-1',
    ],
  ],
  pass: [
    [
      'a virtual private gateway, whatever the groups of workloads let out',
      inventory({ ...used, routeTables: [mainTable([to(vgw)])] }),
      'vpc-1',
      {
        says: 'vpc-1 is joined to networks on premises by vgw-1',
        evidence: ['ec2:DescribeRouteTables rtb-main="192.168.0.0/16 → vgw-1 (main table of vpc-1)"'],
      },
    ],
    ['a VPN at a transit gateway', inventory(transit), 'vpc-1', { says: 'joined to networks on premises by' }],
  ],
  unknown: [
    [
      'a way, while a workload that may have another could not be read',
      inventory({
        ...used,
        trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))],
        routeTables: [mainTable([to(vgw)])],
      }),
      'vpc-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
    [
      'a transit gateway whose routes were refused',
      inventory({ ...used, ...unreadTransit, routeTables: [mainTable([to(tgw)])] }),
      'vpc-1',
      { missing: ['ec2:SearchTransitGatewayRoutes'] },
    ],
    [
      'tables refused',
      inventory({ ...used, routeTables: refused('ec2:DescribeRouteTables') }),
      'vpc-1',
      { missing: ['ec2:DescribeRouteTables'] },
    ],
  ],
  'not-applicable': [
    ['no such route', inventory(used), 'vpc-1'],
    ['an internet gateway', inventory({ ...used, routeTables: [mainTable([igwRoute()])] }), 'vpc-1'],
    [
      'a NAT gateway that is gone is no matter of premises',
      inventory({ ...used, routeTables: [mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'blackhole' }])] }),
      'vpc-1',
    ],
    [
      'a transit gateway that joins VPCs only',
      inventory({ ...transit, transitGatewayRouteTables: [transitGatewayRouteTable([])] }),
      'vpc-1',
    ],
    ['a table that no workload uses', inventory({ ...used, routeTables: [mainTable(), subnetTable('subnet-9', [to(vgw)])] }), 'vpc-1'],
  ],
  silent: [['no workloads', inventory({ routeTables: [mainTable([to(vgw)])] })]],
});
