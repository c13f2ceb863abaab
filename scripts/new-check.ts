/**
 * Writes the two files of a new check: `npm run new:check -- <family> <id>`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { families, type Family } from '../src/core/family.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [family = '', id = ''] = process.argv.slice(2);
const problem = problemOf(family, id);
if (problem === undefined) {
  write(`src/checks/${family}/${id}.ts`, checkText(family as Family, id));
  write(`test/checks/${family}/${id}.test.ts`, testText(family as Family, id));
  process.stdout.write('fill in both, then run: npm run generate && npm run check\n');
} else {
  process.stderr.write(`${problem}\nusage: npm run new:check -- FAMILY ID, such as: root-access studio-kernel-root\n`);
  process.exitCode = 2;
}

function problemOf(family: string, id: string): string | undefined {
  if (!(families as readonly string[]).includes(family)) return `FAMILY is one of: ${families.join(', ')}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) return 'ID is kebab-case and names the bad state';
  return existsSync(join(root, `src/checks/${family}/${id}.ts`)) ? `${id} exists already` : undefined;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}

function checkText(family: Family, id: string): string {
  return `import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';

export default defineCheck({
  id: '${id}',
  title: 'What is wrong, in at most 72 characters',
  severity: 'medium',
  family: '${family}',
  requirements: [],
  controls: [],
  description: 'What is looked at, and what an attacker gains.',
  remediation: 'What to do, and whether it can be done in place.',
  references: ['https://docs.aws.amazon.com/'],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook) {
    const { RootAccess } = need(notebook.detail);
    const evidence = { source, path: 'RootAccess', value: RootAccess ?? null };
    return RootAccess === 'Disabled' ? pass('what is so', [evidence]) : fail('what is so', [evidence]);
  },
});
`;
}

function testText(family: Family, id: string): string {
  return `import check from '../../../src/checks/${family}/${id}.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, {
  fail: [['what is wrong', inventory({ notebookInstances: [notebook('nb-1', { RootAccess: 'Enabled' })] }), 'nb-1']],
  pass: [['what is right', inventory({ notebookInstances: [notebook()] }), 'nb-1']],
  unknown: [
    [
      'describe refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
  ],
});
`;
}
