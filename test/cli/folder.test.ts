import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { fileContent, jsonFiles } from '../../src/cli/json-files.ts';
import { jsonFault } from '../../src/cli/json-fault.ts';
import { unreadable } from '../../src/cli/unreadable.ts';
import { run } from './support/run.ts';

const root = mkdtempSync(join(tmpdir(), 'mlsec-folders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;

/** A folder of these files; what is no text or bytes is written as JSON. */
function folderWith(files: Readonly<Record<string, unknown>>): string {
  made += 1;
  const name = `f${made}`;
  mkdirSync(join(root, name));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  }
  return name;
}

const notebook = { NotebookInstanceName: 'bad', NotebookInstanceArn: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/bad' };
const list = { NotebookInstances: [notebook] };
const described = { ...notebook, RootAccess: 'Enabled' };
const audit = (folder: string, ...more: string[]) => run(['audit', '--inventory', folder, ...more], { cwd: root });

describe('a folder is audited', () => {
  test.each<[name: string, content: (json: string) => string | Uint8Array]>([
    ['as it is', (json) => json],
    ['with a byte order mark', (json) => `\uFEFF${json}`],
    ['in UTF-16, as PowerShell redirects', (json) => Buffer.from(`\uFEFF${json}`, 'utf16le')],
    ['in UTF-16 the other way round', (json) => Buffer.from(`\uFEFF${json}`, 'utf16le').swap16()],
    ['with the line ends of Windows', (json) => json.replaceAll(',', ',\r\n')],
  ])('%s', async (_name, content) => {
    const result = await audit(
      folderWith({ 'list.json': content(JSON.stringify(list)), 'x/any name.JSON': content(JSON.stringify(described)) }),
    );
    expect(result.stderr).toBe('mlsec: exit 1: 1 finding at or above high\n');
    expect(result.exit).toBe(1);
    expect(result.stdout).toContain('bad');
  });

  it('whatever else lies in it, which is named on stderr', async () => {
    const more = {
      'Addresses.json': { Addresses: [] },
      'package.json': '{"name":"x"}',
      'notes.txt': 'no',
      '.git/broken.json': '{',
      'list.jsonl': '{',
    };
    const result = await audit(folderWith({ 'list.json': list, 'describe.json': described, ...more }));
    expect(result.stderr).toBe(
      'mlsec: 2 of 4 JSON files hold nothing that is read here: Addresses.json (Addresses); package.json (name)\nmlsec: exit 1: 1 finding at or above high\n',
    );
  });

  it('with gaps for what is not there', async () => {
    const result = await audit(folderWith({ 'list.json': list }), '-f', 'json');
    expect(result.exit).toBe(3);
    const { gaps } = JSON.parse(result.stdout) as { gaps: { operation: string; code: string; message: string }[] };
    expect(gaps.find(({ operation }) => operation === 'sagemaker:DescribeNotebookInstance')).toMatchObject({
      code: 'NotCollected',
      message: expect.stringContaining('run: aws sagemaker describe-notebook-instance --notebook-instance-name bad'),
    });
  });

  it('in the Region of --region, where its files do not tell', async () => {
    const folder = folderWith({ 'list.json': { NotebookInstances: [{ NotebookInstanceName: 'bad' }] } });
    const result = await audit(folder, '--region', 'eu-west-3', '-f', 'json');
    expect(JSON.parse(result.stdout)).toMatchObject({ scope: { accounts: ['000000000000'], regions: ['eu-west-3'] } });
  });

  it('in the Region that the folder itself is named after', async () => {
    const folder = folderWith({ '444455556666/eu-west-2/list.json': { NotebookInstances: [] } });
    const result = await audit(`${folder}/444455556666/eu-west-2`, '-f', 'json');
    expect(JSON.parse(result.stdout)).toMatchObject({ scope: { accounts: ['444455556666'], regions: ['eu-west-2'] } });
  });

  it('at the times of the files that were used', async () => {
    const folder = folderWith({ 'list.json': list, 'describe.json': described, 'other.json': {} });
    utimesSync(join(root, folder, 'list.json'), 0, new Date('2026-08-01T10:00:00Z'));
    utimesSync(join(root, folder, 'describe.json'), 0, new Date('2026-08-01T10:05:00Z'));
    const { scope } = JSON.parse((await audit(folder, '-f', 'json')).stdout) as { scope: object };
    expect(scope).toMatchObject({ startedAt: '2026-08-01T10:00:00.000Z', completedAt: '2026-08-01T10:05:00.000Z' });
  });
});

describe('a folder is refused', () => {
  const cases: Readonly<Record<string, readonly [files: Readonly<Record<string, unknown>>, error: string | RegExp, hint: RegExp]>> = {
    'nothing in it': [{}, 'no JSON file in it', /aws ec2 describe-vpcs/],
    'no JSON in it': [{ 'a.txt': 'x', 'account.ndjson': '{}' }, 'no JSON file in it', /aws ec2 describe-vpcs/],
    'nothing that is understood': [
      Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [`${name}.json`, { [`Key${name}`]: [], Other: 1 }])),
      'no file in it is an answer that is understood: a.json (Keya, Other); b.json (Keyb, Other); c.json (Keyc, Other); d.json (Keyd, Other); e.json (Keye, Other); and 2 more',
      /with the keys .*Vpcs, Subnets/,
    ],
    'broken JSON': [
      { 'list.json': list, 'x/b.json': '{"Vpcs": [\n  {"VpcId" "vpc-1"}]}' },
      /x\/b\.json is not JSON: it stops making sense at line 2, column 12$/,
      /--output json/,
    ],
    'JSON that was cut off': [{ 'b.json': '{"Vpcs": [' }, /b\.json is not JSON: it breaks off at line 1, column 11$/, /write it again/],
    'other text': [
      { 'b.json': 'An error occurred (UnauthorizedOperation)' },
      /b\.json is not JSON: it stops making sense at line 1, column 1$/,
      /write it again/,
    ],
    'an empty file, as a failed command leaves it': [{ 'list.json': list, 'b.json': '' }, 'b.json is empty', /failed/],
    'a file in another encoding': [{ 'b.json': Uint8Array.of(0x7b, 0xe9, 0x7d) }, /b\.json is no UTF-8 or UTF-16 text/, /--output json/],
    'a compressed file': [{ 'b.json': Uint8Array.of(0x1f, 0x8b, 0x08, 0x00, 0xff) }, /b\.json is no UTF-8/, /not compressed/],
    'entries of nobody knows what': [
      { 'b.json': { Entries: [{ Cidr: '10.0.0.0/8' }] } },
      /b\.json: Entries does not say which PrefixListId/,
      /pl-/,
    ],
    'a Region that nothing tells': [{ 'vpcs.json': { Vpcs: [] } }, 'vpcs.json: cannot tell which Region it was read in', /--region/],
  };

  test.each(Object.entries(cases))('%s', async (_name, [files, error, hint]) => {
    const folder = folderWith(files);
    const result = await audit(folder);
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    const [first = '', second = '', ...rest] = result.stderr.trimEnd().split('\n');
    if (typeof error === 'string') expect(first).toBe(`mlsec: error: ${folder}: ${error}`);
    else expect(first).toMatch(error);
    expect(second).toMatch(hint);
    expect(rest).toEqual([]);
  });

  it('a file that may not be read, which only root may', async () => {
    const folder = folderWith({ 'list.json': list });
    chmodSync(join(root, folder, 'list.json'), 0);
    const { exit, stderr } = await audit(folder, '--region', 'eu-west-1');
    const refused = 'cannot read list.json: permission denied';
    expect([exit === 2, stderr.includes(refused)]).toEqual(process.getuid?.() === 0 ? [false, false] : [true, true]);
    const error = unreadable('list.json', Object.assign(new Error('EACCES: open'), { code: 'EACCES' }));
    expect(error).toMatchObject({ message: refused });
  });

  test.each<[name: string, more: string[], error: RegExp]>([
    ['a Region that is none', ['--region', 'mars-north-1'], /unknown Region: mars-north-1/],
    ['two Regions', ['--region', 'eu-west-1,eu-west-2'], /--region names the one Region/],
    ['all Regions', ['--region', 'all'], /--region names the one Region/],
    ['another option of live accounts', ['--region', 'eu-west-1', '--profile', 'x'], /--profile has no effect with --inventory/],
  ])('with %s', async (_name, more, error) => {
    const result = await audit(folderWith({ 'list.json': list }), ...more);
    expect(result.exit).toBe(2);
    expect(result.stderr).toMatch(error);
  });
});

describe('links', () => {
  it('that lead out of the folder are not followed, and said', async () => {
    const outside = folderWith({ 'secret.json': described });
    const folder = folderWith({ 'list.json': list, 'sub/describe.json': described });
    symlinkSync(join(root, outside, 'secret.json'), join(root, folder, 'file.json'));
    symlinkSync(join(root, outside), join(root, folder, 'folder'));
    symlinkSync(join(root, folder, 'nowhere'), join(root, folder, 'gone.json'));
    symlinkSync(join(root, folder), join(root, folder, 'sub', 'loop'));
    symlinkSync(join(root, folder, 'sub', 'describe.json'), join(root, folder, 'inside.json'));
    expect(await jsonFiles(join(root, folder))).toEqual({
      paths: ['inside.json', 'list.json', 'sub/describe.json'],
      outside: ['file.json', 'folder', 'gone.json'],
    });
    expect((await audit(folder)).stderr).toContain(
      'links that lead nowhere or out of the folder were left out: file.json; folder; gone.json\n',
    );
  });

  it('a folder beside that begins with the same name is outside', async () => {
    const folder = folderWith({ 'list.json': list });
    mkdirSync(join(root, `${folder}-more`));
    writeFileSync(join(root, `${folder}-more`, 'a.json'), '{}');
    symlinkSync(join(root, `${folder}-more`, 'a.json'), join(root, folder, 'a.json'));
    expect((await jsonFiles(join(root, folder))).outside).toEqual(['a.json']);
  });
});

describe('limits', () => {
  const limits = { depth: 2, files: 3, bytesOfFile: 10 };

  it('of depth', async () => {
    const folder = join(root, folderWith({ 'a/b/c/d.json': {} }));
    await expect(jsonFiles(folder, limits)).rejects.toMatchObject({
      message: expect.stringContaining('more than 2 folders deep'),
      exitCode: 2,
    });
    await expect(jsonFiles(folder, { ...limits, depth: 3 })).resolves.toMatchObject({ paths: ['a/b/c/d.json'] });
  });

  it('of files', async () => {
    const folder = join(root, folderWith({ 'a.json': {}, 'b.json': {}, 'c.json': {}, 'd.json': {} }));
    await expect(jsonFiles(folder, limits)).rejects.toMatchObject({
      message: expect.stringContaining('more than 3 JSON files'),
      exitCode: 2,
    });
  });

  it('of a file', async () => {
    const folder = join(root, folderWith({ 'a.json': { Vpcs: [] } }));
    await expect(fileContent(folder, 'a.json', limits)).rejects.toMatchObject({
      message: expect.stringContaining('a.json is larger than'),
      exitCode: 2,
    });
  });
});

describe('where a text stops being JSON', () => {
  test.each<[text: string, line: number, column: number, cutOff: boolean]>([
    ['{', 1, 2, true],
    ['{"a": 1,}', 1, 9, false],
    ['[1, 2', 1, 6, true],
    ['[1 2]', 1, 4, false],
    ['{"a"\n:\n tru}', 3, 2, false],
    ['{"a": "b\nc"}', 1, 7, false],
    ['[] []', 1, 4, false],
    ['{"a": [1, {"b": null}]', 1, 23, true],
    ['{]', 1, 2, false],
    ['{1: 2}', 1, 2, false],
    ["{'a': 1}", 1, 2, false],
    ['nul', 1, 1, false],
    ['', 1, 1, true],
  ])('%j', (text, line, column, cutOff) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(jsonFault(text)).toEqual({ line, column, cutOff });
  });

  it('is found at once in a long text', () => {
    const text = `[${'{"a": [1, 2, "x\\u0041"]}, '.repeat(100_000)}`;
    expect(jsonFault(text)).toEqual({ line: 1, column: text.length + 1, cutOff: true });
  });
});
