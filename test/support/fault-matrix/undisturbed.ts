import type { AnyCheck } from '../../../src/checks/check.ts';
import { checks } from '../../../src/checks/index.ts';
import { collectInventory, type CollectRequest } from '../../../src/collectors/collect.ts';
import { audit } from '../../../src/engine/audit.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import type { Report } from '../../../src/core/report.ts';
import { demoAccountPath, loadAccount, type AccountFixture } from '../aws/account.ts';
import { catalogue, collectionNames } from '../aws/catalogue.ts';
import { credentialsOf } from '../aws/credentials.ts';
import { startLoopback, type CallRecord, type Loopback, type LoopbackOptions } from '../aws/loopback.ts';
import { requestFor } from '../collecting.ts';
import { fakeClock } from '../fake-clock.ts';

const whole = loadAccount(demoAccountPath);

/** The demo account with an index of Search that finds nothing, so that everything is described: an answer that another replaces hides nothing. */
export const demo: AccountFixture = {
  ...whole,
  regions: Object.fromEntries(
    Object.entries(whole.regions).map(([name, region]) => [
      name,
      { ...region, SearchIndex: { TrainingJobs: [], HyperParameterTuningJobs: [], Models: [] } },
    ]),
  ),
};
export const demoRegions: readonly string[] = Object.keys(demo.regions).sort();
export const allChecks: readonly AnyCheck[] = checks;

/** How the demo account is read in every cell: in no time of ours, all of its Regions, most of its jobs. */
export function collectFrom(aws: Loopback, given: Partial<CollectRequest> = {}): Promise<Inventory> {
  return collectInventory(
    requestFor(demoRegions, {
      since: new Date('2026-08-25'),
      endpointUrl: aws.url,
      clock: fakeClock(),
      maxAttempts: 5,
      readTimeoutMs: 20_000,
      connectTimeoutMs: 20_000,
      ...given,
    }),
  );
}

export function judgeAll(inventory: Inventory, some: readonly AnyCheck[] = allChecks): Report {
  return audit(inventory, some, 'test');
}

/** The demo account where nothing goes wrong. */
export interface Undisturbed {
  readonly inventory: Inventory;
  readonly report: Report;
  readonly calls: readonly CallRecord[];
  /** The calls where every page holds one row. */
  readonly callsByRow: readonly CallRecord[];
}

/** Variables with which the demo account is read, whatever files there are on this machine. */
export function demoEnvironment(): Readonly<Record<string, string>> {
  const { accessKeyId, secretAccessKey } = credentialsOf(demo.account);
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

export async function undisturbed(): Promise<Undisturbed> {
  const [inventory, calls] = await collectedWith({});
  const [, callsByRow] = await collectedWith({ pageLimit: 1 });
  return { inventory, report: judgeAll(inventory), calls, callsByRow };
}

async function collectedWith(options: LoopbackOptions): Promise<readonly [Inventory, readonly CallRecord[]]> {
  const aws = await startLoopback(demo, options);
  try {
    const inventory = await collectFrom(aws);
    // By `--region all` alone.
    await collectFrom(aws, { regions: ['all'], askIn: demoRegions[0] ?? '', sections: [] });
    return [inventory, aws.calls];
  } finally {
    await aws.close();
  }
}

const worlds = new Map<string, Promise<Report | undefined>>();

/**
 * The report on the demo account without any resource that this operation describes: what is right to say where all of them are gone.
 *
 * @returns undefined for an operation that describes nothing of SageMaker
 */
export function withoutDescribed(operation: string): Promise<Report | undefined> {
  let world = worlds.get(operation);
  if (world === undefined) worlds.set(operation, (world = reportWithout(operation)));
  return world;
}

async function reportWithout(operation: string): Promise<Report | undefined> {
  const collection = collectionNames.find((name) => {
    const resource = catalogue[name];
    return resource.service === 'sagemaker' && `sagemaker:${resource.describe}` === operation;
  });
  if (collection === undefined) return undefined;
  const regions = Object.entries(demo.regions).map(([region, held]) => [region, { ...held, [collection]: [] }] as const);
  const account: AccountFixture = { ...demo, regions: Object.fromEntries(regions) };
  const aws = await startLoopback(account);
  try {
    return judgeAll(await collectFrom(aws));
  } finally {
    await aws.close();
  }
}
