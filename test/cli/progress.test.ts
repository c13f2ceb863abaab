import { describe, expect, test } from 'vitest';
import { ProgressLine, type ProgressState } from '../../src/cli/progress.ts';
import { FakeIo } from './support/fake-io.ts';

const state: ProgressState = { done: 3, total: 12, calls: 40, throttles: 0, doing: 'trainingJobs' };

function setUp(options: ConstructorParameters<typeof FakeIo>[0]) {
  const io = new FakeIo(options);
  const clock = { now: 0 };
  return { io, clock, line: new ProgressLine(io, () => clock.now) };
}

describe('on a terminal', () => {
  test('one line, redrawn at most ten times a second, and taken away at the end', () => {
    const { io, clock, line } = setUp({ columns: 80 });
    for (clock.now = 0; clock.now < 1_000; clock.now += 1) line.update({ ...state, done: clock.now });
    const drawn = io.stderr.text.split('\r\u001b[2K').slice(1);
    expect(drawn).toHaveLength(10);
    expect(drawn[0]).toBe('mlsec: 0/12 · 40 calls · 0:00 · trainingJobs');
    expect(io.stderr.text).not.toContain('\n');
    line.clear();
    expect(io.stderr.text.endsWith('\r\u001b[2K')).toBe(true);
  });

  test('shows throttles and the time, also while nothing new happens', () => {
    const { io, clock, line } = setUp({ columns: 80 });
    line.update({ ...state, throttles: 7 });
    clock.now = 65_000;
    line.tick();
    expect(io.stderr.text).toContain('mlsec: 3/12 · 40 calls · 7 throttled · 1:05 · trainingJobs');
  });

  test('is never wider than the terminal', () => {
    const { io, line } = setUp({ columns: 20 });
    line.update({ ...state, doing: '東京東京東京東京' });
    expect(io.stderr.text).toBe('\r\u001b[2Kmlsec: 3/12 · 40 ca');
  });

  test('shows no control characters', () => {
    const { io, line } = setUp({ columns: 80 });
    line.update({ ...state, doing: 'a\u001b[31mb\n::error::c' });
    expect(io.stderr.text.replace('\r\u001b[2K', '')).not.toMatch(/\p{Cc}/u);
  });

  test('keeps to ASCII where the locale does', () => {
    const { io, line } = setUp({ columns: 80, env: { LANG: 'C' } });
    line.update(state);
    expect(io.stderr.text).toBe('\r\u001b[2Kmlsec: 3/12, 40 calls, 0:00, trainingJobs');
  });

  test('nothing shown, nothing to take away', () => {
    const { io, line } = setUp({ columns: 80 });
    line.tick();
    line.clear();
    expect(io.stderr.text).toBe('');
  });
});

describe.each<[string, ConstructorParameters<typeof FakeIo>[0]]>([
  ['in a pipe', {}],
  ['on a dumb terminal', { columns: 80, env: { TERM: 'dumb' } }],
])('%s', (_name, options) => {
  test('a plain line every 30 seconds', () => {
    const { io, clock, line } = setUp(options);
    for (clock.now = 0; clock.now <= 95_000; clock.now += 100) line.update({ ...state, done: clock.now / 1_000 });
    line.clear();
    expect(io.stderr.text).toBe(
      [
        'mlsec: 30/12, 40 calls, 0:30, trainingJobs',
        'mlsec: 60/12, 40 calls, 1:00, trainingJobs',
        'mlsec: 90/12, 40 calls, 1:30, trainingJobs',
        '',
      ].join('\n'),
    );
  });

  test('a short run says nothing', () => {
    const { io, clock, line } = setUp(options);
    for (clock.now = 0; clock.now < 29_000; clock.now += 100) line.update(state);
    line.clear();
    expect(io.stderr.text).toBe('');
  });
});
