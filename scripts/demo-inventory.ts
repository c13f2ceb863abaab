import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { collectInventory } from '../src/collectors/collect.ts';
import { inventoryLines } from '../src/inventory/inventory-lines.ts';
import { sectionNames } from '../src/inventory/sections.ts';
import { demoAccountPath, loadAccount } from '../test/support/aws/account.ts';
import { startLoopback } from '../test/support/aws/loopback.ts';

/** The day on which the demo account was audited; its jobs end just before. */
const auditedAt = Date.parse('2026-11-23T08:00:00.000Z');
const since = new Date(auditedAt - 90 * 24 * 3600 * 1000);

/**
 * The bundled inventory of `--demo`: what the real collectors bring home from the demo account, served over HTTP.
 *
 * One describe is refused, as by a tag-based deny on a team's jobs, so that the demo shows what mlsec says of things it was not let see.
 */
export async function demoInventory(): Promise<string> {
  const account = loadAccount(demoAccountPath);
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  const refused = account.regions['eu-central-1']?.TrainingJobs?.[0]?.TrainingJobName;
  if (refused === undefined) throw new Error('the demo account has no training job in eu-central-1');
  const aws = await startLoopback(account, {
    faults: [{ kind: 'access-denied', operation: 'sagemaker:DescribeTrainingJob', resource: refused }],
  });
  try {
    Object.assign(process.env, aws.environment(), { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    // The clock of the header: when the scan began, and 41 seconds later.
    const times = [auditedAt, auditedAt + 41_000];
    const inventory = await collectInventory({
      regions: Object.keys(account.regions),
      sections: sectionNames,
      since,
      readTimeoutMs: 30_000,
      connectTimeoutMs: 5000,
      signal,
      now: () => new Date(times.shift() ?? auditedAt),
    });
    return [...inventoryLines(inventory, version)].map((line) => `${line}\n`).join('');
  } finally {
    await aws.close();
  }
}
