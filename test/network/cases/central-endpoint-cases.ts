import { networkInterface } from '../../support/network.ts';
import { privateHostedZone } from '../../support/rows-names.ts';
import { localRoute, mainTable, refused, subnet, subnetTable, vpc } from '../../support/rows.ts';
import { https, groups, api, host, dnsName, alias, zone, central, toVpc, type EndpointCase } from './endpoint-world.ts';
import { route } from './world.ts';

/** Endpoints that stand in another VPC than the workload's, behind a peering, and what zones say of their names. */
export const centralEndpointCases: Readonly<Record<string, EndpointCase>> = {
  'a central endpoint over a peering, by alias': {
    given: central,
    service: 'sagemaker.api',
    want: 'private',
    name: 'private-zone',
    endpoint: 'vpce-1',
  },
  'by CNAME': {
    given: { ...central, privateHostedZones: [zone([{ Name: `${host}.`, Type: 'CNAME', ResourceRecords: [{ Value: dnsName }] }])] },
    service: 'sagemaker.api',
    want: 'private',
    name: 'private-zone',
  },
  'by the addresses of its interfaces': {
    given: {
      ...central,
      networkInterfaces: [networkInterface('eni-e', '10.1.5.7', { VpcId: 'vpc-2', SubnetId: 'subnet-e', Groups: [{ GroupId: 'sg-e' }] })],
      vpcEndpoints: [api({ VpcId: 'vpc-2', PrivateDnsEnabled: false, NetworkInterfaceIds: ['eni-e'] })],
      privateHostedZones: [zone([{ Name: `${host}.`, Type: 'A', ResourceRecords: [{ Value: '10.1.5.7' }] }])],
    },
    service: 'sagemaker.api',
    want: 'private',
    name: 'private-zone',
    endpoint: 'vpce-1',
  },
  'by addresses that nobody holds': {
    given: { ...central, privateHostedZones: [zone([{ Name: `${host}.`, Type: 'A', ResourceRecords: [{ Value: '10.1.5.99' }] }])] },
    service: 'sagemaker.api',
    want: 'nowhere',
    name: 'private-zone',
    by: 'NO_INTERFACE vpc-2',
  },
  'by a wildcard': {
    given: { ...central, privateHostedZones: [zone([alias('\\052.sagemaker.eu-west-1.amazonaws.com')], 'eu-west-1.amazonaws.com')] },
    service: 'sagemaker.api',
    want: 'private',
    name: 'private-zone',
  },
  'a zone that holds the name and has no record for it': {
    given: {
      ...central,
      privateHostedZones: [zone([alias('sts.eu-west-1.amazonaws.com')], 'eu-west-1.amazonaws.com')],
    },
    service: 'sagemaker.api',
    want: 'nowhere',
    name: 'nothing',
  },
  'a zone of the same name for another VPC alone': {
    given: { ...central, privateHostedZones: [privateHostedZone(host, [alias(host)], { VpcId: 'vpc-2' })] },
    service: 'sagemaker.api',
    want: 'nowhere',
    name: 'public',
  },
  'the records belong to another account': {
    given: { ...central, privateHostedZones: [zone(refused('route53:ListResourceRecordSets'))] },
    service: 'sagemaker.api',
    want: 'undecided',
    name: 'unknown',
    by: 'route53:ListResourceRecordSets',
  },
  'zones refused': {
    given: { ...central, privateHostedZones: refused('route53:ListHostedZonesByVPC') },
    service: 'sagemaker.api',
    want: 'undecided',
    name: 'unknown',
    by: 'route53:ListHostedZonesByVPC',
  },
  'an endpoint of an account that was not read': {
    given: { ...central, vpcEndpoints: [] },
    service: 'sagemaker.api',
    want: 'undecided',
    name: 'unknown',
    by: 'CROSS_ACCOUNT vpce-1',
  },
  'a zone that leads to the endpoint of another service': {
    given: { ...central, vpcEndpoints: [api({ VpcId: 'vpc-2', ServiceName: 'com.amazonaws.eu-west-1.logs' })] },
    service: 'sagemaker.api',
    want: 'nowhere',
    name: 'nothing',
  },
  'the peering has no way back': {
    given: {
      ...central,
      routeTables: [
        mainTable([route('10.1.0.0/16', 'pcx-1')]),
        subnetTable('subnet-e', [], { VpcId: 'vpc-2', Routes: [{ ...localRoute, DestinationCidrBlock: '10.1.0.0/16' }] }),
      ],
    },
    service: 'sagemaker.api',
    want: 'nowhere',
    name: 'private-zone',
    by: 'NO_RETURN_ROUTE rtb-subnet-e',
  },
  'the central VPC has the same addresses as the workload’s': {
    given: {
      ...central,
      vpcs: [vpc(), vpc({ VpcId: 'vpc-2' })],
      subnets: [subnet(), subnet({ SubnetId: 'subnet-e', VpcId: 'vpc-2', CidrBlock: '10.0.5.0/24' })],
      vpcPeeringConnections: [],
      securityGroups: groups(toVpc, [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }], { VpcId: 'vpc-2' }),
    },
    service: 'sagemaker.api',
    want: 'nowhere',
    name: 'private-zone',
    by: 'NO_INTERFACE vpc-1',
  },
};
