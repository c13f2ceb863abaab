import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/network/flow.ts';
import { everyAddress } from '../../src/network/every-address.ts';
import { internet } from '../../src/network/internet.ts';
import { toAddresses, toAnywhere, toInternet } from '../../src/network/reach.ts';
import { allTraffic, common, isEmpty, onlyAddresses, sameTraffic, uniteAll } from '../../src/network/traffic.ts';
import { parseCidr } from '../../src/network/address-set.ts';
import { simulate } from '../support/naive/simulate.ts';
import type { World } from '../support/naive/world.ts';
import { originIn } from '../support/network.ts';
import { blocks, pick } from '../support/random-network/plan.ts';
import { networkOfWorld, packetFrom, randomWorld } from '../support/random-network/random-network.ts';
import { asSent, pieceOf, setsOf } from '../support/sets-of.ts';

const number = fc.nat({ max: 1_000 });
const family = fc.constantFrom<4 | 6>(4, 6);
const draws = fc.array(fc.record({ destination: number, kind: number, port: number }), { minLength: 12, maxLength: 12 });

/** An interface of the world that has an address of the family. */
function senderIn(world: World, of: 4 | 6, at: number): string {
  const able = world.networkInterfaces.filter(({ Ipv6Addresses }) => of === 4 || (Ipv6Addresses ?? []).length > 0);
  fc.pre(able.length > 0);
  return pick(able, at).NetworkInterfaceId ?? '';
}

/** A doubt about an address, behind a gateway that does not tell by which it sends. */
function ofUnknownAddress(piece: Piece | undefined): boolean {
  return piece?.verdict === 'undecided' && piece.doubts.some(({ code }) => code === 'ADDRESS_UNKNOWN');
}

describe('where traffic of an interface gets to', () => {
  it('is what becomes of every single packet', () => {
    fc.assert(
      fc.property(randomWorld, family, number, draws, (world, of, at, some) => {
        const sender = senderIn(world, of, at);
        const network = networkOfWorld(world);
        const { pieces } = toAnywhere(network, originIn(network, sender), of);
        const regional = world.natGateways.some(({ AvailabilityMode }) => AvailabilityMode === 'regional');
        for (const draw of some) {
          const packet = packetFrom(of, draw);
          const fate = simulate(world, sender, packet);
          const piece = pieceOf(pieces, packet, of);
          if (regional && ofUnknownAddress(piece)) continue;
          const told = { packet, verdict: piece?.verdict, sink: piece?.verdict === 'reachable' ? piece.sink.kind : undefined };
          expect(told, fate.why).toEqual({ packet, verdict: fate.verdict, sink: fate.verdict === 'reachable' ? fate.sink : undefined });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is told in pieces that do not overlap and leave nothing out', () => {
    fc.assert(
      fc.property(randomWorld, family, number, (world, of, at) => {
        const network = networkOfWorld(world);
        const { pieces } = toAnywhere(network, originIn(network, senderIn(world, of, at)), of);
        const own = pieces.filter(({ translated }) => !translated);
        const behind = pieces.filter(({ translated }) => translated);
        for (const part of [own, behind]) {
          for (const [index, { traffic }] of part.entries()) {
            expect(isEmpty(traffic)).toBe(false);
            for (const other of part.slice(index + 1)) expect(isEmpty(common(traffic, other.traffic))).toBe(true);
          }
        }
        const all = uniteAll(pieces.map(asSent));
        expect(sameTraffic(all, allTraffic(everyAddress[of], of))).toBe(true);
        for (const { path } of pieces) expect(path().length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same where only some destinations are asked about', () => {
    fc.assert(
      fc.property(randomWorld, number, number, (world, at, block) => {
        const cidr = parseCidr(pick(blocks[4].slice(1), block));
        const some = cidr === undefined ? [] : [cidr];
        const network = networkOfWorld(world);
        const origin = originIn(network, senderIn(world, 4, at));
        const whole = setsOf(toAnywhere(network, origin, 4).pieces);
        const part = setsOf(toAddresses(network, origin, 4, some).pieces);
        const outside = setsOf(toInternet(network, origin, 4).filter(({ translated }) => !translated));
        for (const verdict of ['reachable', 'blocked', 'undecided'] as const) {
          expect(sameTraffic(part[verdict], onlyAddresses(whole[verdict], some)), verdict).toBe(true);
          expect(sameTraffic(outside[verdict], onlyAddresses(whole[verdict], internet[4])), `${verdict}, internet`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('where traffic of a workload that has no interface yet gets to', () => {
  it('is what becomes of a packet whichever address of the subnet it gets', () => {
    fc.assert(
      fc.property(randomWorld, family, number, draws, fc.constantFrom(1, 13, 30, 63), (world, of, at, some, host) => {
        const subnet = pick(world.subnets, at);
        const [vpc, index] = [Number(subnet.SubnetId?.at(-2)), Number(subnet.SubnetId?.at(-1))];
        const network = networkOfWorld(world);
        const { pieces } = toAnywhere(network, originIn(network, subnet.SubnetId ?? '', ['sg-1', 'sg-2'], { dualStack: true }), of);
        const later: World['networkInterfaces'][number] = {
          NetworkInterfaceId: 'eni-later',
          VpcId: subnet.VpcId,
          SubnetId: subnet.SubnetId,
          Groups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
          PrivateIpAddresses: [{ PrivateIpAddress: `10.${vpc}.0.${index * 64 + host}` }],
          Ipv6Addresses: [{ Ipv6Address: `2600:1f00:0:${vpc}0${index}::${(1000 + host).toString(16)}` }],
        };
        const inFuture: World = { ...world, networkInterfaces: [...world.networkInterfaces, later] };
        for (const draw of some) {
          const packet = packetFrom(of, draw);
          const piece = pieceOf(pieces, packet, of);
          const fate = simulate(inFuture, 'eni-later', packet);
          // Whatever depends on the address, or on who else gets one, is undecided.
          if (piece?.verdict !== 'undecided')
            expect({ packet, verdict: piece?.verdict }, fate.why).toEqual({ packet, verdict: fate.verdict });
        }
      }),
      { numRuns: 100 },
    );
  });
});
