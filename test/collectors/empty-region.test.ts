import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import { sectionNames } from '../../src/inventory/sections.ts';
import type { RegionFixture } from '../support/aws/account.ts';
import { accountOf, subnet, vpc } from '../support/aws/build-account.ts';
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

/** The calls to this one Region in a collection of everything, apart from those of its account. */
async function callsIn(fixture: RegionFixture, faults: readonly Fault[] = []) {
  const aws = await startLoopback(accountOf({ [region]: fixture }), { faults });
  for (const [name, value] of Object.entries(aws.environment())) vi.stubEnv(name, value);
  try {
    const { sections } = await collectInventory(requestFor([region], { clock: fastClock(50) }));
    const calls = aws.calls.filter((call) => call.region === region && call.service !== 'sts');
    return { sections, calls: calls.map(({ service, operation }) => `${service}:${operation}`) };
  } finally {
    await aws.close();
  }
}

/** What can be there without anything else of SageMaker: no other answer tells whether it is. */
const onItsOwn = [
  'AIBenchmarkJobs',
  'AppImageConfigs',
  'AutoMLJobs',
  'Clusters',
  'CodeRepositories',
  'CompilationJobs',
  'DataQualityJobDefinitions',
  'Domains',
  'EndpointConfigs',
  'Endpoints',
  'FeatureGroups',
  'FlowDefinitions',
  'HyperParameterTuningJobs',
  'InferenceExperiments',
  'InferenceRecommendationsJobs',
  'Jobs',
  'Jobs',
  'LabelingJobs',
  'MlflowApps',
  'MlflowTrackingServers',
  'ModelBiasJobDefinitions',
  'ModelExplainabilityJobDefinitions',
  'ModelQualityJobDefinitions',
  'Models',
  'MonitoringSchedules',
  'NotebookInstanceLifecycleConfigs',
  'NotebookInstances',
  'OptimizationJobs',
  'PartnerApps',
  'Pipelines',
  'ProcessingJobs',
  'StudioLifecycleConfigs',
  'TrainingJobs',
  'TransformJobs',
  'Workforces',
].map((what) => `sagemaker:List${what}`);

/** What is within a VPC, of which one call tells for all VPCs. */
const withinVpcs = [
  'FlowLogs',
  'InternetGateways',
  'NatGateways',
  'NetworkAcls',
  'NetworkInterfaces',
  'RouteTables',
  'SecurityGroups',
  'VpcEndpoints',
].map((what) => `ec2:Describe${what}`);

describe('a Region in which nothing is', () => {
  it('costs one call for what can be there on its own, and none for what cannot', async () => {
    const { calls, sections } = await callsIn({});
    expect(calls.toSorted()).toEqual(['ec2:DescribeSubnets', 'ec2:DescribeVpcs', 's3:HeadBucket', ...onItsOwn].toSorted());
    const regional = sections.filter((each) => each.region === region);
    const empty = new Set(regional.filter(({ fact }) => fact.known && [...fact.value].length === 0));
    // Of the default bucket of SageMaker it is known that it is not there.
    expect(regional.filter((each) => !empty.has(each)).map(({ section }) => section)).toEqual(['workloadBuckets']);
    expect(sections.map(({ section }) => section).toSorted()).toEqual([...sectionNames].toSorted());
    for (const { section, ledger } of regional) {
      expect(ledger.length, section).toBeGreaterThan(0);
      // Either it was asked, or the ledger says why not.
      for (const { calls: made, complete, inferred } of ledger) {
        expect(complete, section).toBe(true);
        if (made === 0) expect(ledger.some((entry) => entry.calls > 0) || inferred !== undefined, section).toBe(true);
      }
    }
  });

  it.each<[string, RegionFixture, readonly Fault[]]>([
    ['there is a VPC', { Vpcs: [vpc()] }, []],
    ['a subnet is shared', { Subnets: [subnet()] }, []],
    ['VPCs are refused', {}, [{ kind: 'access-denied', operation: 'ec2:DescribeVpcs' }]],
    ['subnets are refused', {}, [{ kind: 'access-denied', operation: 'ec2:DescribeSubnets' }]],
  ])('is asked what is within VPCs where %s', async (_why, fixture, faults) => {
    const { calls } = await callsIn(fixture, faults);
    expect(calls.filter((call) => withinVpcs.includes(call)).toSorted()).toEqual(withinVpcs);
  });
});
