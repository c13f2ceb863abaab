import { describe, expect, it } from 'vitest';
import { internetVerdict, toInternet } from '../../src/network/reach.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, originIn } from '../support/network.ts';
import { internetGateway, natGateway, networkAcl } from '../support/rows-network.ts';
import { igwRoute, mainTable, prefixList, refused, securityGroup, subnet, subnetTable, vpcEndpoint } from '../support/rows.ts';
import { route } from './cases/world.ts';

describe('pieces of which several may be true', () => {
  it('keep the one that may lead to the internet: a list that was refused makes no proof', () => {
    const network = networkFrom(
      inventory({
        subnets: [subnet(), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
        networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
        routeTables: [
          // The list of the S3 endpoint may hold any address, and then nothing would be left for the default route.
          mainTable([{ DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce-s3', State: 'active' }, route('0.0.0.0/0', 'nat-1')]),
          subnetTable('subnet-nat', [igwRoute()]),
        ],
        prefixLists: [prefixList('pl-s3', refused('ec2:GetManagedPrefixListEntries'))],
        vpcEndpoints: [vpcEndpoint('s3', { VpcEndpointId: 'vpce-s3', VpcEndpointType: 'Gateway', SubnetIds: [] })],
        natGateways: [natGateway()],
        internetGateways: [internetGateway()],
        // TCP alone: of UDP the endpoint carries nothing, and the other way would be seen.
        securityGroups: [
          securityGroup({ IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
        ],
      }),
    );
    expect(internetVerdict(toInternet(network, originIn(network, 'subnet-1'), 4))).toBe('undecided');
  });
});
