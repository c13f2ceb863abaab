import { describe, expect, test } from 'vitest';
import { assertWhole } from '../../src/cli/assert-whole.ts';
import { planId, type Plan } from '../../src/cli/plan-file.ts';

const plan: Plan = {
  partition: 'aws',
  home: 'eu-west-1',
  role: null,
  since: null,
  units: [
    { account: '111122223333', region: 'a' },
    { account: '111122223333', region: 'b' },
    { account: '222233334444', region: 'a' },
  ],
  notes: [],
};
const saved = { ...plan, id: planId(plan) };
const [a, b, c] = ['111122223333/a', '111122223333/b', '222233334444/a'] as const;
const filed = (name: string, units: readonly string[], id = saved.id) => ({ name, part: { id, units, of: 3 } });

describe('the parts of a plan', () => {
  test.each([
    ['one that is all of it', [filed('1', [a, b, c])]],
    ['some, in any order', [filed('2', [c]), filed('1', [b, a])]],
    ['with empty ones', [filed('1', [a, b, c]), filed('2', [])]],
  ])('are whole: %s', (_what, parts) => {
    expect(() => assertWhole(parts, undefined)).not.toThrow();
    expect(() => assertWhole(parts, saved)).not.toThrow();
  });

  test.each([
    ['one is missing', [filed('1', [a]), filed('2', [c])], '1 of the 3 units of the plan is missing'],
    ['most are missing', [filed('1', [])], '3 of the 3 units of the plan are missing'],
    ['one is there twice', [filed('1', [a, b]), filed('2', [b, c])], `1 and 2 both hold ${b}`],
    ['a whole part is there twice', [filed('1', [a, b, c]), filed('1', [a, b, c])], `1 and 1 both hold ${a}`],
    ['twice, and just as many as there should be', [filed('1', [a, b]), filed('2', [a])], `1 and 2 both hold ${a}`],
    ['one is of another plan', [filed('1', [a, b]), filed('2', [c], 'f'.repeat(64))], '2 is of another plan'],
    ['one is of none', [filed('1', [a, b, c]), { name: '2', part: undefined }], '2 is no part of a plan'],
    ['there is none', [], 'there is nothing to merge'],
  ])('are not: %s', (_what, parts, message) => {
    expect(() => assertWhole(parts, undefined)).toThrow(message);
  });

  test('what is missing is named where the plan is at hand, and all parts of another plan are foreign', () => {
    expect(() => assertWhole([filed('1', [a, c])], saved)).toThrow(`1 of the 3 units of the plan is missing: ${b}`);
    expect(() => assertWhole([filed('1', [a, b, c], 'f'.repeat(64))], saved)).toThrow('1 is of another plan');
  });
});
