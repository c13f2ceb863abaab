import { acl, all4, all6, eni, group, openAcl } from './answers.ts';
import { acls, chain, groups, tables, type DocumentedCase } from './chain.ts';

const routes = 'vpc/latest/userguide/VPC_Route_Tables.html';
const priority = 'vpc/latest/userguide/route-tables-priority.html';
const natTrouble = 'vpc/latest/userguide/nat-gateway-troubleshooting.html';
const aclPage = 'vpc/latest/userguide/nacl-basics.html';
const groupPage = 'vpc/latest/userguide/security-group-rules.html';
const lists = 'vpc/latest/userguide/managed-prefix-lists.html';

const list = (id: string, AddressFamily: string, ...cidrs: readonly string[]) => ({
  'prefix-lists.json': {
    PrefixLists: [
      {
        PrefixListId: id,
        AddressFamily,
        State: 'create-complete',
        PrefixListName: id,
        MaxEntries: 10,
        Version: 1,
        OwnerId: '210987654321',
      },
    ],
  },
  [`entries-${id}.json`]: { Entries: cidrs.map((Cidr) => ({ Cidr, Description: 'x' })) },
});
const unread = {
  'prefix-lists.json': { PrefixLists: [{ PrefixListId: 'pl-0aaaabbbbccccdddd', AddressFamily: 'IPv4', OwnerId: '333333333333' }] },
};
const pl = 'pl-0aaaabbbbccccdddd';

export const ruleCases: Readonly<Record<string, DocumentedCase>> = {
  'halves of the internet in a prefix list': {
    page: lists,
    folder: { ...chain, ...tables(`${pl} nat-1`), ...list(pl, 'IPv4', '0.0.0.0/1', '128.0.0.0/1') },
    want: { egress4: 'reachable' },
  },
  'a prefix list that was not read': {
    page: lists,
    folder: { ...chain, ...tables(`${pl} nat-1`), ...unread },
    want: { egress4: 'undecided' },
  },
  'a prefix list that was not read, and a group that lets nothing out': {
    page: groupPage,
    folder: { ...chain, ...tables(`${pl} nat-1`), ...unread, ...groups([], []) },
    want: { egress4: 'blocked' },
  },
  'a static route beats a prefix list of the same length': {
    page: priority,
    folder: { ...chain, ...tables(`${pl} nat-1`, '8.8.8.0/24 pcx-1 blackhole'), ...list(pl, 'IPv4', '8.8.8.0/24') },
    want: { 'to 8.8.8.8:443': 'blocked', egress4: 'blocked' },
  },
  'a longer prefix in a list beats a static route': {
    page: priority,
    folder: { ...chain, ...tables('0.0.0.0/0 pcx-1 blackhole', `${pl} nat-1`), ...list(pl, 'IPv4', '8.8.8.0/24') },
    want: { 'to 8.8.8.8:443': 'reachable', 'to 9.9.9.9:443': 'blocked', egress4: 'reachable' },
  },
  'a prefix list beats a propagated route': {
    page: priority,
    folder: { ...chain, ...tables('8.8.8.0/24 vgw-1 propagated', `${pl} nat-1`), ...list(pl, 'IPv4', '8.8.8.0/24') },
    want: { 'to 8.8.8.8:443': 'reachable' },
  },
  'a static route beats a propagated one': {
    page: priority,
    folder: { ...chain, ...tables('0.0.0.0/0 vgw-1 propagated', '0.0.0.0/0 nat-1') },
    want: { egress4: 'reachable' },
  },
  'a propagated route never beats the local one, even if longer': {
    page: 'vpn/latest/s2svpn/vpn-route-priority.html',
    folder: {
      ...chain,
      ...tables('10.0.9.0/24 vgw-1 propagated'),
      ...groups(['-1 * 10.0.0.0/16']),
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-w')],
      },
    },
    want: { 'to 10.0.9.20:443': 'reachable' },
  },
  'a blackhole for a part': {
    page: routes,
    folder: { ...chain, ...tables('0.0.0.0/0 nat-1', '8.8.8.0/24 nat-9 blackhole') },
    want: { egress4: 'reachable', 'to 8.8.8.8:443': 'blocked' },
  },
  'a route to a virtual private gateway only': {
    page: routes,
    folder: { ...chain, ...tables('192.168.0.0/16 vgw-1 propagated') },
    want: { egress4: 'blocked', 'to 192.168.1.1:22': 'undecided' },
  },
  'groups add up': {
    page: groupPage,
    folder: {
      ...chain,
      'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', [], []), group('sg-x', 'vpc-a', [], ['tcp 443 0.0.0.0/0'])] },
      'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w sg-x')] },
    },
    want: { 'to 8.8.8.8:443': 'reachable', 'to 8.8.8.8:80': 'blocked' },
  },
  'a group that names itself': {
    page: groupPage,
    folder: {
      ...chain,
      ...groups(['-1 * sg-w'], ['-1 * sg-w']),
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'),
          eni('eni-x', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-w'),
          eni('eni-y', 'subnet-p', 'vpc-a', '10.0.9.21', 'sg-e'),
        ],
      },
    },
    want: { egress4: 'blocked', 'to 10.0.9.20:5432': 'reachable', 'to 10.0.9.21:443': 'blocked' },
  },
  'the default group of a VPC': {
    page: 'vpc/latest/userguide/default-security-group.html',
    folder: { ...chain, ...groups(['-1 * sg-w'], [all4, all6]) },
    want: { egress4: 'reachable', ingress4: 'blocked' },
  },
  'rules for IPv6 let no IPv4 out': { page: groupPage, folder: { ...chain, ...groups([], [all6]) }, want: { egress4: 'blocked' } },
  'a group that refers to a deleted one': {
    page: 'vpc/latest/userguide/security-group-rules.html',
    folder: { ...chain, ...groups([], ['-1 * sg-gone']) },
    want: { egress4: 'blocked' },
  },
  'a prefix list in a rule': {
    page: lists,
    folder: { ...chain, ...groups([], [`tcp 443 ${pl}`]), ...list(pl, 'IPv4', '140.82.112.0/20') },
    want: { egress4: 'reachable', 'to 140.82.113.3:443': 'reachable', 'to 8.8.8.8:443': 'blocked' },
  },
  'a prefix list of private addresses in a rule': {
    page: lists,
    folder: { ...chain, ...groups([], [`-1 * ${pl}`]), ...list(pl, 'IPv4', '10.0.0.0/8', '172.16.0.0/12') },
    want: { egress4: 'blocked' },
  },
  'an unread prefix list in a rule': {
    page: lists,
    folder: { ...chain, ...groups([], [`tcp 443 ${pl}`]), ...unread },
    want: { egress4: 'undecided', 'to 8.8.8.8:80': 'blocked' },
  },
  'a network ACL without rules of one’s own denies all': { page: aclPage, folder: { ...chain, ...acls() }, want: { egress4: 'blocked' } },
  'a network ACL lets requests out and no answers in: UDP needs none': {
    page: aclPage,
    folder: { ...chain, ...acls('out 100 allow all * 0.0.0.0/0') },
    want: { egress4: 'reachable', 'to 8.8.8.8:443': 'blocked', 'to 8.8.8.8:53/udp': 'reachable' },
  },
  'TCP to one port, with ephemeral ports back': {
    page: 'vpc/latest/userguide/custom-network-acl.html',
    folder: { ...chain, ...acls('out 100 allow tcp 443 0.0.0.0/0', 'in 100 allow tcp 1024-65535 0.0.0.0/0') },
    want: { 'to 8.8.8.8:443': 'reachable', 'to 8.8.8.8:80': 'blocked', 'to 8.8.8.8:53/udp': 'blocked' },
  },
  'TCP to one port, and answers only to that port': {
    page: aclPage,
    folder: { ...chain, ...acls('out 100 allow tcp 443 0.0.0.0/0', 'in 100 allow tcp 443 0.0.0.0/0') },
    want: { 'to 8.8.8.8:443': 'reachable' },
  },
  'TCP to one port, and no way back at all': {
    page: aclPage,
    folder: { ...chain, ...acls('out 100 allow tcp 443 0.0.0.0/0') },
    want: { egress4: 'blocked' },
  },
  'rules are tried by number, not by their place': {
    page: aclPage,
    folder: { ...chain, ...acls('in 100 allow all * 0.0.0.0/0', 'out 200 allow all * 0.0.0.0/0', 'out 100 deny all * 0.0.0.0/0') },
    want: { egress4: 'blocked' },
  },
  'a deny of a part, first': {
    page: aclPage,
    folder: { ...chain, ...acls('in 100 allow all * 0.0.0.0/0', 'out 90 deny tcp 0-65535 8.8.8.8/32', 'out 100 allow all * 0.0.0.0/0') },
    want: { 'to 8.8.8.8:443': 'blocked', 'to 8.8.4.4:443': 'reachable', 'to 8.8.8.8:53/udp': 'reachable' },
  },
  'the ACL of the NAT gateway’s subnet lets nothing in from the workload': {
    page: natTrouble,
    folder: {
      ...chain,
      'acls.json': {
        NetworkAcls: [
          acl('acl-w', 'vpc-a', 'subnet-w', openAcl),
          acl('acl-p', 'vpc-a', 'subnet-p', [
            'out 100 allow all * 0.0.0.0/0',
            'in 90 deny all * 10.0.1.0/24',
            'in 100 allow all * 0.0.0.0/0',
          ]),
        ],
      },
    },
    want: { egress4: 'blocked' },
  },
  'the ACL is not asked within a subnet': {
    page: aclPage,
    folder: {
      ...chain,
      ...acls(),
      ...groups(['tcp 443 10.0.0.0/16']),
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-w', 'vpc-a', '10.0.1.9', 'sg-w')],
      },
    },
    want: { 'to 10.0.1.9:443': 'reachable', egress4: 'blocked' },
  },
};
