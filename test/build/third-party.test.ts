import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thirdPartyNotice } from '../../scripts/third-party.ts';
import { packagesIn } from '../cli/support/loaded.ts';
import { scratch } from '../cli/support/run.ts';

const dist = new URL('../../dist/', import.meta.url);
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly license: string }>>;
};

/** Every copy of a package, as the notice names it: an older one may lie within the package that needs it. */
function installed(name: string): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version, license }]) => `${name} ${version} (${license})`);
}

describe('the notice of third-party code', () => {
  const notice = readFileSync(new URL('THIRD-PARTY.txt', dist), 'utf8');
  const files = readdirSync(new URL('cli/', dist)).filter((file) => file.endsWith('.cjs'));
  const bundled = [...new Set(files.flatMap(packagesIn))];

  test('names every package that something in the bundle is from, with version and licence', () => {
    expect(bundled.length).toBeGreaterThan(20);
    const told = new Set(notice.split('\n'));
    expect(bundled.filter((name) => !installed(name).some((line) => told.has(line)))).toEqual([]);
  });

  test('holds the texts of the licences', () => {
    expect(notice).toContain('Apache License');
    expect(notice).toContain('Permission is hereby granted, free of charge');
  });
});

describe('a package', () => {
  const folder = scratch();

  function made(name: string, manifest: object, files: Readonly<Record<string, string>>): string {
    const at = join(folder, 'node_modules', name);
    mkdirSync(at, { recursive: true });
    const all = { 'package.json': JSON.stringify({ name, version: '1.0.0', repository: `of ${name}`, ...manifest }), ...files };
    for (const [file, text] of Object.entries(all)) writeFileSync(join(at, file), text);
    return join(at, 'index.js');
  }

  test.each([['AGPL-3.0-only'], ['GPL-3.0'], ['SEE LICENSE IN FILE'], [undefined]])('under %s ends the build', (license) => {
    const module = made('wrong', { license }, { LICENSE: 'text' });
    expect(() => thirdPartyNotice([module])).toThrow(/^wrong is under .*, which may not be bundled/);
  });

  test('without the text of its licence ends the build', () => {
    const module = made('silent', { license: 'MIT' }, {});
    expect(() => thirdPartyNotice([module])).toThrow('silent comes without the text of its licence');
  });

  test('without a text of its own has that of its repository', () => {
    const shared = { license: 'MIT', repository: { url: 'shared' } };
    const paths = [made('@a/one', shared, { 'LICENSE.md': 'the text' }), made('@a/two', shared, {})];
    expect(thirdPartyNotice(paths)).toContain('@a/one 1.0.0 (MIT)\n@a/two 1.0.0 (MIT)\n\nthe text\n');
  });

  test('has its NOTICE told, too', () => {
    const module = made('noticed', { license: 'Apache-2.0' }, { LICENSE: 'the licence', NOTICE: 'the notice' });
    expect(thirdPartyNotice([module])).toContain('noticed 1.0.0 (Apache-2.0)\n\nthe licence\n\nthe notice\n');
  });
});
