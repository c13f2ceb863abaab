import { describe, expect, it } from 'vitest';
import type { NetworkAcl } from '../../src/inventory/sections/network-acls.ts';
import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';
import { parseAddress } from '../../src/network/address-set.ts';
import { reach } from '../../src/network/reach.ts';
import { trafficText } from '../../src/network/traffic-text.ts';
import { allTraffic, uniteAll } from '../../src/network/traffic.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { networkAcl } from '../support/rows-network.ts';
import { securityGroup, subnet } from '../support/rows.ts';
import { open } from './cases/world.ts';

/**
 * What one instance may send to another, after the acceptance scenarios of luhring/reach, which were compared with networks in AWS:
 * https://github.com/luhring/reach/blob/main/reach/analyzer/analyzer_test.go
 */

type Rules = NonNullable<SecurityGroup['IpPermissions']>;
type Entry = NonNullable<NetworkAcl['Entries']>[number];

const anywhere = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const member = { UserIdGroupPairs: [{ GroupId: 'sg-none' }] };
const ports = (IpProtocol: string, FromPort: number, ToPort = FromPort) => ({ IpProtocol, FromPort, ToPort });
const esp = { IpProtocol: '50', ...anywhere };

const entry = (Egress: boolean, CidrBlock: string, Protocol: string, PortRange?: Entry['PortRange']): Entry => ({
  Egress,
  CidrBlock,
  Protocol,
  RuleAction: 'allow',
  RuleNumber: 100,
  ...(PortRange === undefined ? {} : { PortRange }),
});
const bothWays = (protocol: string): readonly Entry[] => [entry(true, '0.0.0.0/0', protocol), entry(false, '0.0.0.0/0', protocol)];
const postgres = { From: 5432, To: 5432 };
const [there, here] = ['10.0.2.0/24', '10.0.0.0/24'];

interface Scenario {
  readonly out: Rules;
  readonly into: Rules;
  /** The entries of the sender's ACL and of the receiver's, where they are in different subnets. */
  readonly acls?: readonly [readonly Entry[], readonly Entry[]];
}

function sent({ out, into, acls }: Scenario): string {
  const apart = acls !== undefined;
  const address = apart ? '10.0.2.9' : '10.0.0.9';
  const both = [{ GroupId: 'sg-none' }];
  const network = networkFrom(
    inventory({
      subnets: [subnet({ CidrBlock: here }), subnet({ SubnetId: 'subnet-2', CidrBlock: there })],
      networkAcls: [
        networkAcl(['subnet-1'], { NetworkAclId: 'acl-1', ...(apart ? { Entries: [...acls[0]] } : {}) }),
        networkAcl(['subnet-2'], { NetworkAclId: 'acl-2', ...(apart ? { Entries: [...acls[1]] } : {}) }),
      ],
      securityGroups: [
        securityGroup({ GroupId: 'sg-none', IpPermissions: [], IpPermissionsEgress: [] }),
        securityGroup({ GroupId: 'sg-out', IpPermissions: [], IpPermissionsEgress: out }),
        securityGroup({ GroupId: 'sg-in', IpPermissions: into, IpPermissionsEgress: [] }),
      ],
      networkInterfaces: [
        networkInterface('eni-a', '10.0.0.8', { Groups: [...both, { GroupId: 'sg-out' }] }),
        networkInterface('eni-b', address, { SubnetId: apart ? 'subnet-2' : 'subnet-1', Groups: [...both, { GroupId: 'sg-in' }] }),
      ],
    }),
  );
  const to = parseAddress(address);
  if (to === undefined) throw new Error('no address');
  const { pieces } = reach(network, originIn(network, 'eni-a'), 4, allTraffic([to], 4));
  expect(pieces.map(({ verdict }) => verdict)).not.toContain('undecided');
  return trafficText(uniteAll(pieces.filter(({ verdict }) => verdict === 'reachable').map(({ traffic }) => traffic)));
}

const everything = 'tcp, udp, icmp, other protocols';
const udpToMembers = { ...ports('udp', 0, 65_535), ...member };
const dnsFromMembers = { ...ports('udp', 53), ...member };
const allTcp = { ...ports('tcp', 0, 65_535), ...anywhere };
const ssh = { ...ports('tcp', 22), ...anywhere };

describe('from one instance to another', () => {
  it.each<[name: string, Scenario, string]>([
    ['same subnet, no rules', { out: [], into: [] }, ''],
    [
      'same subnet, several protocols',
      { out: [udpToMembers, esp, allTcp], into: [dnsFromMembers, esp, ssh] },
      'tcp 22, udp 53, protocol 50',
    ],
    ['same subnet, DNS by reference to a group', { out: [udpToMembers], into: [dnsFromMembers] }, 'udp 53'],
    [
      'same subnet, HTTPS between the very addresses',
      {
        out: [{ ...ports('tcp', 443), IpRanges: [{ CidrIp: '10.0.0.9/32' }] }],
        into: [{ ...ports('tcp', 443), IpRanges: [{ CidrIp: '10.0.0.8/32' }] }],
      },
      'tcp 443',
    ],
    ['same subnet, SSH', { out: open, into: [ssh] }, 'tcp 22'],
    ['same subnet, everything', { out: open, into: open }, everything],
    ['same VPC, everything', { out: open, into: open, acls: [bothWays('-1'), bothWays('-1')] }, everything],
    ['same VPC, ACLs that allow nothing', { out: open, into: open, acls: [[], []] }, ''],
    ['same VPC, ACLs of TCP and groups of ESP', { out: [esp], into: open, acls: [bothWays('6'), bothWays('6')] }, ''],
    [
      'same VPC, PostgreSQL and nothing else',
      {
        out: [{ ...ports('tcp', 5432), ...member }],
        into: [{ ...ports('tcp', 5432), ...member }],
        acls: [
          [entry(true, there, '6', postgres), entry(false, there, '6', { From: 1024, To: 65_535 })],
          [entry(false, here, '6', postgres), entry(true, here, '6', { From: 1024, To: 65_535 })],
        ],
      },
      'tcp 5432',
    ],
  ])('%s', (_name, scenario, traffic) => {
    expect(sent(scenario)).toBe(traffic);
  });
});
