import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import { collectors } from '../../src/collectors/index.ts';
import { exitCode } from '../../src/core/exit-code.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { permissionFor } from '../../src/core/permission-for.ts';
import { globalRegion, sectionCatalogue, type SectionName } from '../../src/inventory/sections.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import { accountOf, accountWith, model, notebook, secureNetwork, trainingJob } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from '../support/aws/loopback.ts';
import { account } from '../support/aws/one-of-each.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';
const many = (count: number) => Array.from({ length: count }, (_, i) => model(`model-${String(i).padStart(3, '0')}`));

let aws: Loopback;

async function serve(served: Parameters<typeof startLoopback>[0] = account, options: LoopbackOptions = {}): Promise<void> {
  aws = await startLoopback(served, options);
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
}

beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

function section(inventory: Inventory, name: SectionName, at = region) {
  const record = inventory.sections.find((candidate) => candidate.section === name && candidate.region === at);
  if (record === undefined) throw new Error(`no section ${name}`);
  return record;
}
const count = (inventory: Inventory, name: SectionName): number =>
  [...rowsToName(section(inventory, name).fact as Fact<Iterable<unknown>>)].length;
const codeOf = (fact: Fact<unknown>): string | undefined => (fact.known ? undefined : fact.gap.code);
const callsOf = (operation: string): number => aws.calls.filter((call) => `${call.service}:${call.operation}` === operation).length;

describe('pages', () => {
  it('reads every page, and no page twice', async () => {
    await serve(accountWith({ Models: many(205) }));
    const inventory = await collectInventory(requestFor([region], { sections: ['models'], clock: fastClock(50) }));
    expect(count(inventory, 'models')).toBe(205);
    expect(section(inventory, 'models').ledger).toEqual([
      { operation: 'sagemaker:ListModels', calls: 3, complete: true },
      { operation: 'sagemaker:Search', calls: 3, complete: true },
      { operation: 'sagemaker:DescribeModel', calls: 0, complete: true },
    ]);
    expect(callsOf('sagemaker:ListModels')).toBe(3);
  });

  it('goes on over empty pages', async () => {
    await serve(account, { emptyPages: 2 });
    const inventory = await collectInventory(requestFor([region], { clock: fastClock(20) }));
    expect(count(inventory, 'models')).toBe(3);
    expect(count(inventory, 'securityGroups')).toBe(15);
    expect(inventory.sections.every(({ fact }) => fact.known)).toBe(true);
  });

  it('a list that goes in circles is a gap, with what was read apart', async () => {
    await serve(accountWith({ Models: many(150) }), { faults: [{ kind: 'repeat-token', operation: 'sagemaker:ListModels' }] });
    const inventory = await collectInventory(requestFor([region], { sections: ['models'], clock: fastClock(50) }));
    const { fact, ledger } = section(inventory, 'models');
    expect(codeOf(fact)).toBe('RepeatedPageToken');
    expect(ledger[0]).toMatchObject({ complete: false });
    expect(count(inventory, 'models')).toBeGreaterThan(0);
  });
});

describe('what is not there any more', () => {
  it('a resource deleted between list and describe is dropped with a note', async () => {
    await serve(account, { faults: [{ kind: 'gone', operation: 'sagemaker:DescribeModel', resource: 'model-001' }] });
    const { fact, notes } = section(await collectInventory(requestFor([region])), 'models');
    expect(fact.known && [...fact.value].map((row) => (row as { summary: { ModelName: string } }).summary.ModelName).sort()).toEqual([
      'model-000',
      'model-002',
    ]);
    expect(notes).toMatchObject([{ code: 'gone-during-scan', section: 'models', count: 1 }]);
  });
});

describe('job history', () => {
  const old = '2026-01-01T00:00:00.000Z';
  const jobs = accountWith({
    TrainingJobs: [
      trainingJob('recent'),
      trainingJob('old-1', { CreationTime: old }),
      trainingJob('old-2', { CreationTime: old, TrainingJobStatus: 'Failed' }),
      trainingJob('old-but-running', { CreationTime: old, TrainingJobStatus: 'InProgress' }),
      trainingJob('old-but-stopping', { CreationTime: old, TrainingJobStatus: 'Stopping' }),
    ],
  });

  it('describes recent and running jobs, and counts the others', async () => {
    await serve(jobs);
    const inventory = await collectInventory(requestFor([region], { since: new Date('2026-08-25'), sections: ['trainingJobs'] }));
    const { fact, notes } = section(inventory, 'trainingJobs');
    const names = [...rowsToName(fact as Fact<Iterable<{ summary: { TrainingJobName: string } }>>)].map(
      ({ summary }) => summary.TrainingJobName,
    );
    expect(names.sort()).toEqual(['old-but-running', 'old-but-stopping', 'recent']);
    expect(notes).toMatchObject([{ code: 'older-jobs-left-out', count: 2 }]);
    expect(notes[0]?.message).toContain('2026-08-25');
    expect(callsOf('sagemaker:DescribeTrainingJob')).toBe(3);
  });

  it('describes all where all were asked for', async () => {
    await serve(jobs);
    const inventory = await collectInventory(requestFor([region], { since: null, sections: ['trainingJobs'] }));
    expect(count(inventory, 'trainingJobs')).toBe(5);
    expect(section(inventory, 'trainingJobs').notes).toEqual([]);
  });
});

describe('refusals and failures become gaps', () => {
  const declared = new Set<string>(collectors.flatMap(({ actions }) => actions as readonly string[]));
  // Search is no gap where it is refused: test/collectors/search.test.ts.
  const operations = [...declared].filter((action) => action !== 'sts:GetCallerIdentity' && action !== 'sagemaker:Search');

  /** The sections that are built on these, on those that are built on them, and so on. */
  const builtOn = (sections: ReadonlySet<string>): ReadonlySet<string> => {
    const more = collectors.filter(({ after }) => after.some((name) => sections.has(name))).map(({ section: name }) => name);
    const all = new Set([...sections, ...more]);
    return all.size === sections.size ? all : builtOn(all);
  };

  it.each(operations)('%s refused', async (operation) => {
    await serve(account, { faults: [{ kind: 'access-denied', operation }] });
    const inventory = await collectInventory(requestFor([region], { clock: fastClock(50) }));
    const owners = new Set<string>(
      collectors.filter(({ actions }) => (actions as readonly string[]).includes(operation)).map(({ section: name }) => name),
    );
    for (const { section: name, fact, ledger } of inventory.sections) {
      const rows = [...rowsToName(fact as Fact<Iterable<{ detail?: Fact<unknown> }>>)];
      const gaps = [
        ...(fact.known ? [] : [fact.gap]),
        ...rows.flatMap(({ detail }) => (detail === undefined || detail.known ? [] : [detail.gap])),
      ];
      if (!owners.has(name)) {
        // What builds on a section that could not be read cannot be read either, for the same reason.
        expect(gaps.filter((gap) => !builtOn(owners).has(name) || gap.operation !== operation)).toEqual([]);
        continue;
      }
      // Of a bucket that is not on the account's own list, a refusal is all that S3 says to many who ask.
      if (operation === 's3:HeadBucket') {
        expect([gaps, ledger[0]?.calls]).toEqual([[], 0]);
        continue;
      }
      expect(gaps.length, name).toBeGreaterThan(0);
      const at = sectionCatalogue[name].scope === 'account' ? globalRegion : region;
      for (const gap of gaps)
        expect(gap).toMatchObject({ operation, permission: permissionFor(operation), region: at, account: '111122223333' });
      expect(ledger.find((entry) => entry.operation === operation)).toMatchObject({ complete: false });
    }
  });

  it.each([
    ['hang', 'TimeoutError'],
    ['html', 'UnreadableAnswer'],
    ['truncated', 'UnreadableAnswer'],
    ['throttle', 'ThrottlingException'],
    ['reset', 'ECONNRESET'],
    ['cut-off', 'ECONNRESET'],
    ['expired-token', 'ExpiredTokenException'],
  ] as const)('%s for ever: %s', async (kind, code) => {
    await serve(account, { faults: [{ kind, operation: 'sagemaker:ListModels' }] });
    const inventory = await collectInventory(
      requestFor([region], { readTimeoutMs: 150, sections: ['models', 'notebookInstances'], clock: fastClock(50) }),
    );
    const { fact } = section(inventory, 'models');
    expect(fact.known).toBe(false);
    expect(codeOf(fact)).toBe(code);
  });

  it.each(['html', 'truncated'] as const)('%s in place of an EC2 list is no empty list', async (kind) => {
    await serve(account, { faults: [{ kind, operation: 'ec2:DescribeVpcEndpoints', status: 200 }] });
    const inventory = await collectInventory(requestFor([region], { sections: ['vpcEndpoints'] }));
    expect(codeOf(section(inventory, 'vpcEndpoints').fact)).toBe('UnreadableAnswer');
  });

  it('an empty list is one', async () => {
    await serve(accountOf({ [region]: {} }));
    const inventory = await collectInventory(requestFor([region]));
    for (const { section: name, fact } of inventory.sections) {
      expect(fact.known, name).toBe(true);
      // The default bucket of a Region is asked for though nothing names it.
      if (name !== 'callerIdentity' && name !== 'enabledRegions' && name !== 'workloadBuckets')
        expect([...rowsToName(fact as Fact<Iterable<unknown>>)], name).toEqual([]);
    }
  });

  it.each(['throttle', 'server-error', 'reset', 'cut-off'] as const)('%s for a while: no call is lost', async (kind) => {
    await serve(account, { faults: [{ kind, operation: 'sagemaker:*', times: 4 }] });
    const inventory = await collectInventory(requestFor([region], { maxAttempts: 10, clock: fastClock(50) }));
    expect(inventory.sections.filter(({ fact }) => !fact.known)).toEqual([]);
    expect(count(inventory, 'models')).toBe(3);
  });

  it('a server that hangs once is asked again', async () => {
    await serve(account, { faults: [{ kind: 'hang', operation: 'sagemaker:DescribeModel', resource: 'model-001', times: 1 }] });
    const inventory = await collectInventory(requestFor([region], { readTimeoutMs: 150, sections: ['models'], clock: fastClock(50) }));
    expect(count(inventory, 'models')).toBe(3);
    expect(section(inventory, 'models').ledger.at(-1)).toMatchObject({ calls: 3, complete: true });
  });

  it('after expired credentials nothing more is sent', async () => {
    await serve(accountOf({ [region]: { ...secureNetwork(), Models: many(60), SearchIndex: { Models: [] } } }), {
      faults: [{ kind: 'expired-token', operation: 'sagemaker:DescribeModel', after: 5 }],
    });
    const inventory = await collectInventory(requestFor([region], { sections: ['models'], clock: fastClock(50) }));
    expect(count(inventory, 'models')).toBe(60);
    const rows = [...rowsToName(section(inventory, 'models').fact as Fact<Iterable<{ detail: Fact<unknown> }>>)];
    expect(rows.filter(({ detail }) => detail.known).length).toBeGreaterThanOrEqual(5);
    // The five that were answered, and at most those that were on their way.
    expect(callsOf('sagemaker:DescribeModel')).toBeLessThanOrEqual(5 + 8);
  });
});

describe('a description that is refused again and again', () => {
  const names = [...Array(60).keys()].map((at) => `model-${String(at).padStart(3, '0')}`);
  const gapsOfModels = (inventory: Inventory) =>
    [...rowsToName(section(inventory, 'models').fact as Fact<Iterable<{ detail: Fact<unknown> }>>)].flatMap(({ detail }) =>
      detail.known ? [] : [detail.gap],
    );

  it('is soon not asked for any more, and every model has its gap all the same', async () => {
    await serve(accountWith({ Models: many(60), SearchIndex: { Models: [] } }), {
      faults: [{ kind: 'access-denied', operation: 'sagemaker:DescribeModel' }],
    });
    const inventory = await collectInventory(requestFor([region], { sections: ['models'], clock: fastClock(50) }));
    // Twenty, those that were under way with the twentieth, and the fortieth to see.
    expect(callsOf('sagemaker:DescribeModel')).toBeGreaterThanOrEqual(21);
    expect(callsOf('sagemaker:DescribeModel')).toBeLessThanOrEqual(20 + 7 + 1);
    const gaps = gapsOfModels(inventory);
    expect(gaps.map(({ resource }) => resource?.split('/').at(-1) ?? '').sort()).toEqual(names);
    for (const gap of gaps)
      expect(gap).toMatchObject({
        operation: 'sagemaker:DescribeModel',
        code: 'AccessDeniedException',
        permission: 'sagemaker:DescribeModel',
      });
    expect(gaps.filter(({ message }) => message.startsWith('not asked, since ')).length).toBe(60 - callsOf('sagemaker:DescribeModel'));
  });

  it('by resource: one that is allowed in between has all others asked for', async () => {
    const denied = names.filter((_name, index) => index % 15 !== 0);
    const faults = denied.map((resource) => ({ kind: 'access-denied', operation: 'sagemaker:DescribeModel', resource }) as const);
    await serve(accountWith({ Models: many(60), SearchIndex: { Models: [] } }), { faults });
    const inventory = await collectInventory(requestFor([region], { sections: ['models'], clock: fastClock(50) }));
    expect(callsOf('sagemaker:DescribeModel')).toBe(60);
    expect(gapsOfModels(inventory)).toHaveLength(56);
  });
});

describe('the published quotas', () => {
  it('are not exceeded, and no call is lost', async () => {
    const clock = fastClock(4);
    await serve(accountWith({ Models: many(80), NotebookInstances: Array.from({ length: 20 }, (_, i) => notebook(`nb-${i}`)) }), {
      quota: true,
      clock: clock.now,
    });
    const inventory = await collectInventory(requestFor([region], { clock }));
    expect(count(inventory, 'models')).toBe(80);
    expect(inventory.sections.filter(({ fact }) => !fact.known)).toEqual([]);
    // That something is not there is an answer.
    const answers = new Set([undefined, 'AWSOrganizationsNotInUseException', 'NoSuchBucket']);
    expect(aws.calls.filter(({ error }) => !answers.has(error))).toEqual([]);
  });
});

describe('Regions', () => {
  const two = accountOf({ 'eu-west-1': secureNetwork(), 'ap-east-1': {} });

  it('one that is not enabled costs its own sections and nothing else', async () => {
    await serve(two, { faults: [{ kind: 'region-disabled', region: 'ap-east-1' }] });
    const inventory = await collectInventory(requestFor(['ap-east-1', 'eu-west-1']));
    expect(inventory.header.regions).toEqual(['ap-east-1', 'eu-west-1']);
    for (const { region: at, fact, section: name } of inventory.sections) {
      expect(fact.known, `${at} ${name}`).toBe(at !== 'ap-east-1');
    }
    // What was on its way when the first refusal came is refused as well, and nothing is asked again.
    const sent = aws.calls.filter(({ region: at }) => at === 'ap-east-1').map(({ operation }) => operation);
    expect(sent.length).toBe(new Set(sent).size);
  });

  it('alone, it is no audit, and the message says why', async () => {
    await serve(two, { faults: [{ kind: 'region-disabled', region: 'ap-east-1' }] });
    await expect(collectInventory(requestFor(['ap-east-1']))).rejects.toMatchObject({
      exitCode: exitCode.noAudit,
      message: expect.stringContaining('ap-east-1 is not enabled for this account'),
    });
  });

  it('one that does not exist is refused before anything is sent', async () => {
    await serve();
    await expect(collectInventory(requestFor(['eu-west-9']))).rejects.toMatchObject({
      exitCode: exitCode.usage,
      message: 'unknown Region: eu-west-9',
    });
    expect(aws.calls).toEqual([]);
  });

  it('all: those that the account has enabled', async () => {
    await serve(two);
    const inventory = await collectInventory(requestFor(['all'], { sections: ['vpcs'] }));
    expect(inventory.header.regions).toEqual(['ap-east-1', 'eu-west-1']);
    expect(inventory.sections.filter(({ section: name }) => name === 'vpcs').map(({ region: at }) => at)).toEqual([
      'ap-east-1',
      'eu-west-1',
    ]);
  });

  it('all, where nobody says which these are: no audit, and the message names the permission', async () => {
    await serve(two, { faults: [{ kind: 'access-denied', operation: 'ec2:DescribeRegions' }] });
    await expect(collectInventory(requestFor(['all']))).rejects.toMatchObject({
      exitCode: exitCode.noAudit,
      hint: expect.stringContaining('allow ec2:DescribeRegions, or name the Regions'),
    });
  });

  it('all, where AWS names none: no audit, rather than one that finds nothing wrong', async () => {
    await serve(accountOf({}));
    await expect(collectInventory(requestFor(['all'], { askIn: 'eu-west-1' }))).rejects.toMatchObject({ exitCode: exitCode.noAudit });
  });

  it('all, and another beside it', async () => {
    await serve(two);
    await expect(collectInventory(requestFor(['all', 'eu-west-1']))).rejects.toMatchObject({ exitCode: exitCode.usage });
    expect(aws.calls).toEqual([]);
  });

  it('none at all', async () => {
    await serve();
    await expect(collectInventory(requestFor([]))).rejects.toMatchObject({ exitCode: exitCode.noAudit, message: 'no Region to audit' });
  });
});

describe('credentials', () => {
  it.each([
    ['expired-token', 'expired'],
    ['region-disabled', 'refused the credentials'],
    ['html', 'does not speak its protocol'],
  ] as const)('%s: no audit', async (kind, words) => {
    await serve(account, { faults: [{ kind, operation: 'sts:GetCallerIdentity' }] });
    await expect(collectInventory(requestFor([region]))).rejects.toMatchObject({
      exitCode: exitCode.noAudit,
      message: expect.stringContaining(words),
    });
  });

  it('a dead endpoint', async () => {
    await serve();
    await expect(collectInventory(requestFor([region], { endpointUrl: 'http://127.0.0.1:9' }))).rejects.toMatchObject({
      exitCode: exitCode.noAudit,
      message: expect.stringContaining('no answer from AWS STS in eu-west-1'),
    });
  });

  it('an unknown profile', async () => {
    await serve();
    await expect(collectInventory(requestFor([region], { profile: 'nobody' }))).rejects.toMatchObject({
      exitCode: exitCode.usage,
      message: 'unknown AWS profile: nobody',
    });
  });
});

describe('interruption', () => {
  // The hanging call would last a minute, and the test may not: it ends because the scan does.
  it('returns soon, with what there is', async () => {
    await serve(accountWith({ Models: many(100) }), { faults: [{ kind: 'hang', operation: 'sagemaker:ListEndpoints' }] });
    const controller = new AbortController();
    const inventory = await collectInventory(
      requestFor([region], {
        signal: controller.signal,
        readTimeoutMs: 60_000,
        onProgress: ({ doing }) => {
          if (doing === 'vpcs') controller.abort();
        },
      }),
    );
    expect(inventory.header.interrupted).toBe(true);
    expect(codeOf(section(inventory, 'endpoints').fact)).toBe('Interrupted');
    expect(section(inventory, 'vpcs').fact.known).toBe(true);
  });
});
