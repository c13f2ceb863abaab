import { CreateFirewallDomainListCommand, ListFirewallConfigsCommand, ListResolverRulesCommand } from '@aws-sdk/client-route53resolver';
import { afterEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../src/aws/connection.ts';
import { failureOf } from '../../src/aws/failure.ts';
import { openSession, type SessionContext } from '../../src/aws/open-session.ts';
import { Pacer } from '../../src/aws/pacer.ts';
import type { Clock } from '../../src/aws/clock.ts';
import { accountWith } from '../support/aws/build-account.ts';
import { credentialsOf } from '../support/aws/credentials.ts';
import type { Fault } from '../support/aws/faults.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { fakeClock } from '../support/fake-clock.ts';

/**
 * The client of Route 53 Resolver is of an older generation of the SDK than all others. Each brake is tried on it through a real socket: a middleware
 * that it ignored, or a retry strategy of which it took no notice, would not be seen in any answer.
 */

let aws: Loopback;
let handler: ReturnType<typeof createHandler>;

afterEach(async () => {
  handler.destroy();
  await aws.close();
});

async function open(faults: readonly Fault[] = [], given: { readonly signal?: AbortSignal; readonly clock?: Clock } = {}) {
  aws = await startLoopback(accountWith({}), { faults });
  const connection = { endpointUrl: aws.url, connectTimeoutMs: 1000, readTimeoutMs: 150, maxAttempts: 4 };
  handler = createHandler(connection);
  const clock = given.clock ?? fakeClock();
  const counts = { calls: 0, throttles: 0 };
  const context: SessionContext = {
    connection,
    handler,
    credentials: async () => credentialsOf('111122223333'),
    pacer: new Pacer(clock),
    clock,
    actions: new Set(['route53resolver:ListResolverRules', 'route53resolver:CreateFirewallDomainList', 'route53:ListHostedZonesByVPC']),
    counts,
    signal: given.signal ?? new AbortController().signal,
  };
  const session = openSession({ account: '111122223333', arn: '', namedBy: 'sts:GetCallerIdentity' }, 'eu-west-1', context);
  const client = await session.resolver();
  const list = () => client.send(new ListResolverRulesCommand({}), { abortSignal: context.signal });
  return { session, client, list, counts, clock };
}

const operations = () => aws.calls.map(({ operation }) => operation);
const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: unknown) => failureOf(error).code,
  );

describe('the older client', () => {
  it('asks where it is told to, as whom it is told, for the Region', async () => {
    const { list } = await open();
    expect(await list()).toMatchObject({ ResolverRules: [] });
    expect(aws.calls).toMatchObject([
      { service: 'route53resolver', operation: 'ListResolverRules', region: 'eu-west-1', account: '111122223333' },
    ]);
  });

  it('sends what is declared and reads, and nothing else', async () => {
    const { client } = await open();
    await expect(client.send(new ListFirewallConfigsCommand({}))).rejects.toThrow('ListFirewallConfigs is not among the declared reads');
    const create = new CreateFirewallDomainListCommand({ Name: 'n', CreatorRequestId: 'c' });
    await expect(client.send(create)).rejects.toThrow('CreateFirewallDomainList is not among the declared reads');
    expect(operations()).toEqual([]);
  });

  it.each(['throttle', 'server-error', 'reset', 'cut-off', 'hang'] as const)(
    '%s twice: asks a third time, each attempt counted',
    async (kind) => {
      const { list, counts } = await open([{ kind, operation: 'route53resolver:ListResolverRules', times: 2 }]);
      expect(await list()).toMatchObject({ ResolverRules: [] });
      expect(operations().length).toBe(3);
      expect(counts).toEqual({ calls: 3, throttles: kind === 'throttle' ? 2 : 0 });
    },
  );

  it.each([
    ['throttle', 'ThrottlingException'],
    ['hang', 'TimeoutError'],
    ['reset', 'ECONNRESET'],
  ] as const)('%s for ever: as many attempts as all clients have, and no more', async (kind, code) => {
    const { list } = await open([{ kind, operation: 'route53resolver:ListResolverRules' }]);
    expect(await codeOf(list())).toBe(code);
    expect(operations().length).toBe(4);
  });

  it('does not ask again what was refused', async () => {
    const { list } = await open([{ kind: 'access-denied', operation: 'route53resolver:ListResolverRules' }]);
    expect(await codeOf(list())).toBe('AccessDeniedException');
    expect(operations().length).toBe(1);
  });

  it('sends nothing more once its credentials have expired', async () => {
    const { list } = await open([{ kind: 'expired-token', operation: 'route53resolver:ListResolverRules', times: 1 }]);
    expect(await codeOf(list())).toBe('ExpiredTokenException');
    expect(await codeOf(list())).toBe('ExpiredTokenException');
    expect(operations().length).toBe(1);
  });

  it('keeps to five calls a second, retries included', async () => {
    const { list, clock } = await open([{ kind: 'throttle', operation: 'route53resolver:ListResolverRules', times: 1 }]);
    const times: number[] = [];
    for (let call = 0; call < 10; call += 1) {
      await list();
      times.push(clock.now());
    }
    expect(operations().length).toBe(11);
    // Eleven attempts at 4.5 a second, the first of them at once.
    expect(times.at(-1)).toBeGreaterThanOrEqual((10 / 4.5) * 1000 - 1);
  });

  it.each(['html', 'truncated'] as const)('%s is no answer', async (kind) => {
    const { list } = await open([{ kind, operation: 'route53resolver:ListResolverRules', ...(kind === 'html' ? { status: 200 } : {}) }]);
    expect(await codeOf(list())).toBe('UnreadableAnswer');
  });

  it('ends with the scan', async () => {
    const controller = new AbortController();
    const { list } = await open([{ kind: 'delay', ms: 100, operation: 'route53resolver:ListResolverRules' }], {
      signal: controller.signal,
    });
    const code = codeOf(list());
    setTimeout(() => controller.abort(), 30);
    expect(await code).toBe('Interrupted');
  });
});

describe('Route 53', () => {
  it('is not silenced by what another service of the Region was refused, as it answers in a Region of its own', async () => {
    const { session, list } = await open([{ kind: 'region-disabled', region: 'eu-west-1' }]);
    expect(await codeOf(list())).toBe('UnrecognizedClientException');
    const route53 = await session.route53();
    const { ListHostedZonesByVPCCommand } = await import('@aws-sdk/client-route-53');
    const command = new ListHostedZonesByVPCCommand({ VPCId: 'vpc-1', VPCRegion: 'eu-west-1' });
    expect(await route53.send(command)).toMatchObject({ HostedZoneSummaries: [] });
    expect(aws.calls.map(({ service, region }) => [service, region])).toEqual([
      ['route53resolver', 'eu-west-1'],
      ['route53', 'us-east-1'],
    ]);
  });
});
