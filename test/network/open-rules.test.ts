import { describe, expect, it } from 'vitest';
import { known } from '../../src/inventory/fact.ts';
import { openness } from '../../src/network/open-rules.ts';
import { prefixListEntries } from '../../src/network/prefix-list-entries.ts';
import { prefixList, securityGroup } from '../support/rows.ts';

const none = prefixListEntries(known([]));
const out = (...blocks: string[]) =>
  securityGroup({
    IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: blocks.map((CidrIp) => ({ CidrIp })) }],
  });
const isOpen = (...blocks: string[]): boolean => openness(out(...blocks), 'IpPermissionsEgress', 4, none).open;

describe('openness', () => {
  it('begins where no one network ends: at more than a /8 of public addresses', () => {
    expect(isOpen('11.0.0.0/8')).toBe(false);
    expect(isOpen('11.0.0.0/8', '12.0.0.0/32')).toBe(true);
    expect(isOpen('11.0.0.0/9', '13.0.0.0/9')).toBe(false);
  });

  it('does not count an address twice', () => expect(isOpen('11.0.0.0/8', '11.0.0.0/8', '11.128.0.0/9')).toBe(false));

  it('does not count private and special blocks', () => {
    expect(isOpen('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '224.0.0.0/3')).toBe(false);
  });

  it('takes from a prefix list the entries of the family asked about', () => {
    const group = securityGroup({ IpPermissionsEgress: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }] });
    const six = prefixListEntries(known([prefixList('pl-1', ['2000::/3'])]));
    expect(openness(group, 'IpPermissionsEgress', 4, six)).toEqual({ open: false, rules: [], undecided: [], gap: undefined });
    expect(openness(group, 'IpPermissionsEgress', 6, six).open).toBe(true);
  });

  it.each([
    [{ IpProtocol: '-1' }, 'all traffic'],
    [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }, 'tcp 443'],
    [{ IpProtocol: '6', FromPort: 443, ToPort: 443 }, 'tcp 443'],
    [{ IpProtocol: 'udp', FromPort: 1024, ToPort: 65_535 }, 'udp 1024-65535'],
    [{ IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 }, 'all tcp'],
    [{ IpProtocol: 'tcp' }, 'all tcp'],
    [{ IpProtocol: 'icmp', FromPort: 8, ToPort: -1 }, 'all icmp'],
    [{ IpProtocol: '50' }, 'all 50'],
  ])('says what passes: %j', (rule, words) => {
    const group = securityGroup({ IpPermissionsEgress: [{ ...rule, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] });
    expect(openness(group, 'IpPermissionsEgress', 4, none).rules).toEqual([
      { path: 'IpPermissionsEgress[0].IpRanges[0].CidrIp', cidr: '0.0.0.0/0', traffic: words },
    ]);
  });
});
