import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlain } from '../../src/reporters/columns.ts';
import { guardLine, safeJson, safeText } from '../../src/reporters/escape.ts';
import { hostileText, invisible, isCommand } from './hostile.ts';

describe('safeText', () => {
  it.each([
    ['colours', '\u001b[31mred\u001b[0m', String.raw`\u001b[31mred\u001b[0m`],
    ['line ends', 'a\r\nb\tc', String.raw`a\r\nb\tc`],
    ['C1 control characters', 'a\u009b2J\u0085', String.raw`a\u009b2J\u0085`],
    ['reading direction', 'a\u202eb\u2066c\u200ed\u061c', String.raw`a\u202eb\u2066c\u200ed\u061c`],
    ['characters without width', 'a\u200bb\u200d\ufeff\u00ad', String.raw`a\u200bb\u200d\ufeff\u00ad`],
    ['line separators', 'a\u2028b\u2029', String.raw`a\u2028b\u2029`],
    ['interlinear annotations', 'a\ufff9b', String.raw`a\ufff9b`],
    ['half a character', 'a\ud83d', String.raw`a\ud83d`],
    ['tags, beyond the first 65,536 characters', 'a\u{e0041}', String.raw`a\u{e0041}`],
    ['spaces that runners trim', '\u00a0::x', String.raw`\u00a0::x`],
    ['commands within a line', 'a ##[error]b ##vso[x]', String.raw`a #\#[error]b #\#vso[x]`],
  ])('shows %s', (_, text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it.each(['sg-0abc → 0.0.0.0/0', 'Käse', '漢字', '🙂', '::/0', 'a b', '\\d+', '#1'])('leaves %s alone', (text) => {
    expect(safeText(text)).toBe(text);
  });

  it('shortens in the middle, by whole characters and whole escapes', () => {
    expect(safeText('a'.repeat(10_000), { limit: 9 })).toBe('aaaa…aaaa');
    expect(safeText('\u202e'.repeat(10_000), { limit: 20 })).toBe(String.raw`\u202e…\u202e`);
    expect(safeText('🙂'.repeat(10_000), { limit: 8 })).toBe('🙂🙂…🙂');
  });

  it('writes plain ASCII where nothing else can be shown', () => {
    expect(safeText('a → b … é 🙂', { ascii: true })).toBe(String.raw`a -> b ... \u00e9 \u{1f642}`);
  });

  it('is one visible line of bounded length, whatever comes in', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 20, max: 400 }), fc.boolean(), (text, limit, ascii) => {
        const shown = safeText(text, { limit, ascii });
        expect(shown).not.toMatch(invisible);
        expect(shown).not.toMatch(/##\[|##vso\[/);
        expect(shown.length).toBeLessThanOrEqual(limit);
        if (ascii) expect(shown).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  it('is quick on long text', () => {
    const started = performance.now();
    safeText('\u202e'.repeat(5_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('plain text, which is let through as it is', () => {
  it('holds nothing that is unsafe', () => {
    // Control, format, private, unassigned, and whatever has no width or is a space of another kind.
    const suspicious = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
    const all = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
    const plain = all.filter((character) => isPlain(character));
    expect(plain.length).toBeGreaterThan(500);
    expect(plain.filter((character) => suspicious.test(character))).toEqual([]);
  });
});

describe('guardLine', () => {
  it.each([
    ['::error::x', String.raw`\::error::x`],
    ['   ::error::x', String.raw`   \::error::x`],
    ['\u001b[31m ::error::x', '\u001b[31m \\::error::x'],
    ['section_start:1:x', String.raw`\section_start:1:x`],
    ['a ##[group]', String.raw`a #\#[group]`],
    ['a ::/0', 'a ::/0'],
  ])('disarms %j', (line, guarded) => {
    expect(guardLine(line)).toBe(guarded);
  });

  it('lets no command through', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of text.split('\n')) expect(isCommand(guardLine(line))).toBe(false);
      }),
    );
  });
});

describe('safeJson', () => {
  it('parses to the same value, and is safe to print', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        hostileText,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(hostileText, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (input) => {
        const json = safeJson(input);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(input)));
        expect(json).not.toMatch(invisible);
        expect(isCommand(json)).toBe(false);
      }),
    );
  });
});
