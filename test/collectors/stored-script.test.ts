import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { storedScript } from '../../src/collectors/stored-script.ts';

const packed = (text: string): string => Buffer.from(text).toString('base64');

describe('what is kept of a script', () => {
  it.each([
    ['nothing', '', 0],
    ['an interpreter alone', '#!/bin/bash\n', 0],
    ['comments and blank lines', '#!/bin/bash\n\n  # a comment\n\t\n', 0],
    ['commands', '#!/bin/bash\nset -eu\n# why\npip install x\n', 2],
    ['line ends of Windows', '#!/bin/bash\r\nset -eu\r\n\r\npip install x\r\n', 2],
    ['no line end at all', 'echo hello', 1],
  ])('%s', (_what, script, statements) => {
    expect(storedScript(packed(script))).toMatchObject({
      Sha256: createHash('sha256').update(script).digest('hex'),
      Statements: statements,
    });
  });

  it.each(['not base64!', 'abc', 'ab=c', '====', 'YWJj*'])('%s is no base64, and so nobody knows', (content) => {
    expect(storedScript(content).Statements).toBeNull();
  });

  it('of a script that AWS left out nobody knows', () => expect(storedScript(undefined).Statements).toBeNull());

  it('of a script of 16 KB no word', () => {
    const script = `export TOKEN=s3cr3t-of-ada\n${'echo padding\n'.repeat(1200)}`;
    const stored = JSON.stringify(storedScript(packed(script)));
    expect(stored).not.toMatch(/s3cr3t|TOKEN|echo/);
  });
});
