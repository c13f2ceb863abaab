import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import { collectors } from '../../src/collectors/index.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { account } from '../support/aws/one-of-each.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

let aws: Loopback;

beforeEach(async () => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
  aws = await startLoopback(account);
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

describe('reading only', () => {
  it('every declared action reads', () => {
    for (const action of collectors.flatMap(({ actions }) => actions))
      expect(action).toMatch(/^[a-z0-9-]+:((List|Describe|Get|Head)[A-Z]|Search([A-Z]|$))/);
  });

  it('calls exactly what is declared', async () => {
    await collectInventory(requestFor(['eu-west-1'], { clock: fastClock(50) }));
    expect([...new Set(aws.calls.map(({ service, operation }) => `${service}:${operation}`))].sort()).toEqual(
      [...new Set(collectors.flatMap(({ actions }) => actions))].sort(),
    );
  });
});
