import { describe, expect, it } from 'vitest';
import { intersect, parseCidr, type AddressSet } from '../../src/network/address-set.ts';
import { addressText, cidrsOf } from '../../src/network/address-text.ts';
import { privateBeyond } from '../../src/network/private-beyond.ts';
import { vpcAddresses } from '../../src/network/router.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, originIn } from '../support/network.ts';
import { v6 } from '../support/one-packet.ts';
import { subnet, vpc } from '../support/rows.ts';

const associated = (CidrBlock: string) => ({ CidrBlock, CidrBlockState: { State: 'associated' as const } });

/** As EC2 answers: the first block twice, and the others in the order in which they were added. */
const network = networkFrom(
  inventory({
    vpcs: [
      vpc({
        CidrBlock: '10.7.0.0/16',
        CidrBlockAssociationSet: [associated('10.7.0.0/16'), associated('100.64.0.0/16'), associated('10.3.0.0/16')],
      }),
    ],
    subnets: [
      subnet({
        CidrBlock: '10.7.1.0/24',
        Ipv6CidrBlockAssociationSet: ['2600:1f14:0:2::/64', '2600:1f14:0:1::/64'].flatMap((block) => v6(block).Ipv6CidrBlockAssociationSet),
      }),
    ],
  }),
);
const [place] = network.places;
if (place === undefined) throw new Error('no place');

const blocks = ['10.3.0.0/16', '10.7.0.0/16', '100.64.0.0/16'];

describe('a VPC with several blocks', () => {
  it('has each of them once, in ascending order', () => {
    expect(cidrsOf(vpcAddresses(network, place, 'vpc-1', 4) ?? [], 4)).toEqual(blocks);
  });

  it('has none of them beyond it', () => {
    const beyond: AddressSet = privateBeyond(network, place, 'vpc-1');
    const shared = blocks.filter((block) => intersect(beyond, [parseCidr(block) as NonNullable<ReturnType<typeof parseCidr>>]).length > 0);
    expect(shared).toEqual([]);
    expect(addressText(beyond[0]?.first ?? -1n, 4)).toBe('0.0.0.0');
  });

  it('gives a workload the addresses of all IPv6 blocks of its subnet, in ascending order', () => {
    const { addresses } = originIn(network, 'subnet-1', [], { dualStack: true });
    expect(cidrsOf(addresses[6], 6)).toEqual(['2600:1f14:0:1::/64', '2600:1f14:0:2::/64']);
  });
});
