import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants, open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertWritable, writeFileWhole } from '../../src/cli/output-file.ts';
import { scratch } from './support/run.ts';

const never = new AbortController().signal;

/** Root may write everywhere, so permissions are tried as `nobody` where the tests run as root. */
async function unprivileged(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('writing a file', () => {
  test('leaves the file and nothing else', async () => {
    const folder = scratch();
    await writeFileWhole(join(folder, 'out'), ['a', 'b'], never);
    expect(readdirSync(folder)).toEqual(['out']);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('ab');
  });

  test('a failure while writing leaves what was there before', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'out'), 'before');
    function* failing(): Generator<string, void> {
      yield 'x'.repeat(100_000);
      throw new Error('half-way');
    }
    await expect(writeFileWhole(join(folder, 'out'), failing(), never)).rejects.toThrow('half-way');
    expect(readdirSync(folder)).toEqual(['out']);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('before');
  });

  test('a signal leaves what was there before', async () => {
    const folder = scratch();
    const stop = new AbortController();
    function* stopping(): Generator<string, void> {
      yield 'x'.repeat(100_000);
      stop.abort(new Error('stopped'));
      yield 'y';
    }
    await expect(writeFileWhole(join(folder, 'out'), stopping(), stop.signal)).rejects.toThrow('stopped');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('permissions: as asked for, else those of the file before', async () => {
    const folder = scratch();
    const mode = (name: string): number => statSync(join(folder, name)).mode & 0o777;
    await writeFileWhole(join(folder, 'secret'), ['a'], never, 0o600);
    expect(mode('secret')).toBe(0o600);
    writeFileSync(join(folder, 'open'), '');
    chmodSync(join(folder, 'open'), 0o644);
    await writeFileWhole(join(folder, 'open'), ['a'], never, 0o600);
    expect(mode('open')).toBe(0o600);
    chmodSync(join(folder, 'open'), 0o640);
    await writeFileWhole(join(folder, 'open'), ['b'], never);
    expect(mode('open')).toBe(0o640);
  });

  test.skipIf(process.platform === 'win32')('through a link, into the file it points to', async () => {
    const folder = scratch();
    mkdirSync(join(folder, 'far'));
    writeFileSync(join(folder, 'far', 'real'), 'before');
    symlinkSync(join('far', 'real'), join(folder, 'link'));
    await writeFileWhole(join(folder, 'link'), ['after'], never);
    expect(readFileSync(join(folder, 'far', 'real'), 'utf8')).toBe('after');
    expect(readdirSync(folder).sort()).toEqual(['far', 'link']);
  });

  // A pipe of its own, never a device of the machine: run by root, a fault in what is tested would replace that for everybody.
  test.skipIf(process.platform === 'win32')('into a pipe, which cannot be replaced', async () => {
    const folder = scratch();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await assertWritable(pipe);
    // Open on both sides from the start, so that a fault cannot leave anybody waiting.
    const reader = await open(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    await writeFileWhole(pipe, ['through'], never);
    const { bytesRead, buffer } = await reader.read(Buffer.alloc(100), 0, 100).catch(() => ({ bytesRead: 0, buffer: Buffer.alloc(0) }));
    await reader.close();
    expect(buffer.subarray(0, bytesRead).toString()).toBe('through');
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });
});

describe('whether a file can be written', () => {
  test('a new file and an old one can, and stay as they are', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'old'), 'before');
    await assertWritable(join(folder, 'old'));
    await assertWritable(join(folder, 'new'));
    expect(readdirSync(folder)).toEqual(['old']);
    expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('before');
  });

  test.each<[string, (folder: string) => string, string]>([
    ['a directory', (folder) => folder, 'it is a directory'],
    ['a directory to be', (folder) => join(folder, 'new/'), 'it is a directory'],
    ['in a directory that is not there', (folder) => join(folder, 'no', 'out'), 'its directory does not exist'],
    ['in a file', (folder) => join(folder, 'file', 'out'), 'a part of the path is a file'],
    ['too long a name', (folder) => join(folder, 'x'.repeat(300)), 'the name is too long'],
  ])('%s can not', async (_name, pathIn, hint) => {
    const folder = scratch();
    writeFileSync(join(folder, 'file'), '');
    await expect(assertWritable(pathIn(folder))).rejects.toMatchObject({ exitCode: 2, hint: expect.stringContaining(hint) as string });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('nor without the permission', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'file'), '', { mode: 0o444 });
    chmodSync(folder, 0o555);
    await unprivileged(async () => {
      await expect(assertWritable(join(folder, 'file'))).rejects.toMatchObject({ hint: 'permission denied' });
      await expect(assertWritable(join(folder, 'new'))).rejects.toMatchObject({ hint: 'permission denied' });
    });
    chmodSync(folder, 0o755);
  });
});
