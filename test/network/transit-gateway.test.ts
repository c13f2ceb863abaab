import { describe, expect, it } from 'vitest';
import type { Given } from '../support/inventory.ts';
import { joined } from '../support/joined-vpcs.ts';
import { fate } from '../support/one-packet.ts';
import { transitGatewayAttachment, transitGatewayRouteTable, transitGatewayVpcAttachment, transitRoute } from '../support/rows-transit.ts';
import { networkAcl } from '../support/rows-network.ts';
import { refused, subnet } from '../support/rows.ts';

const there = transitRoute('10.1.0.0/16', 'tgw-attach-2');
const back = transitRoute('10.0.0.0/16', 'tgw-attach-1');
const table = (...routes: readonly ReturnType<typeof transitRoute>[]): Given => ({
  transitGatewayRouteTables: [transitGatewayRouteTable(routes)],
});
const far = (given: Parameters<typeof transitGatewayVpcAttachment>[0]): Given => ({
  transitGatewayVpcAttachments: [
    transitGatewayVpcAttachment(),
    transitGatewayVpcAttachment({ TransitGatewayAttachmentId: 'tgw-attach-2', VpcId: 'vpc-2', SubnetIds: ['subnet-2'], ...given }),
  ],
});
const associations = (...tables: readonly (string | undefined)[]): Given => ({
  transitGatewayAttachments: tables.map((id, at) => {
    const { Association: _, ...row } = transitGatewayAttachment({
      TransitGatewayAttachmentId: `tgw-attach-${at + 1}`,
      ResourceId: `vpc-${at + 1}`,
    });
    return id === undefined ? row : { ...row, Association: { TransitGatewayRouteTableId: id, State: 'associated' } };
  }),
});
const vpn = { TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-vpn', ResourceType: 'vpn' as const }] };

describe('over a transit gateway', () => {
  it.each<readonly [string, Given, string, string]>([
    ['two tables with a way there and back', { ...table(there, back) }, 'interface', 'interface'],
    ['no way there', table(back), 'NO_ROUTE', 'NO_ROUTE'],
    ['no way back', table(there), 'NO_RETURN_ROUTE', 'interface'],
    ['a way back that is a blackhole', table(there, { ...back, State: 'blackhole' }), 'NO_RETURN_ROUTE', 'interface'],
    ['a way back to another attachment', table(there, transitRoute('10.0.0.0/16', 'tgw-attach-9')), 'NO_RETURN_ROUTE', 'interface'],
    ['a blackhole', table({ ...there, State: 'blackhole' }, back), 'BLACKHOLE', 'BLACKHOLE'],
    [
      'a static route that goes before a propagated one',
      table({ ...there, Type: 'propagated' }, { ...there, ...vpn }, back),
      '? ON_PREM',
      '? ON_PREM',
    ],
    [
      'a propagated route that is longer',
      table({ ...there, DestinationCidrBlock: '10.1.1.0/24', Type: 'propagated' }, { ...there, ...vpn }, back),
      'interface',
      'interface',
    ],
    [
      'equal routes to two attachments',
      table(
        {
          ...there,
          TransitGatewayAttachments: [
            ...vpn.TransitGatewayAttachments,
            { TransitGatewayAttachmentId: 'tgw-attach-2', ResourceType: 'vpc' },
          ],
        },
        back,
      ),
      'interface',
      'interface',
    ],
    [
      'a table that could not be read',
      { transitGatewayRouteTables: [transitGatewayRouteTable(refused('ec2:SearchTransitGatewayRoutes'))] },
      '? NO_PERMISSION',
      '? NO_PERMISSION',
    ],
    ['no table on this side', associations(undefined, 'tgw-rtb-1'), 'NOT_ASSOCIATED', 'NOT_ASSOCIATED'],
    ['no table on the far side', associations('tgw-rtb-1', undefined), 'NO_RETURN_ROUTE', 'interface'],
    ['a far attachment that is gone', far({ State: 'deleted' }), 'NOT_ATTACHED', 'NOT_ATTACHED'],
    ['a far attachment that is being made', far({ State: 'pending' }), '? STATE_CHANGING', '? STATE_CHANGING'],
    ['a far attachment in a subnet of another zone', far({ SubnetIds: ['subnet-3'] }), 'NO_RETURN_ROUTE', 'interface'],
    ['no attachment', { transitGatewayVpcAttachments: [] }, 'NOT_ATTACHED', 'NOT_ATTACHED'],
  ])('with %s', (_what, given, tcp, udp) => {
    expect(fate(joined(given), 'eni-a', '10.1.1.10')).toBe(tcp);
    expect(fate(joined(given), 'eni-a', '10.1.1.10', { protocol: 17 })).toBe(udp);
  });

  it('gets only from zones in which the VPC has an attachment', () => {
    const subnets = ['az1', 'az2'].map((AvailabilityZoneId) => [
      subnet({ AvailabilityZoneId: 'az2' }),
      subnet({ SubnetId: 'subnet-a', CidrBlock: '10.0.5.0/24', AvailabilityZoneId }),
      subnet({ SubnetId: 'subnet-2', VpcId: 'vpc-2', CidrBlock: '10.1.1.0/24', AvailabilityZoneId: 'az1' }),
    ]);
    const transitGatewayVpcAttachments = far({}).transitGatewayVpcAttachments;
    const attached = [transitGatewayVpcAttachment({ SubnetIds: ['subnet-a'] }), ...(transitGatewayVpcAttachments as never[]).slice(1)];
    const said = subnets.map((each) =>
      fate(
        joined({ subnets: each, transitGatewayVpcAttachments: attached, networkAcls: [networkAcl(['subnet-1', 'subnet-2', 'subnet-a'])] }),
        'eni-a',
        '10.1.1.10',
        { protocol: 17 },
      ),
    );
    expect(said).toEqual(['NO_ZONE', 'interface']);
  });
});
