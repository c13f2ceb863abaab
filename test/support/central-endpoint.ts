import type { Given } from './inventory.ts';
import { networkAcl } from './rows-network.ts';
import { privateHostedZone } from './rows-names.ts';
import {
  peering,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
} from './rows-transit.ts';
import { dnsAttributes, localRoute, mainTable, refused, securityGroup, subnet, subnetTable, vpc, vpcEndpoint } from './rows.ts';

const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

/** sg-1, which lets TCP 443 out to all private addresses. */
export const outwardGroup = securityGroup({ IpPermissionsEgress: [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }] });

/** tgw-1, attached to vpc-1 and open to its workloads; where it leads to was refused. */
export const unreadTransit: Given = {
  securityGroups: [outwardGroup],
  transitGateways: [transitGateway()],
  transitGatewayAttachments: [transitGatewayAttachment()],
  transitGatewayVpcAttachments: [transitGatewayVpcAttachment()],
  transitGatewayRouteTables: [transitGatewayRouteTable(refused('ec2:SearchTransitGatewayRoutes'))],
};

/**
 * The endpoint for a service in vpc-2, behind pcx-1, and a zone of vpc-1 that leads its name there: everything that workloads in vpc-1 need.
 *
 * @param service as the end of its name: `sagemaker.api`
 * @param host what its clients ask for
 */
export function centralEndpoint(service: string, host: string): Given {
  const toPeer = (DestinationCidrBlock: string) => ({ DestinationCidrBlock, VpcPeeringConnectionId: 'pcx-1', State: 'active' as const });
  const local = { ...localRoute, DestinationCidrBlock: '10.1.0.0/16' };
  const DNSName = `vpce-central-4ac1e6d2.${host}.`;
  return {
    vpcs: [vpc(), vpc({ VpcId: 'vpc-2', CidrBlock: '10.1.0.0/16' })],
    subnets: [subnet(), subnet({ SubnetId: 'subnet-e', VpcId: 'vpc-2', CidrBlock: '10.1.5.0/24' })],
    routeTables: [
      mainTable([toPeer('10.1.0.0/16')]),
      subnetTable('subnet-e', [], { VpcId: 'vpc-2', Routes: [local, toPeer('10.0.0.0/16')] }),
    ],
    networkAcls: [networkAcl(), networkAcl(['subnet-e'], { NetworkAclId: 'acl-2', VpcId: 'vpc-2' })],
    securityGroups: [
      outwardGroup,
      securityGroup({ GroupId: 'sg-e', VpcId: 'vpc-2', IpPermissions: [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }] }),
    ],
    vpcPeeringConnections: [peering()],
    vpcEndpoints: [
      vpcEndpoint(service, {
        VpcEndpointId: 'vpce-central',
        VpcId: 'vpc-2',
        SubnetIds: ['subnet-e'],
        Groups: [{ GroupId: 'sg-e' }],
        PrivateDnsEnabled: false,
        DnsEntries: [
          { DnsName: DNSName.replace(host, host.replace('.amazonaws.com', '.vpce.amazonaws.com')), HostedZoneId: 'Z38GZ743OKFT7T' },
        ],
      }),
    ],
    vpcDnsAttributes: [dnsAttributes('vpc-1'), dnsAttributes('vpc-2')],
    privateHostedZones: [
      privateHostedZone(host, [
        {
          Name: `${host}.`,
          Type: 'A',
          AliasTarget: { DNSName: DNSName.replace(host, host.replace('.amazonaws.com', '.vpce.amazonaws.com')) },
        },
      ]),
    ],
  };
}
