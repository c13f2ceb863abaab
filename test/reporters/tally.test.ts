import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { tally } from '../../src/reporters/terminal/tally.ts';
import { check, finding, stream } from '../support/report.ts';

const fails = new Set(['fail'] as const);

describe('tally', () => {
  it('keeps as much of many findings as of few', () => {
    const [group] = tally([check()], many(20_000), fails).groups;
    expect(group?.count).toBe(20_000);
    expect(group?.variants).toHaveLength(40);
    expect(group?.variants[0]?.sample).toMatchObject({ count: 10_000, first: { length: 12 } });
    expect(group?.others).toMatchObject({ count: 20_000 - 10_000 - 39, first: { length: 12 } });
  });

  it('keeps nothing of findings that are not shown', () => {
    const { groups, checks, undecided } = tally([check()], stream(1000, passed), fails);
    expect(groups).toEqual([]);
    expect(undecided).toEqual([]);
    expect(checks[0]?.counts).toEqual({ fail: 0, unknown: 0, pass: 1000, 'not-applicable': 0 });
  });

  it('names the same resources first, in whatever order they come', () => {
    const names = ['d', 'a', 'c', 'b'];
    const firstOf = (order: readonly string[]) =>
      tally(
        [check()],
        order.map((name) => finding({ resource: { name } })),
        fails,
      ).groups[0]?.variants[0]?.sample.first;
    expect(firstOf(names)?.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(firstOf(names.toReversed())).toEqual(firstOf(names));
  });

  it('refuses a finding of a check that nobody described', () => {
    expect(() => tally([], [finding()], fails)).toThrow('notebook-direct-internet-access');
  });
});

/** Every second finding is for the same reason, every other for one of its own. */
function many(count: number): Iterable<Finding> {
  return stream(count, (index) => finding({ message: index % 2 === 0 ? 'the same' : `reason ${index}`, resource: { name: `n-${index}` } }));
}

function passed(index: number): Finding {
  return finding({ status: 'pass', evidence: [], resource: { name: `n-${index}` } });
}
