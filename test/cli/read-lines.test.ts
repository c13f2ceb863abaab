import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/cli/read-lines.ts';

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array, void> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function linesOf(chunks: AsyncIterable<Uint8Array>, limits = { first: 100, any: 200 }): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readLines(chunks, limits)) lines.push(line);
  return lines;
}

describe('lines of bytes', () => {
  test.each<[string, string[], string[]]>([
    ['nothing', [], []],
    ['one line', ['a\n'], ['a']],
    ['a last line without an end', ['a\nb'], ['a', 'b']],
    ['lines over chunks', ['a', 'b\nc', 'd\n', '\ne'], ['ab', 'cd', '', 'e']],
    ['a byte order mark', ['\uFEFFa\nb\n'], ['a', 'b']],
    ['other separators are none', ['a\u2028b\rc\n'], ['a\u2028b\rc']],
  ])('%s', async (_name, chunks, expected) => {
    expect(await linesOf(chunksOf(...chunks))).toEqual(expected);
  });

  test('however the bytes are cut, also within characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const text = lines.map((line) => `${line.replaceAll(/[\n\uFEFF]/g, '')}\n`);
        const bytes = Buffer.from(text.join(''));
        const chunks: Uint8Array[] = [];
        for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.subarray(start, start + size));
        expect(await linesOf(chunksOf(...chunks), { first: 1_000, any: 1_000 })).toEqual(text.map((line) => line.slice(0, -1)));
      }),
    );
  });

  test.each<[string, (string | Uint8Array)[], string]>([
    ['a first line that is too long', ['x'.repeat(101)], 'not an mlsec inventory: line 1 is far too long for its header'],
    ['a first line that is too long, with an end', [`${'x'.repeat(101)}\n`], 'not an mlsec inventory: line 1 is far too long'],
    ['another line that is too long', ['a\n', 'x'.repeat(150), 'x'.repeat(51)], 'line 2 is longer than any line of an inventory'],
    ['bytes that are no text', [Uint8Array.of(0x1f, 0x8b, 0x08, 0xff, 0x0a)], 'line 1 is not UTF-8 text'],
    ['bytes that are no text, later', ['a\n', Uint8Array.of(0xff, 0xfe)], 'line 2 is not UTF-8 text'],
  ])('refuses %s', async (_name, chunks, message) => {
    await expect(linesOf(chunksOf(...chunks))).rejects.toThrow(message);
  });

  test.each(['x', '\n', '\0'])('reads no gigabyte of %j', async (character) => {
    let chunksRead = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      for (;;) {
        chunksRead += 1;
        yield Buffer.alloc(64 * 1024, character);
      }
    }
    const first = async (): Promise<string> => {
      for await (const line of readLines(endless())) return line;
      return 'the end';
    };
    if (character === '\n') expect(await first()).toBe('');
    else await expect(first()).rejects.toThrow('far too long');
    expect(chunksRead).toBeLessThan(4);
  });
});

test('the header of ten thousand accounts in seventeen Regions each is no line too long', async () => {
  const accounts = Array.from({ length: 10_000 }, (_, index) => String(100_000_000_000 + index));
  const units = accounts.slice(0, 3_000).flatMap((account) => Array.from({ length: 17 }, (_, index) => `${account}/eu-west-${index}`));
  const header = JSON.stringify({ format: 'mlsec-inventory', accounts, plan: { id: 'a'.repeat(64), units, of: units.length } });
  const lines: string[] = [];
  for await (const line of readLines([Buffer.from(`${header}\n`)])) lines.push(line);
  expect(lines).toEqual([header]);
});
