import { describe, expect, test } from 'vitest';
import { parseSince } from '../../src/cli/since.ts';

const now = new Date('2026-08-20T12:00:00Z');

describe('--since', () => {
  test.each([
    ['90d', '2026-05-22T12:00:00.000Z'],
    ['12h', '2026-08-20T00:00:00.000Z'],
    ['2w', '2026-08-06T12:00:00.000Z'],
    ['0d', '2026-08-20T12:00:00.000Z'],
    ['2026-08-01', '2026-08-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-08-01T06:30Z', '2026-08-01T06:30:00.000Z'],
    ['2026-08-01T06:30:15.250Z', '2026-08-01T06:30:15.250Z'],
    ['999999w', '1970-01-01T00:00:00.000Z'],
  ])('%s', (value, expected) => {
    expect(parseSince(value, now)?.toISOString()).toBe(expected);
  });

  test('all is no limit', () => {
    expect(parseSince('all', now)).toBeNull();
  });

  test.each([
    '',
    '90',
    'd',
    '-5d',
    '1.5d',
    '90m',
    '90 d',
    '9999999d',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-8-1',
    '01.08.2026',
    '2026-08-01T25:00Z',
    'ALL',
  ])('refuses %j', (value) => {
    expect(() => parseSince(value, now)).toThrow(`--since ${value} is neither a span nor a date`);
  });

  test('refuses the future', () => {
    expect(() => parseSince('2026-08-21', now)).toThrow('--since 2026-08-21 lies in the future');
  });
});
