import { describe, expect, test } from 'vitest';
import { drawingFor, speaksUnicode, wantsColor, widthOf } from '../../src/cli/terminal.ts';
import { FakeIo, FakeOutput } from './support/fake-io.ts';

describe('colours', () => {
  const terminal = true;
  const pipe = false;
  test.each<[string, boolean | undefined, Record<string, string>, boolean, boolean]>([
    ['a terminal', undefined, {}, terminal, true],
    ['a pipe', undefined, {}, pipe, false],
    ['a dumb terminal', undefined, { TERM: 'dumb' }, terminal, false],
    ['--no-color', false, {}, terminal, false],
    ['--no-color beats FORCE_COLOR', false, { FORCE_COLOR: '1' }, terminal, false],
    ['--color', true, {}, pipe, true],
    ['--color in a dumb terminal', true, { TERM: 'dumb' }, terminal, true],
    ['--color beats FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, terminal, true],
    ['NO_COLOR', undefined, { NO_COLOR: '1' }, terminal, false],
    ['NO_COLOR with any value', undefined, { NO_COLOR: '0' }, terminal, false],
    ['NO_COLOR empty counts as unset', undefined, { NO_COLOR: '' }, terminal, true],
    ['NO_COLOR beats --color', true, { NO_COLOR: '1' }, terminal, false],
    ['NO_COLOR beats FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, false],
    ['FORCE_COLOR', undefined, { FORCE_COLOR: '1' }, pipe, true],
    ['FORCE_COLOR=3', undefined, { FORCE_COLOR: '3' }, pipe, true],
    ['FORCE_COLOR=0', undefined, { FORCE_COLOR: '0' }, terminal, false],
    ['FORCE_COLOR=false', undefined, { FORCE_COLOR: 'false' }, terminal, false],
    ['FORCE_COLOR empty counts as unset', undefined, { FORCE_COLOR: '' }, pipe, false],
    ['FORCE_COLOR beats a dumb terminal', undefined, { FORCE_COLOR: '1', TERM: 'dumb' }, terminal, true],
  ])('%s', (_name, flag, env, isTerminal, expected) => {
    expect(wantsColor(flag, env, isTerminal)).toBe(expected);
  });
});

describe('Unicode', () => {
  test.each<[Record<string, string>, string, boolean]>([
    [{ LANG: 'en_US.UTF-8' }, 'linux', true],
    [{ LANG: 'C.utf8' }, 'linux', true],
    [{ LANG: 'C' }, 'linux', false],
    [{}, 'linux', false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'linux', false],
    [{ LANG: 'C', LC_CTYPE: 'UTF-8' }, 'darwin', true],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'linux', true],
    [{}, 'win32', true],
  ])('%j on %s: %s', (env, platform, expected) => {
    expect(speaksUnicode(env, platform)).toBe(expected);
  });
});

describe('width', () => {
  test.each<[string, number | undefined, Record<string, string>, number]>([
    ['of the terminal', 72, { COLUMNS: '40' }, 72],
    ['as told', undefined, { COLUMNS: '40' }, 40],
    ['of nobody knows what', undefined, {}, 100],
    ['of nonsense', undefined, { COLUMNS: 'wide' }, 100],
    ['of a terminal that does not know', 0, {}, 100],
  ])('%s', (_name, columns, env, expected) => {
    expect(widthOf(new FakeOutput(columns), env)).toBe(expected);
  });
});

test('stdout decides, not stderr', () => {
  const io = new FakeIo({ columns: 66, env: { LANG: 'C' } });
  expect(drawingFor(io, undefined)).toEqual({ color: true, width: 66, unicode: false });
});
