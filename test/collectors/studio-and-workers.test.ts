import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import type { SectionName } from '../../src/inventory/sections.ts';
import type { RegionFixture } from '../support/aws/account.ts';
import {
  accountOf,
  app,
  domain,
  endpoint,
  flowDefinition,
  inferenceComponent,
  mlflowApp,
  mlflowTrackingServer,
  notebook,
  partnerApp,
  space,
  userProfile,
  workforce,
  workteam,
} from '../support/aws/build-account.ts';
import type { Fault } from '../support/aws/faults.ts';
import { startLoopback } from '../support/aws/loopback.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';

beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(() => vi.unstubAllEnvs());

/** These sections of an account, and which operations were called for them. */
async function collected(fixture: RegionFixture, sections: readonly SectionName[], faults: readonly Fault[] = []) {
  const aws = await startLoopback(accountOf({ [region]: fixture }), { faults });
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  try {
    const inventory = await collectInventory(requestFor([region], { sections, clock: fastClock(50) }));
    const of = (section: SectionName) => inventory.sections.find((each) => each.section === section)?.fact;
    const ledgerOf = (section: SectionName) => inventory.sections.find((each) => each.section === section)?.ledger;
    return { of, ledgerOf, calls: aws.calls.map(({ operation }) => operation), text: JSON.stringify(inventory) };
  } finally {
    await aws.close();
  }
}

const refusing = (operation: string): Fault => ({ kind: 'access-denied', operation: `sagemaker:${operation}` });

describe('asked only where there can be some', () => {
  it.each<[SectionName, string]>([
    ['apps', 'ListApps'],
    ['userProfiles', 'ListUserProfiles'],
    ['spaces', 'ListSpaces'],
    ['workteams', 'ListWorkteams'],
    ['inferenceComponents', 'ListInferenceComponents'],
  ])('%s: not in an empty Region', async (section, list) => {
    const { of, calls, ledgerOf } = await collected({}, [section]);
    expect(calls).not.toContain(list);
    expect(of(section)).toEqual({ known: true, value: [] });
    expect(ledgerOf(section)).toEqual([
      {
        operation: `sagemaker:${list}`,
        calls: 0,
        complete: true,
        inferred: expect.stringMatching(/^there is no (domain|workforce|endpoint)$/),
      },
    ]);
  });

  it('inference components: where there is an endpoint', async () => {
    const { of } = await collected({ Endpoints: [endpoint('front')], InferenceComponents: [inferenceComponent('one')] }, [
      'inferenceComponents',
    ]);
    expect(of('inferenceComponents')).toMatchObject({ known: true, value: [{ summary: { InferenceComponentName: 'one' } }] });
  });

  it('user profiles and spaces: where there is a domain', async () => {
    const fixture = { Domains: [domain('d-1')], UserProfiles: [userProfile('d-1', 'anna')], Spaces: [space('d-1', 'lab')] };
    const { of } = await collected(fixture, ['userProfiles', 'spaces']);
    expect(of('userProfiles')).toMatchObject({ known: true, value: [{ summary: { UserProfileName: 'anna' } }] });
    expect(of('spaces')).toMatchObject({ known: true, value: [{ summary: { SpaceName: 'lab' } }] });
  });

  it('apps: where there is a domain', async () => {
    const apps = [
      app('d-1', 'default'),
      app('d-1', 'default', { UserProfileName: 'bjorn' }),
      app('d-1', 'default', { UserProfileName: undefined, SpaceName: 'lab' }),
    ];
    const { of, calls } = await collected({ Domains: [domain('d-1')], Apps: apps }, ['apps']);
    expect(calls.filter((call) => call === 'ListApps')).toHaveLength(1);
    expect(of('apps')).toMatchObject({
      known: true,
      value: [{ UserProfileName: 'anna' }, { UserProfileName: 'bjorn' }, { SpaceName: 'lab' }],
    });
  });

  it('workteams: where there is a workforce', async () => {
    const { of } = await collected({ Workforces: [workforce('private')], Workteams: [workteam('reviewers')] }, ['workteams']);
    expect(of('workteams')).toMatchObject({ known: true, value: [{ WorkteamName: 'reviewers' }] });
  });

  it.each<[SectionName, string, string, RegionFixture]>([
    ['apps', 'ListDomains', 'ListApps', { Apps: [app('d-1', 'default')] }],
    ['userProfiles', 'ListDomains', 'ListUserProfiles', { UserProfiles: [userProfile('d-1', 'anna')] }],
    ['spaces', 'ListDomains', 'ListSpaces', { Spaces: [space('d-1', 'lab')] }],
    ['inferenceComponents', 'ListEndpoints', 'ListInferenceComponents', { InferenceComponents: [inferenceComponent('one')] }],
    ['workteams', 'ListWorkforces', 'ListWorkteams', { Workteams: [workteam('reviewers')] }],
  ])('%s: and where %s was refused, since there may be', async (section, leading, list, fixture) => {
    const { of, calls } = await collected(fixture, [section], [refusing(leading)]);
    expect(calls).toContain(list);
    expect(of(section)).toMatchObject({ known: true, value: [{}] });
  });
});

describe('what is kept', () => {
  it('of the new kinds: nothing that opens them, and nobody by name', async () => {
    const server = { ...mlflowTrackingServer('runs'), TrackingServerUrl: 'https://opens-server.example' };
    const partner = {
      ...partnerApp('4ZC8PD1LW6RS'),
      BaseUrl: 'https://opens-partner.example',
      ApplicationConfig: { AdminUsers: ['name-of-admin'] },
    };
    const { of, text } = await collected(
      {
        Domains: [domain('d-1', { Url: 'https://opens-domain.example' })],
        UserProfiles: [userProfile('d-1', 'anna')],
        Spaces: [space('d-1', 'lab', { Url: 'https://opens-space.example' })],
        Workforces: [workforce('private')],
        Workteams: [workteam('reviewers')],
        FlowDefinitions: [flowDefinition('doubts')],
        MlflowTrackingServers: [server],
        MlflowApps: [mlflowApp('QK7V2M9XB3TN')],
        PartnerApps: [partner],
      },
      ['spaces', 'workteams', 'flowDefinitions', 'mlflowTrackingServers', 'mlflowApps', 'partnerApps', 'apps'],
    );
    expect(text).not.toMatch(/opens-|name-of-admin|UserPool|SubDomain|TaskDescription/);
    const detail = (section: SectionName) => {
      const fact = of(section);
      return fact?.known === true ? (fact.value as readonly { detail: { value: object } }[])[0]?.detail.value : undefined;
    };
    expect(detail('flowDefinitions')).toMatchObject({
      HumanLoopConfig: { WorkteamArn: expect.stringContaining('private-crowd/reviewers') },
    });
    expect(detail('mlflowTrackingServers')).toMatchObject({ RoleArn: expect.stringContaining('mlflow-runs') });
    expect(detail('mlflowApps')).toMatchObject({ Arn: expect.stringContaining('app-QK7V2M9XB3TN') });
    expect(detail('partnerApps')).toMatchObject({ AuthType: 'IAM', Type: 'comet' });
  });

  it('of repositories in settings: URLs without what may be secret', async () => {
    const CodeRepositories = [{ RepositoryUrl: 'https://anna:s3cret@git.example/a.git?t=s3cret' }];
    const apps = { JupyterServerAppSettings: { CodeRepositories }, JupyterLabAppSettings: { CodeRepositories } };
    const { text } = await collected(
      {
        Domains: [domain('d-1', { DefaultUserSettings: apps, DefaultSpaceSettings: apps })],
        UserProfiles: [userProfile('d-1', 'anna', { UserSettings: apps })],
        Spaces: [space('d-1', 'lab', { SpaceSettings: apps })],
        NotebookInstances: [notebook('nb-1', { DefaultCodeRepository: CodeRepositories[0]?.RepositoryUrl })],
      },
      ['domains', 'userProfiles', 'spaces', 'notebookInstances'],
    );
    expect(text).not.toContain('s3cret');
    // Two apps in each of four settings, and a notebook instance.
    expect(text.match(/"https:\/\/git\.example\/a\.git"/g)).toHaveLength(9);
  });
});
