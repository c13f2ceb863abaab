/**
 * Writes every generated file, or with `--check` only says which are stale and exits with 1.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyCheck } from '../src/checks/check.ts';
import { collectors } from '../src/collectors/index.ts';
import { declaredActions } from '../src/collectors/declared-actions.ts';
import { demoInventory } from './demo-inventory.ts';
import { deployTemplates } from './deploy-templates.ts';
import { generatedAuditRole } from './generated-audit-role.ts';
import { generatedConditionKeyNames } from './generated-condition-key-names.ts';
import { generatedCoverage } from './generated-coverage.ts';
import { generatedFolderPage } from './generated-folder-page.ts';
import { generatedIndex } from './generated-index.ts';
import { generatedKinds } from './generated-kinds.ts';
import { generatedPages } from './generated-pages.ts';
import { generatedReadme } from './generated-readme.ts';
import { generatedSagemakerActions } from './generated-sagemaker-actions.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const checkOnly = process.argv.includes('--check');
const stale: string[] = [];

put('src/checks/index.ts', generatedIndex(root));
put('src/iam/condition-key-names.ts', generatedConditionKeyNames());
put('src/iam/sagemaker-actions.ts', generatedSagemakerActions());
// Imported only now: the list of checks may just have been written.
const { checks } = (await import(pathToFileURL(join(root, 'src/checks/index.ts')).href)) as { checks: readonly AnyCheck[] };
const pages = generatedPages(checks);
for (const [path, text] of pages) put(path, text);
put('docs/coverage.md', `${generatedCoverage(checks)}\n${generatedKinds(checks, collectors)}`);
put('docs/audit-role.md', generatedAuditRole(collectors));
put('docs/inventory-folder.md', generatedFolderPage());
for (const [path, text] of deployTemplates(declaredActions, readFileSync(join(root, 'deploy/worker.sh'), 'utf8'))) put(path, text);
const demo = await demoInventory();
put('fixtures/accounts/demo.ndjson', demo);
put('README.md', await generatedReadme(readOr(join(root, 'README.md')) ?? '', demo, checks, version));
for (const name of existing('docs/checks')) {
  const path = `docs/checks/${name}`;
  if (pages.has(path)) continue;
  stale.push(path);
  if (!checkOnly) rmSync(join(root, path));
}

if (checkOnly && stale.length > 0) {
  process.stderr.write(`stale, run \`npm run generate\`:\n${stale.map((path) => `  ${path}\n`).join('')}`);
  process.exitCode = 1;
} else process.stdout.write(checkOnly ? 'generated files are up to date\n' : `${stale.length} generated files changed\n`);

function put(path: string, text: string): void {
  const file = join(root, path);
  if (readOr(file) === text) return;
  stale.push(path);
  if (checkOnly) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function existing(folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder));
  } catch {
    return [];
  }
}
