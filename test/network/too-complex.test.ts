import { describe, expect, it } from 'vitest';
import { union } from '../../src/network/address-set.ts';
import { internetVerdict, toInternet } from '../../src/network/reach.ts';
import { remoteAddresses } from '../../src/network/traffic.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { elastic, of } from '../support/one-packet.ts';
import { networkAcl } from '../support/rows-network.ts';
import { igwRoute, mainTable, securityGroup, subnet, subnetTable, vpc } from '../support/rows.ts';

/** One rule for each of so many addresses, no two of which lie together or have the same port. */
const rules = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    IpProtocol: 'tcp',
    FromPort: 1 + (at % 60_000),
    ToPort: 1 + (at % 60_000),
    IpRanges: [{ CidrIp: `${20 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}.1/32` }],
  }));

const sending = (count: number) =>
  networkFrom(
    inventory({
      securityGroups: [securityGroup({ IpPermissionsEgress: rules(count) })],
      vpcs: [vpc()],
      subnets: [subnet()],
      networkAcls: [networkAcl(['subnet-1'])],
      routeTables: [mainTable([igwRoute()])],
      networkInterfaces: [networkInterface('eni-1', '10.0.1.10', elastic('10.0.1.10'))],
    }),
  );

describe('rules that are too many to work with', () => {
  it('a thousand are followed exactly', () => {
    const network = sending(1_000);
    const pieces = toInternet(network, originIn(network, 'eni-1'), 4);
    expect(internetVerdict(pieces)).toBe('reachable');
    const open = pieces.filter(({ verdict }) => verdict === 'reachable').map(({ traffic }) => remoteAddresses(traffic));
    expect(union(open.flat()).length).toBe(1_000);
  });

  it('of 25,000 nothing is said, and nothing is late', () => {
    const network = sending(25_000);
    const pieces = toInternet(network, originIn(network, 'eni-1'), 4);
    expect(pieces.map((piece) => (piece.verdict === 'undecided' ? piece.doubts.map(({ code }) => code) : piece.verdict))).toEqual([
      ['TOO_COMPLEX'],
    ]);
  });

  it('gateways that lead to gateways end somewhere', () => {
    const count = 200;
    const forwarders = Array.from({ length: count }, (_, at) =>
      networkInterface(`eni-f${at}`, `10.0.${at + 2}.10`, {
        SubnetId: `subnet-f${at}`,
        SourceDestCheck: false,
        Attachment: { InstanceId: `i-${at}` },
      }),
    );
    const to = (at: number) => ({ DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: `eni-f${at}`, State: 'active' as const });
    const network = of({
      vpcs: [vpc()],
      subnets: [subnet(), ...forwarders.map((_, at) => subnet({ SubnetId: `subnet-f${at}`, CidrBlock: `10.0.${at + 2}.0/24` }))],
      networkInterfaces: [networkInterface('eni-1', '10.0.1.10'), ...forwarders],
      networkAcls: [networkAcl(['subnet-1', ...forwarders.map((_, at) => `subnet-f${at}`)])],
      routeTables: [mainTable([to(0)]), ...forwarders.map((_, at) => subnetTable(`subnet-f${at}`, [to((at + 1) % count)]))],
    });
    const pieces = toInternet(network, originIn(network, 'eni-1'), 4);
    expect(internetVerdict(pieces)).not.toBe('reachable');
  });
});
