import { describe, expect, it } from 'vitest';
import { distanceToInternet } from '../../../src/network/changes/distance.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { networkFrom, originIn } from '../../support/network.ts';
import { blockPublicAccess, internetGateway, natGateway, networkAcl } from '../../support/rows-network.ts';
import { igwRoute, mainTable, refused, securityGroup, subnet, subnetTable } from '../../support/rows.ts';
import { open, route } from '../cases/world.ts';

const chain = {
  subnets: [subnet(), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
  networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
  routeTables: [mainTable([route('0.0.0.0/0', 'nat-1')]), subnetTable('subnet-nat', [igwRoute()])],
  natGateways: [natGateway()],
  internetGateways: [internetGateway()],
  securityGroups: [securityGroup({ IpPermissionsEgress: open })],
} satisfies Given;
const shut = securityGroup();
const refusedGateways = refused('ec2:DescribeInternetGateways');
const inbound = (Protocol: string, CidrBlock: string) => ({
  Egress: false,
  RuleNumber: 100,
  Protocol,
  RuleAction: 'allow' as const,
  CidrBlock,
});
const aclOf = (Entries: readonly ReturnType<typeof inbound>[]) => networkAcl(['subnet-nat'], { NetworkAclId: 'acl-nat', Entries });
const noRoute = [mainTable(), subnetTable('subnet-nat', [igwRoute()])];

const distance = (given: Given) => {
  const network = networkFrom(inventory(given));
  return distanceToInternet(network, originIn(network, 'subnet-1'), 4)?.blockers.map(({ code, step }) => `${code} ${step.id}`);
};

describe('how far a blocked workload is from the internet', () => {
  it.each<[string, Given, readonly string[] | undefined]>([
    ['not at all', chain, []],
    ['a group alone', { ...chain, securityGroups: [shut] }, ['SECURITY_GROUP sg-1']],
    ['a route alone', { ...chain, routeTables: noRoute }, ['NO_ROUTE rtb-main']],
    ['a group and a route', { ...chain, securityGroups: [shut], routeTables: noRoute }, ['SECURITY_GROUP sg-1', 'NO_ROUTE rtb-main']],
    [
      'Block Public Access behind a route',
      {
        ...chain,
        routeTables: noRoute,
        blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      },
      ['NO_ROUTE rtb-main', 'BLOCK_PUBLIC_ACCESS subnet-nat'],
    ],
    [
      'a route to a gateway that there is not yet',
      { ...chain, routeTables: [mainTable()], natGateways: [], internetGateways: [] },
      ['NO_ROUTE rtb-main', 'NOT_ATTACHED vpc-1', 'NO_PUBLIC_ADDRESS a new internet gateway'],
    ],
    [
      'Block Public Access before a gateway that there is not yet',
      {
        ...chain,
        routeTables: [mainTable()],
        natGateways: [],
        internetGateways: [],
        blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      },
      ['NO_ROUTE rtb-main', 'NOT_ATTACHED vpc-1', 'NO_PUBLIC_ADDRESS a new internet gateway', 'BLOCK_PUBLIC_ACCESS subnet-1'],
    ],
    [
      'a network ACL that lets only TCP in, and nothing out: one change for each direction',
      { ...chain, networkAcls: [networkAcl(['subnet-1']), aclOf([inbound('6', '10.0.0.0/16')])] },
      ['NETWORK_ACL acl-nat', 'NETWORK_ACL acl-nat'],
    ],
    [
      'one of two NAT gateways that has a way out',
      {
        ...chain,
        routeTables: noRoute,
        subnets: [...chain.subnets, subnet({ SubnetId: 'subnet-3', CidrBlock: '10.0.3.0/24' })],
        networkAcls: [networkAcl(['subnet-1', 'subnet-nat', 'subnet-3'])],
        natGateways: [natGateway({ NatGatewayId: 'nat-0', SubnetId: 'subnet-3' }), natGateway()],
      },
      ['NO_ROUTE rtb-main'],
    ],
    [
      'a gateway that nobody has read',
      { ...chain, routeTables: [mainTable()], natGateways: [], internetGateways: refusedGateways },
      undefined,
    ],
    [
      'a route, and an address that the internet can answer',
      { ...chain, routeTables: [mainTable()], natGateways: [] },
      ['NO_ROUTE rtb-main', 'NO_PUBLIC_ADDRESS igw-1'],
    ],
  ])('%s', (_name, given, blockers) => expect(distance(given)).toEqual(blockers));
});
