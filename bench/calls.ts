import { collectInventory } from '../src/collectors/collect.ts';
import { collectors } from '../src/collectors/index.ts';
import type { SectionName } from '../src/inventory/sections.ts';
import type { AccountFixture } from '../test/support/aws/account.ts';
import * as build from '../test/support/aws/build-account.ts';
import { startLoopback } from '../test/support/aws/loopback.ts';
import { fastClock } from '../test/support/fake-clock.ts';
import { counted } from './counted.ts';
import { table } from './table.ts';

/** Sections that are not counted by resource: one call, what rules and routes name, or the levels above an account. */
const uncounted = new Set<SectionName>([
  'callerIdentity',
  'enabledRegions',
  'accountAuthorization',
  'prefixLists',
  'organization',
  'organizationRoots',
  'organizationTargets',
  'organizationPolicies',
]);

/** One call each in any Region, in rows of their own: they say whether there is a VPC at all. */
const own = new Map<SectionName, string>([
  ['vpcs', 'DescribeVpcs'],
  ['subnets', 'DescribeSubnets'],
]);
const inAnyCase = new Set(own.values());

/**
 * API calls of each collector for so many resources, beside the fewest that AWS allows.
 *
 * @throws Error for a collector that nobody counts, and for one that calls more often than it must
 */
export async function calls(counts: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const { section } of collectors) {
    if (uncounted.has(section)) continue;
    const plan = counted[section];
    if (plan === undefined) throw new Error(`bench/calls.ts does not count ${section}`);
    const cells: string[] = [];
    for (const count of counts) {
      const account = {
        // What is within a VPC is asked where there is one.
        ...build.accountOf({ 'eu-west-1': { Vpcs: [build.vpc('vpc-1')], ...plan.fill(count) } }),
        hostedZones: plan.zones?.(count) ?? [],
        buckets: plan.buckets?.(count) ?? [],
      };
      const made = await callsFor(section, account);
      const fewest = plan.fewest(count);
      if (made > fewest) throw new Error(`${section}: ${made} calls for ${count}, where ${fewest} are enough`);
      cells.push(`${made} / ${fewest}`);
    }
    rows.push([section, ...cells, plan.why]);
  }
  return table(['section', ...counts.map((count) => `${count} resources`), 'fewest, because'], rows);
}

async function callsFor(section: SectionName, account: AccountFixture): Promise<number> {
  const aws = await startLoopback(account);
  Object.assign(process.env, aws.environment(), { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' });
  try {
    await collectInventory({
      regions: ['eu-west-1'],
      sections: [section],
      since: null,
      readTimeoutMs: 30_000,
      connectTimeoutMs: 5000,
      signal: new AbortController().signal,
      now: () => new Date(),
      clock: fastClock(1000),
    });
    return aws.calls.filter(({ service, operation }) => service !== 'sts' && (operation === own.get(section) || !inAnyCase.has(operation)))
      .length;
  } finally {
    await aws.close();
  }
}
