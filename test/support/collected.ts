import { vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { SectionItem, SectionName } from '../../src/inventory/sections.ts';
import type { AccountFixture } from './aws/account.ts';
import { startLoopback, type LoopbackOptions } from './aws/loopback.ts';
import { requestFor } from './collecting.ts';
import { fastClock } from './fake-clock.ts';

/** Sections of an account as the real collectors bring them home, and the calls that were made. The test has to unstub the environment. */
export async function collected(
  account: AccountFixture,
  sections: readonly SectionName[],
  options: LoopbackOptions & { readonly regions?: readonly string[]; readonly probe?: boolean } = {},
) {
  const aws = await startLoopback(account, options);
  const environment = { ...aws.environment(), AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  try {
    const { regions = ['eu-west-1'], probe = false } = options;
    const inventory = await collectInventory(requestFor(regions, { sections, probe, clock: fastClock(100), readTimeoutMs: 500 }));
    const record = (section: SectionName, region?: string) => {
      const found = inventory.sections.find((one) => one.section === section && (region === undefined || one.region === region));
      if (found === undefined) throw new Error(`no section ${section}`);
      return found;
    };
    return {
      record,
      fact: <K extends SectionName>(section: K, region?: string) => record(section, region).fact as Fact<readonly SectionItem<K>[]>,
      rows: <K extends SectionName>(section: K, region?: string) => [
        ...rowsToName(record(section, region).fact as Fact<readonly SectionItem<K>[]>),
      ],
      /** As `s3:HeadBucket`, in the order of arrival, without the question who is asking. */
      calls: aws.calls.map(({ service, operation }) => `${service}:${operation}`).filter((call) => !call.startsWith('sts:')),
      inputs: (operation: string) =>
        aws.calls.filter((call) => `${call.service}:${call.operation}` === operation).map(({ input }) => input),
    };
  } finally {
    await aws.close();
  }
}
