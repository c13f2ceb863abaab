import { describe, expect, it } from 'vitest';
import { generatedKinds, kinds, readersOf } from '../../scripts/generated-kinds.ts';
import { kindsWithoutCheck } from '../../scripts/requirements/kinds-without-check.ts';
import { checks } from '../../src/checks/index.ts';

describe('every kind of SageMaker resource', () => {
  it.each(kinds.map((kind) => [kind] as const))('%s is judged, helps to judge, or says why it cannot be', (kind) => {
    const { judging, consulting } = readersOf(kind, checks);
    expect(judging.length + consulting.length > 0).toBe(kindsWithoutCheck[kind] === undefined);
  });

  it('has no reason for what is no kind', () =>
    expect(Object.keys(kindsWithoutCheck).filter((kind) => !(kinds as readonly string[]).includes(kind))).toEqual([]));
});

describe('the table of kinds', () => {
  const check = { id: 'a-check', needs: ['models'] as const, consults: ['endpoints'] as const, across: [] };
  const text = generatedKinds([check], [{ section: 'models', actions: ['sagemaker:ListModels', 'sagemaker:DescribeModel'] }]);

  it.each([
    ['| models | ListModels, DescribeModel | [a-check](checks/a-check.md) |'],
    ['| endpoints |  | ([a-check](checks/a-check.md)) |'],
    ['| hyper parameter tuning jobs |  | open |'],
    ['| auto ml jobs |  | open |'],
  ])('%s', (row) => expect(text.split('\n')).toContain(row));

  it('gives the reason where nothing can be asked', () =>
    expect(text).toMatch(/\| partner apps \| {2}\| none: AWS runs it .*\(\[source\]\(https:/));
});
