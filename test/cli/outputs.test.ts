import { describe, expect, test } from 'vitest';
import { planOutputs } from '../../src/cli/outputs.ts';

const formats = ['terminal', 'json', 'sarif'] as const;

function plan(format: string | undefined, ...outputs: string[]): string {
  return planOutputs(format, outputs, formats, 'terminal')
    .map((target) => `${target.format}>${target.path ?? 'stdout'}`)
    .join(' ');
}

describe('which report goes where', () => {
  test.each<[string, string | undefined, string[], string]>([
    ['nothing asked', undefined, [], 'terminal>stdout'],
    ['a format', 'json', [], 'json>stdout'],
    ['a format in capitals', 'JSON', [], 'json>stdout'],
    ['a format for a file', 'json', ['out'], 'json>out'],
    ['a format, and another report', 'terminal', ['json=out.json'], 'terminal>stdout json>out.json'],
    ['only files leave stdout empty', undefined, ['json=out.json', 'sarif=out.sarif'], 'json>out.json sarif>out.sarif'],
    ['all at once', 'sarif', ['s.sarif', 'json=-', 'terminal=t.txt'], 'sarif>s.sarif json>stdout terminal>t.txt'],
    ['stdout by name', undefined, ['json=-'], 'json>stdout'],
    ['stdout as the place of the format', 'json', ['-'], 'json>stdout'],
    ['the extension, where no format is named', undefined, ['a/out.json'], 'json>a/out.json'],
    ['the extension of SARIF', undefined, ['out.sarif.json'], 'json>out.sarif.json'],
    ['another extension', undefined, ['out.txt'], 'terminal>out.txt'],
    ['a named format beats the extension', 'terminal', ['out.json'], 'terminal>out.json'],
    ['a path with an equals sign', 'json', ['./a=b'], 'json>./a=b'],
    ['the first equals sign counts', undefined, ['json=a=b'], 'json>a=b'],
  ])('%s', (_name, format, outputs, expected) => {
    expect(plan(format, ...outputs)).toBe(expected);
  });

  test.each<[string, string | undefined, string[], string]>([
    ['unknown format', 'jsn', [], 'unknown format: jsn'],
    ['unknown format of a file', undefined, ['jsn=out'], 'unknown format: jsn'],
    ['two for stdout', 'json', ['sarif=-'], 'two reports for stdout'],
    ['two for stdout by name', undefined, ['json=-', 'sarif=-'], 'two reports for stdout'],
    ['two for one file', undefined, ['json=out', 'sarif=out'], 'two reports for one file: out'],
    ['two without a format', undefined, ['a', 'b'], 'two outputs without a format'],
    ['no file', undefined, ['json='], '-o json= names no file'],
    ['nothing', undefined, [''], '-o names no file'],
    ['a format as a file', undefined, ['json'], '-o json names a format, but no file'],
  ])('refuses: %s', (_name, format, outputs, expected) => {
    expect(() => plan(format, ...outputs)).toThrow(expected);
  });
});
