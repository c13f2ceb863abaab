import { describe, expect, it } from 'vitest';
import { renewed, roleArnOf } from '../../src/aws/assumed-role.ts';

const minute = 60_000;

/** Credentials that last an hour from when they are given, and a clock that a test turns. */
function hourly() {
  const clock = { now: 0, given: 0, broken: false };
  const give = () => ({
    accessKeyId: `key-${(clock.given += 1)}`,
    secretAccessKey: '',
    expiration: new Date(clock.now + 60 * minute),
  });
  const first = give();
  const renew = async () => {
    await Promise.resolve();
    if (clock.broken) throw new Error('refused');
    return give();
  };
  const ask = renewed(first, renew, () => clock.now);
  return { clock, key: async () => (await ask()).accessKeyId };
}

describe('credentials that renew themselves', () => {
  it('are the first ones until five minutes before their end', async () => {
    const { clock, key } = hourly();
    clock.now = 55 * minute - 1;
    expect(await key()).toBe('key-1');
    clock.now = 55 * minute;
    expect(await key()).toBe('key-2');
    clock.now = 110 * minute - 1;
    expect(await key()).toBe('key-2');
  });

  it('are renewed once, however many ask at the same time', async () => {
    const { clock, key } = hourly();
    clock.now = 58 * minute;
    expect(await Promise.all(Array.from({ length: 50 }, key))).toEqual(Array.from({ length: 50 }, () => 'key-2'));
    expect(clock.given).toBe(2);
  });

  it('stay the old ones where the renewal fails, as long as these hold; and it is not tried at once again', async () => {
    const { clock, key } = hourly();
    clock.now = 56 * minute;
    clock.broken = true;
    expect(await key()).toBe('key-1');
    clock.broken = false;
    clock.now += 29_999;
    expect(await key()).toBe('key-1');
    clock.now += 1;
    expect(await key()).toBe('key-2');
  });

  it('end with an error, once the old ones have ended', async () => {
    const { clock, key } = hourly();
    clock.broken = true;
    clock.now = 60 * minute;
    await expect(key()).rejects.toThrow('refused');
  });
});

it.each([
  ['eu-west-1', 'arn:aws:iam::111122223333:role/audit/mlsec'],
  ['cn-north-1', 'arn:aws-cn:iam::111122223333:role/audit/mlsec'],
  ['us-gov-west-1', 'arn:aws-us-gov:iam::111122223333:role/audit/mlsec'],
])('the role of an account in %s', (region, arn) => {
  expect(roleArnOf('111122223333', region, { name: 'audit/mlsec' })).toBe(arn);
});
