import { describe, expect, it } from 'vitest';
import { select, shapeOf } from '../../src/inventory/stored.ts';

interface Answer {
  Name?: string;
  When?: Date;
  Environment?: Record<string, string>;
  Nested?: undefined | { Kept?: boolean; Secret?: string; At?: Date };
  List?: { Id?: string; Secret?: string }[];
  Whole?: { A?: Date; B?: undefined; C?: (Date | undefined)[] };
}

const shape = shapeOf<Answer>()({ Name: true, When: true, Nested: { Kept: true, At: true }, List: { Id: true }, Whole: true });

describe('select', () => {
  it('keeps what the shape names and nothing else', () => {
    const answer: Answer = {
      Name: 'n',
      Environment: { PASSWORD: 'hunter2' },
      Nested: { Kept: false, Secret: 'hunter2' },
      List: [{ Id: 'a', Secret: 'hunter2' }, {}],
    };
    expect(select(answer, shape)).toEqual({ Name: 'n', Nested: { Kept: false }, List: [{ Id: 'a' }, {}] });
  });

  it('turns dates into ISO strings, at any depth', () => {
    const at = new Date(Date.UTC(2026, 10, 23, 8, 0, 0, 5));
    expect(select({ When: at, Nested: { At: at }, Whole: { A: at, C: [at] } }, shape)).toEqual({
      When: '2026-11-23T08:00:00.005Z',
      Nested: { At: '2026-11-23T08:00:00.005Z' },
      Whole: { A: '2026-11-23T08:00:00.005Z', C: ['2026-11-23T08:00:00.005Z'] },
    });
  });

  it('leaves absent fields absent, and false, 0 and empty as they are', () => {
    expect(select<Answer, typeof shape>({ Name: '', Nested: undefined, List: [] }, shape)).toStrictEqual({ Name: '', List: [] });
  });

  it('takes null for absent, at any depth', () => {
    const answer = { Name: null, Nested: { Kept: null, At: null }, List: [{ Id: null }], Whole: { A: null, C: [] } } as unknown as Answer;
    expect(select(answer, shape)).toStrictEqual({ Nested: {}, List: [{}], Whole: { C: [] } });
  });

  it('does not change what it reads', () => {
    const answer = { When: new Date(0) };
    select(answer, shape);
    expect(answer.When).toBeInstanceOf(Date);
  });

  it('does not compile a shape for a field that AWS does not answer', () => {
    // @ts-expect-error no such field
    shapeOf<Answer>()({ Nmae: true });
  });
});
