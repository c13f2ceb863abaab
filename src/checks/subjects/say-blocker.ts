import type { Evidence } from '../../core/evidence.ts';
import type { EndpointReach } from '../../network/endpoints/endpoint-reach.ts';

/** The calls that show what stops packets, by the kind of step. */
const sources: Readonly<Record<string, string>> = {
  'security-group': 'ec2:DescribeSecurityGroups',
  'network-acl-entry': 'ec2:DescribeNetworkAcls',
  route: 'ec2:DescribeRouteTables',
  'route-table': 'ec2:DescribeRouteTables',
  'vpc-endpoint': 'ec2:DescribeVpcEndpoints',
  vpc: 'ec2:DescribeNetworkInterfaces',
  'vpc-peering-connection': 'ec2:DescribeVpcPeeringConnections',
};

/** Why calls to a service get nowhere: what stops them, or that its name leads to nothing. */
export function sayBlocker({ blocker, name }: EndpointReach): string {
  return blocker === undefined ? name.why : `${blocker.step.id}: ${blocker.step.detail}`;
}

/** The same as evidence. */
export function blockerEvidence({ blocker, name }: EndpointReach): Evidence {
  if (blocker === undefined) return { source: 'route53:ListHostedZonesByVPC', path: name.host, value: name.why };
  const { kind, id, detail } = blocker.step;
  return { source: sources[kind] ?? 'ec2:DescribeVpcs', path: id, value: detail };
}
