import type { Evidence } from '../../core/evidence.ts';
import type { PathStep } from '../../core/path-step.ts';

/** Which API action told of a step of a path. */
const sources: Readonly<Record<string, string>> = {
  'security-group-rule': 'ec2:DescribeSecurityGroups',
  'security-group': 'ec2:DescribeSecurityGroups',
  'network-acl-entry': 'ec2:DescribeNetworkAcls',
  route: 'ec2:DescribeRouteTables',
  'route-table': 'ec2:DescribeRouteTables',
  'nat-gateway': 'ec2:DescribeNatGateways',
  'internet-gateway': 'ec2:DescribeInternetGateways',
  'egress-only-internet-gateway': 'ec2:DescribeEgressOnlyInternetGateways',
  'carrier-gateway': 'ec2:DescribeCarrierGateways',
  'transit-gateway': 'ec2:DescribeTransitGatewayVpcAttachments',
  'transit-gateway-attachment': 'ec2:DescribeTransitGatewayAttachments',
  'transit-gateway-route': 'ec2:SearchTransitGatewayRoutes',
  'transit-gateway-route-table': 'ec2:SearchTransitGatewayRoutes',
  'vpc-peering-connection': 'ec2:DescribeVpcPeeringConnections',
  'vpc-endpoint': 'ec2:DescribeVpcEndpoints',
  'network-interface': 'ec2:DescribeNetworkInterfaces',
  'network-firewall': 'network-firewall:DescribeFirewall',
  'block-public-access': 'ec2:DescribeVpcBlockPublicAccessOptions',
  subnet: 'ec2:DescribeSubnets',
  vpc: 'ec2:DescribeVpcs',
};

/** The steps of a path that rest on a rule, route or setting, as evidence. */
export function pathEvidence(path: readonly PathStep[]): readonly Evidence[] {
  return path.flatMap(({ kind, id, detail }) => {
    const source = sources[kind];
    return source === undefined || kind === 'subnet' ? [] : [{ source, path: id, value: detail }];
  });
}
