import { collectInventory } from '../src/collectors/collect.ts';
import { collectors } from '../src/collectors/index.ts';
import type { SectionName } from '../src/inventory/sections.ts';
import type { AccountFixture, RegionFixture } from '../test/support/aws/account.ts';
import * as build from '../test/support/aws/build-account.ts';
import { startLoopback } from '../test/support/aws/loopback.ts';
import { fastClock } from '../test/support/fake-clock.ts';
import { table } from './table.ts';

interface Counted {
  /** What of the section an account holds. */
  readonly fill: (count: number) => RegionFixture;
  /** The fewest calls with which AWS tells all that is asked about so many. */
  readonly fewest: (count: number) => number;
  readonly why: string;
}

const pages = (count: number, size: number): number => Math.max(1, Math.ceil(count / size));
const names = (count: number, prefix: string): readonly string[] => Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
const id = (prefix: string, at: number): string => `${prefix}-0${at.toString(16).padStart(16, '0')}`;

const described: Pick<Counted, 'fewest' | 'why'> = {
  fewest: (count) => pages(count, 100) + count,
  why: 'a list of 100 names; all else is in the description',
};
const listed = (size: number): Pick<Counted, 'fewest' | 'why'> => ({
  fewest: (count) => pages(count, size),
  why: `a list of ${size} tells all`,
});

/** Each collector with something to count; one that is not here is an error. */
const counted: { readonly [K in SectionName]?: Counted } = {
  notebookInstances: { ...described, fill: (count) => ({ NotebookInstances: names(count, 'nb').map((name) => build.notebook(name)) }) },
  trainingJobs: {
    ...described,
    fill: (count) => ({ TrainingJobs: names(count, 'job').map((name) => build.trainingJob(name)) }),
    why: 'as above; what Search would save is not used yet',
  },
  models: {
    ...described,
    fill: (count) => ({ Models: names(count, 'model').map((name) => build.model(name)) }),
    why: 'as above; what Search would save is not used yet',
  },
  endpointConfigs: {
    ...described,
    fill: (count) => ({ EndpointConfigs: names(count, 'config').map((name) => build.endpointConfig(name)) }),
  },
  endpoints: { ...described, fill: (count) => ({ Endpoints: names(count, 'endpoint').map((name) => build.endpoint(name)) }) },
  domains: { ...described, fill: (count) => ({ Domains: names(count, 'd').map((name) => build.domain(name)) }) },
  userProfiles: { ...described, fill: (count) => ({ UserProfiles: names(count, 'user').map((name) => build.userProfile('d-1', name)) }) },
  spaces: { ...listed(100), fill: (count) => ({ Spaces: names(count, 'space').map((SpaceName) => ({ DomainId: 'd-1', SpaceName })) }) },
  notebookLifecycleConfigs: {
    ...described,
    fill: (count) => ({ NotebookInstanceLifecycleConfigs: names(count, 'lcc').map((name) => build.lifecycleConfig(name, 'true')) }),
  },
  studioLifecycleConfigs: {
    ...described,
    fill: (count) => ({ StudioLifecycleConfigs: names(count, 'lcc').map((name) => build.studioLifecycleConfig(name, 'true')) }),
  },
  codeRepositories: {
    ...listed(100),
    fill: (count) => ({ CodeRepositories: names(count, 'repo').map((name) => build.codeRepository(name, 'https://git.example/a.git')) }),
  },
  appImageConfigs: {
    ...listed(100),
    fill: (count) => ({ AppImageConfigs: names(count, 'image').map((name) => ({ AppImageConfigName: name })) }),
  },
  pipelines: { ...described, fill: (count) => ({ Pipelines: names(count, 'pipeline').map((name) => build.pipeline(name)) }) },
  featureGroups: { ...described, fill: (count) => ({ FeatureGroups: names(count, 'group').map((name) => build.featureGroup(name)) }) },
  inferenceExperiments: {
    ...described,
    fill: (count) => ({ InferenceExperiments: names(count, 'experiment').map((name) => build.inferenceExperiment(name)) }),
  },
  clusters: { ...described, fill: (count) => ({ Clusters: names(count, 'cluster').map((name) => build.cluster(name)) }) },
  workforces: { ...listed(100), fill: (count) => ({ Workforces: names(count, 'force').map((name) => build.workforce(name)) }) },
  vpcs: { ...listed(1000), fill: (count) => ({ Vpcs: Array.from({ length: count }, (_, at) => build.vpc(id('vpc', at))) }) },
  vpcDnsAttributes: {
    fill: (count) => ({ Vpcs: Array.from({ length: count }, (_, at) => build.vpc(id('vpc', at))) }),
    fewest: (count) => pages(count, 1000) + 2 * count,
    why: 'the list of VPCs, then one call for each of two attributes',
  },
  subnets: { ...listed(1000), fill: (count) => ({ Subnets: Array.from({ length: count }, (_, at) => build.subnet(id('subnet', at))) }) },
  routeTables: {
    ...listed(100),
    fill: (count) => ({ RouteTables: Array.from({ length: count }, (_, at) => build.routeTable(id('rtb', at))) }),
  },
  securityGroups: {
    ...listed(1000),
    fill: (count) => ({ SecurityGroups: Array.from({ length: count }, (_, at) => build.securityGroup(id('sg', at))) }),
  },
  networkAcls: { ...listed(1000), fill: (count) => ({ NetworkAcls: names(count, 'acl').map((NetworkAclId) => ({ NetworkAclId })) }) },
  internetGateways: {
    ...listed(1000),
    fill: (count) => ({ InternetGateways: names(count, 'igw').map((InternetGatewayId) => ({ InternetGatewayId })) }),
  },
  egressOnlyInternetGateways: {
    ...listed(255),
    fill: (count) => ({
      EgressOnlyInternetGateways: names(count, 'eigw').map((EgressOnlyInternetGatewayId) => ({ EgressOnlyInternetGatewayId })),
    }),
  },
  natGateways: { ...listed(1000), fill: (count) => ({ NatGateways: names(count, 'nat').map((NatGatewayId) => ({ NatGatewayId })) }) },
  networkInterfaces: {
    ...listed(1000),
    fill: (count) => ({ NetworkInterfaces: names(count, 'eni').map((NetworkInterfaceId) => ({ NetworkInterfaceId })) }),
  },
  flowLogs: { ...listed(1000), fill: (count) => ({ FlowLogs: names(count, 'fl').map((FlowLogId) => ({ FlowLogId })) }) },
  vpcEndpoints: {
    ...listed(1000),
    fill: (count) => ({
      VpcEndpoints: names(count, 'vpce').map((VpcEndpointId) => ({ ...build.vpcEndpoint('sagemaker.api'), VpcEndpointId })),
    }),
  },
};

/** Sections that are not counted by resource: one call, or what rules and routes name. */
const uncounted = new Set<SectionName>(['callerIdentity', 'enabledRegions', 'accountAuthorization', 'prefixLists']);

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
      const made = await callsFor(section, build.accountOf({ 'eu-west-1': plan.fill(count) }));
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
    // The identity is asked in any case.
    return aws.calls.filter(({ service }) => service !== 'sts').length;
  } finally {
    await aws.close();
  }
}
