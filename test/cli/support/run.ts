import { auditPolicy } from '../../../src/collectors/audit-policy.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli/main.ts';
import type { Parts } from '../../../src/cli/parts.ts';
import { targetsOfUnits } from '../../../src/collectors/targets.ts';
import { inventoryLines } from '../../../src/inventory/inventory-lines.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { FakeIo, type FakeIoOptions } from './fake-io.ts';
import { tinyChecks } from './tiny-checks.ts';

/** A folder for one test file. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'mlsec-cli-'));
}

/** Saves an inventory as `collect` does. */
export function saveInventory(folder: string, name: string, inventory: Inventory): string {
  const path = join(folder, name);
  writeFileSync(path, inventoryText(inventory));
  return path;
}

export function inventoryText(inventory: Inventory): string {
  return [...inventoryLines(inventory, '0.0.0')].map((line) => `${line}\n`).join('');
}

/** The tiny checks, the real reporters, and no AWS: a test that wants one brings a collector. */
export const testParts: Parts = {
  checks: async () => tinyChecks,
  collector: () => Promise.reject(new Error('this test has no collector')),
  planner: async () => ({
    planUnits: () => Promise.reject(new Error('this test has no planner')),
    targetsOfUnits,
  }),
  permissions: async () => ({ auditPolicy, declaredActions: ['sagemaker:ListModels', 'ec2:DescribeVpcs'], triedActions: () => [] }),
  reporters: () => import('../../../src/reporters/index.ts'),
};

export interface RunResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI in this process. */
export async function run(args: readonly string[], options: FakeIoOptions = {}, parts: Partial<Parts> = {}): Promise<RunResult> {
  const io = new FakeIo(options);
  const exit = await main(args, io, { ...testParts, ...parts });
  return { exit, stdout: io.stdout.text, stderr: io.stderr.text };
}
