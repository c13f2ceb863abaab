import { expect, test } from 'vitest';
import { closest, suggestion } from '../../src/cli/suggest.ts';

const known = ['critical', 'high', 'medium', 'low', 'info', 'notebook-direct-internet-access'];

test.each([
  ['hihg', 'high'],
  ['hgh', 'high'],
  ['CRITICAL', 'critical'],
  ['medum', 'medium'],
  ['notebook-direct-internet', 'notebook-direct-internet-access'],
  ['direct-internet', 'notebook-direct-internet-access'],
  ['severe', undefined],
  ['x', undefined],
  ['', undefined],
])('%j is near %s', (word, expected) => {
  expect(closest(word, known)).toBe(expected);
});

test('where nothing is near, everything is named', () => {
  expect(suggestion('severe', ['high', 'low'])).toBe('one of high, low');
});
