import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scratch } from '../cli/support/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;

/** The names of the files that would be published. */
function packed(): readonly string[] {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const json = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const [answer] = Object.values(JSON.parse(json) as Record<string, { readonly files: readonly { readonly path: string }[] }>);
  return (answer?.files ?? []).map(({ path }) => path);
}

/** The published package, in a folder where nothing else is. */
function installed(folder: string): string {
  for (const path of packed()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  return join(folder, 'bin', 'mlsec.js');
}

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(binary: string, args: readonly string[]): Ended {
  try {
    return {
      exit: 0,
      stdout: execFileSync(process.execPath, [binary, ...args], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 }),
      stderr: '',
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { readonly status: number; readonly stdout: string; readonly stderr: string };
    return { exit: status, stdout, stderr };
  }
}

describe('the published package', () => {
  const folder = scratch();
  const binary = installed(folder);
  const bundle = join(folder, 'dist', 'cli');
  const demo = ['audit', '--demo', '--fail-on', 'none', '--allow-incomplete', '-f', 'json'];

  test('installs nothing else', () => {
    expect(manifest['dependencies']).toBeUndefined();
    expect(manifest['optionalDependencies']).toBeUndefined();
    expect(manifest['peerDependencies']).toBeUndefined();
  });

  test('loads nothing that is not in it', () => {
    const files = readdirSync(bundle).filter((file) => file.endsWith('.cjs'));
    const asked = files.flatMap((file) =>
      Array.from(
        readFileSync(join(bundle, file), 'utf8').matchAll(/\b(?:require|import)\((["'`])([^"'`]+)\1\)/g),
        ([, , name = '']) => name,
      ),
    );
    expect(asked.length).toBeGreaterThan(50);
    const known = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`), ...files.map((file) => `./${file}`)]);
    // Sign-on at a proxy by Kerberos asks for a package that its user installs; the other name stands in a message.
    expect([...new Set(asked.filter((name) => !known.has(name)))].sort()).toEqual(['@aws-sdk/signature-v4a', 'kerberos']);
  });

  test('holds licences and source maps, and no sources', () => {
    const names = packed();
    expect(names).toEqual(
      expect.arrayContaining(['LICENSE', 'dist/THIRD-PARTY.txt', 'dist/cli/main.cjs.map', 'schema/report.schema.json']),
    );
    expect(names.filter((name) => /\.ts$|^(src|test|scripts|bench)\//.test(name))).toEqual([]);
  });

  const compiled = join(folder, 'dist', 'compiled');
  const expected = run(binary, demo);

  test('runs where it is', () => {
    expect(expected).toMatchObject({ exit: 0, stderr: '' });
    expect(JSON.parse(expected.stdout)).toMatchObject({ tool: { name: 'mlsec', version: manifest['version'] } });
  });

  test('uses the code that this version of V8 has compiled', () => {
    const script = `
      const { load, compiledFolder } = require(${JSON.stringify(join(folder, 'bin', 'load.js'))});
      const seen = {};
      const onScript = (name, script) => (seen[name] = script.cachedDataRejected);
      const { main } = load(${JSON.stringify(bundle)}, 'main.cjs', compiledFolder(${JSON.stringify(folder)}), onScript);
      main(['audit', '--demo', '-o', 'json=${devNull}'], process).then(() => console.log(JSON.stringify(seen)));`;
    const rejected = JSON.parse(run('-e', [script]).stdout) as Readonly<Record<string, boolean | undefined>>;
    expect(Object.keys(rejected).length).toBeGreaterThan(3);
    expect(rejected).toMatchObject({ 'main.cjs': false, 'cli.cjs': false, 'judge.cjs': false });
    expect(Object.values(rejected)).not.toContain(true);
  });

  test('runs all the same where that is damaged', () => {
    for (const version of readdirSync(compiled)) {
      for (const file of readdirSync(join(compiled, version))) writeFileSync(join(compiled, version, file), 'garbage');
    }
    expect(run(binary, demo)).toEqual(expected);
  });

  test('runs all the same on another version of Node.js, which finds none', () => {
    rmSync(compiled, { recursive: true });
    expect(run(binary, demo)).toEqual(expected);
  });

  test('tells the lines of its sources with --debug', () => {
    const { stderr } = run(binary, ['audit', '--debug', '--inventory', 'none']);
    expect(stderr).toMatch(/src[\\/]cli[\\/]load-inventory\.ts:\d+/);
  });
});
