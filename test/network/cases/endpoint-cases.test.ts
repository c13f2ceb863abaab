import { describe, expect, it } from 'vitest';
import { endpointReach, type EndpointReach } from '../../../src/network/endpoints/endpoint-reach.ts';
import { inventory } from '../../support/inventory.ts';
import { networkFrom, originIn } from '../../support/network.ts';
import { centralEndpointCases } from './central-endpoint-cases.ts';
import { endpointCases } from './endpoint-cases.ts';

/** What an answer names as deciding, in the words of the cases. */
function reasonsOf({ blocker, doubts }: EndpointReach): string {
  const stopped = blocker === undefined ? [] : [`${blocker.code} ${blocker.step.id}`];
  const open = doubts.map(({ code, object, gap }) => [code, object, gap?.operation].filter((word) => word !== undefined).join(' '));
  return [...stopped, ...open].join('\n');
}

describe('where the name of a service leads to', () => {
  it.each(Object.entries({ ...endpointCases, ...centralEndpointCases }))(
    '%s',
    (_id, { given, service, region, want, name, endpoint, gateway, by, zones }) => {
      const network = networkFrom(inventory(given));
      const answer = endpointReach(network, originIn(network, 'subnet-1'), service, region);
      expect([answer.verdict, answer.name.resolvesTo], reasonsOf(answer)).toEqual([want, name]);
      for (const word of by?.split(' ') ?? []) expect(reasonsOf(answer)).toContain(word);
      if (endpoint !== undefined) expect(answer.endpoint).toBe(endpoint);
      if (gateway !== undefined) expect(answer.gateway).toBe(gateway);
      if (zones !== undefined) expect(answer.zones).toEqual(zones);
      if (want === 'private') expect(answer.path.length).toBeGreaterThan(1);
      if (want === 'undecided') expect(answer.doubts).not.toEqual([]);
    },
  );
});
