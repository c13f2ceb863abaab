import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerIdentityShape } from '../../src/inventory/sections/caller-identity.ts';
import { sectionNames, type SectionName } from '../../src/inventory/sections.ts';
import { mlsec } from '../cli/support/spawn.ts';
import { demoAccountPath, loadAccount, type CollectionName } from '../support/aws/account.ts';
import type { FurtherCollection } from '../support/aws/further-resources.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { auditJson } from './report-of.ts';

const demo = loadAccount(demoAccountPath);
const folder = mkdtempSync(join(tmpdir(), 'mlsec-'));
const file = join(folder, 'account.ndjson');
const regions = ['--region', Object.keys(demo.regions).join(',')];

interface Line {
  readonly kind?: string;
  readonly region?: string;
  readonly section?: SectionName;
  readonly known?: boolean;
  readonly item?: {
    readonly summary?: Readonly<Record<string, unknown>>;
    readonly detail?: { readonly known: boolean; readonly value: object };
  };
}

let aws: Loopback;
let text: string;
let lines: readonly Line[];

beforeAll(async () => {
  aws = await startLoopback(demo, { quota: true });
  const ended = await mlsec(['collect', ...regions, '--since', 'all', '-o', file], { env: aws.environment() });
  if (ended.exit !== 0 || ended.stdout !== '') throw new Error(`collect: exit ${ended.exit}\n${ended.stdout}${ended.stderr}`);
  text = readFileSync(file, 'utf8');
  lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});

/** Which collection of the account each section comes from, and the member that names a resource. */
const origins: readonly (readonly [SectionName, CollectionName | FurtherCollection, string])[] = [
  ['notebookInstances', 'NotebookInstances', 'NotebookInstanceName'],
  ['trainingJobs', 'TrainingJobs', 'TrainingJobName'],
  ['models', 'Models', 'ModelName'],
  ['endpointConfigs', 'EndpointConfigs', 'EndpointConfigName'],
  ['endpoints', 'Endpoints', 'EndpointName'],
  ['processingJobs', 'ProcessingJobs', 'ProcessingJobName'],
  ['transformJobs', 'TransformJobs', 'TransformJobName'],
  ['hyperParameterTuningJobs', 'HyperParameterTuningJobs', 'HyperParameterTuningJobName'],
  ['autoMLJobs', 'AutoMLJobs', 'AutoMLJobName'],
  ['dataQualityJobDefinitions', 'DataQualityJobDefinitions', 'JobDefinitionName'],
  ['modelBiasJobDefinitions', 'ModelBiasJobDefinitions', 'JobDefinitionName'],
  ['modelExplainabilityJobDefinitions', 'ModelExplainabilityJobDefinitions', 'JobDefinitionName'],
  ['modelQualityJobDefinitions', 'ModelQualityJobDefinitions', 'JobDefinitionName'],
  ['monitoringSchedules', 'MonitoringSchedules', 'MonitoringScheduleName'],
  ['compilationJobs', 'CompilationJobs', 'CompilationJobName'],
  ['optimizationJobs', 'OptimizationJobs', 'OptimizationJobName'],
  ['inferenceRecommendationsJobs', 'InferenceRecommendationsJobs', 'JobName'],
  ['aiBenchmarkJobs', 'AIBenchmarkJobs', 'AIBenchmarkJobName'],
  ['labelingJobs', 'LabelingJobs', 'LabelingJobName'],
  ['inferenceComponents', 'InferenceComponents', 'InferenceComponentName'],
  ['jobs', 'Jobs', 'JobName'],
  ['domains', 'Domains', 'DomainId'],
  ['userProfiles', 'UserProfiles', 'UserProfileName'],
  ['spaces', 'Spaces', 'SpaceName'],
  ['notebookLifecycleConfigs', 'NotebookInstanceLifecycleConfigs', 'NotebookInstanceLifecycleConfigName'],
  ['studioLifecycleConfigs', 'StudioLifecycleConfigs', 'StudioLifecycleConfigName'],
  ['codeRepositories', 'CodeRepositories', 'CodeRepositoryName'],
  ['appImageConfigs', 'AppImageConfigs', 'AppImageConfigName'],
  ['pipelines', 'Pipelines', 'PipelineName'],
  ['featureGroups', 'FeatureGroups', 'FeatureGroupName'],
  ['inferenceExperiments', 'InferenceExperiments', 'Name'],
  ['clusters', 'Clusters', 'ClusterName'],
  ['workforces', 'Workforces', 'WorkforceName'],
  ['apps', 'Apps', 'AppName'],
  ['workteams', 'Workteams', 'WorkteamName'],
  ['flowDefinitions', 'FlowDefinitions', 'FlowDefinitionName'],
  ['mlflowTrackingServers', 'MlflowTrackingServers', 'TrackingServerName'],
  ['mlflowApps', 'MlflowApps', 'Arn'],
  ['partnerApps', 'PartnerApps', 'Arn'],
  ['vpcs', 'Vpcs', 'VpcId'],
  ['subnets', 'Subnets', 'SubnetId'],
  ['routeTables', 'RouteTables', 'RouteTableId'],
  ['securityGroups', 'SecurityGroups', 'GroupId'],
  ['prefixLists', 'PrefixLists', 'PrefixListId'],
  ['vpcEndpoints', 'VpcEndpoints', 'VpcEndpointId'],
  ['networkAcls', 'NetworkAcls', 'NetworkAclId'],
  ['internetGateways', 'InternetGateways', 'InternetGatewayId'],
  ['egressOnlyInternetGateways', 'EgressOnlyInternetGateways', 'EgressOnlyInternetGatewayId'],
  ['natGateways', 'NatGateways', 'NatGatewayId'],
  ['networkInterfaces', 'NetworkInterfaces', 'NetworkInterfaceId'],
  ['flowLogs', 'FlowLogs', 'FlowLogId'],
  ['vpcPeeringConnections', 'VpcPeeringConnections', 'VpcPeeringConnectionId'],
  ['transitGateways', 'TransitGateways', 'TransitGatewayId'],
  ['transitGatewayAttachments', 'TransitGatewayAttachments', 'TransitGatewayAttachmentId'],
  ['transitGatewayVpcAttachments', 'TransitGatewayVpcAttachments', 'TransitGatewayAttachmentId'],
  ['transitGatewayPeeringAttachments', 'TransitGatewayPeeringAttachments', 'TransitGatewayAttachmentId'],
  ['transitGatewayRouteTables', 'TransitGatewayRouteTables', 'TransitGatewayRouteTableId'],
  ['carrierGateways', 'CarrierGateways', 'CarrierGatewayId'],
  ['blockPublicAccessExclusions', 'VpcBlockPublicAccessExclusions', 'ExclusionId'],
  ['dhcpOptions', 'DhcpOptions', 'DhcpOptionsId'],
  ['securityGroupVpcAssociations', 'SecurityGroupVpcAssociations', 'GroupId'],
  ['dnsFirewallAssociations', 'FirewallRuleGroupAssociations', 'Id'],
  ['dnsFirewallConfigs', 'FirewallConfigs', 'ResourceId'],
  ['resolverRuleAssociations', 'ResolverRuleAssociations', 'Id'],
  ['loadBalancers', 'LoadBalancers', 'LoadBalancerArn'],
  ['targetGroups', 'TargetGroups', 'TargetGroupArn'],
  ['classicLoadBalancers', 'ClassicLoadBalancers', 'LoadBalancerName'],
];

/** Apps of Studio are all called alike: whose they are tells one from another. */
const whose = ['DomainId', 'UserProfileName', 'SpaceName', 'AppType'];

/** Sections that are made of several collections, or of none; each has a test of its own here or in network-inventory.test.ts. */
const apart: readonly SectionName[] = [
  'callerIdentity',
  'enabledRegions',
  'vpcDnsAttributes',
  'accountAuthorization',
  'organization',
  'organizationRoots',
  'organizationTargets',
  'organizationPolicies',
  'buckets',
  'workloadBuckets',
  'bucketPolicies',
  'mountTargets',
  'accessPoints',
  'fileSystemPolicies',
  'functions',
  'functionPolicies',
  'restApis',
  'httpApis',
  'httpIntegrations',
  'restStages',
  'apiDomainNames',
  'blockPublicAccessOptions',
  'networkFirewalls',
  'networkFirewallPolicies',
  'networkFirewallRuleGroups',
  'dnsFirewallRuleGroups',
  'dnsFirewallDomainLists',
  'resolverRules',
  'privateHostedZones',
  'loadBalancerListeners',
];

describe('the inventory is the account that was served', () => {
  it('in every section', () => {
    expect([...origins.map(([section]) => section), ...apart].sort()).toEqual([...sectionNames].sort());
    expect(lines.filter(({ kind, known }) => kind === 'section' && known !== true)).toEqual([]);
    expect(lines.filter(({ section, kind }) => section === 'callerIdentity' && kind === 'item').map(({ item }) => item)).toEqual([
      { Account: demo.account, Arn: demo.callerArn },
    ]);
    expect(Object.keys(callerIdentityShape)).toEqual(['Account', 'Arn']);
  });

  // The second Region does not have everything.
  const places = Object.keys(demo.regions).flatMap((region) =>
    origins
      // Some kinds of network object are in one Region only.
      .filter(([, collection]) => demo.regions[region]?.[collection] !== undefined)
      .map(([section, collection, key]) => ({ region, section, collection, key })),
  );

  it('from some Region for each', () => {
    expect([...new Set(places.map(({ section }) => section))].sort()).toEqual(origins.map(([section]) => section).sort());
  });

  it.each(places)('$section in $region', ({ region, section, collection, key }) => {
    // What may be secret in the URL of a repository is all that is changed.
    const text = JSON.stringify(demo.regions[region]?.[collection] ?? []).replaceAll(/https:\/\/[^/@"]+@/g, 'https://');
    const served = JSON.parse(text) as readonly Readonly<Record<string, unknown>>[];
    expect(served.length).toBeGreaterThan(0);
    const items = lines
      .filter((line) => line.kind === 'item' && line.section === section && line.region === region)
      .map(({ item }) => item);
    const collected = items.map((item) => ({ ...item?.summary, ...(item?.summary === undefined ? item : item.detail?.value) }));
    expect(Object.values(demo.regions).some((fixture) => (fixture[collection] ?? []).length > 0)).toBe(true);
    const names = (rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] => rows.map((row) => String(row[key])).sort();
    expect(names(collected)).toEqual(names(served));
    for (const row of collected) {
      const {
        Entries,
        OnCreate: _create,
        OnStart: _start,
        Script: _script,
        GitConfig: _git,
        Steps: _steps,
        SpaceSettingsSummary,
        SpaceSharingSettingsSummary,
        OwnershipSettingsSummary,
        AdditionalRoutesAvailable: _more,
        Targets: _targets,
        MonitoringJobDefinitionName: _name,
        MonitoringJobDefinitionArn: _arn,
        Network: _network,
        ...described
      } = row;
      // The routes of a transit gateway come by a call of their own.
      const { Routes, ...stored } = described;
      if (section === 'routeTables') Object.assign(stored, { Routes });
      const rest = {
        ...stored,
        // A list calls a part of a space's settings its summary.
        ...(SpaceSettingsSummary === undefined
          ? {}
          : {
              SpaceSettings: SpaceSettingsSummary,
              SpaceSharingSettings: SpaceSharingSettingsSummary,
              OwnershipSettings: OwnershipSettingsSummary,
            }),
        ...(section === 'networkAcls' ? { Entries } : {}),
      };
      // Whatever is stored is what was served, and the fields of a summary agree with those of the detail.
      expect(served.find((candidate) => [...whose, key].every((member) => candidate[member] === row[member]))).toMatchObject(rest);
      if (section === 'prefixLists') expect(demo.regions[region]?.PrefixListEntries?.[String(row[key])]).toMatchObject(Entries as object);
    }
  });

  it('of lifecycle configurations only the hash of each script and how many lines of it do something', () => {
    const item = lines.find(({ item: row }) => row?.summary?.['NotebookInstanceLifecycleConfigName'] === 'install-labelling-tools')?.item;
    const script = demo.regions['eu-west-1']?.NotebookInstanceLifecycleConfigs?.[0]?.OnStart?.[0]?.Content ?? '';
    const Sha256 = createHash('sha256').update(Buffer.from(script, 'base64')).digest('hex');
    expect(item?.detail?.value).toMatchObject({ OnCreate: [], OnStart: [{ Sha256, Statements: 3 }] });
  });

  it('of VPCs the two attributes that decide how names are resolved', () => {
    const read = lines.flatMap(({ kind, section, region, item }) =>
      kind === 'item' && section === 'vpcDnsAttributes' ? [[region, item?.summary?.['VpcId'], item?.detail?.value]] : [],
    );
    const expected = Object.entries(demo.regions).flatMap(([region, { Vpcs = [], VpcDnsAttributes = {} }]) =>
      Vpcs.map(({ VpcId = '', IsDefault }) => {
        const set = VpcDnsAttributes[VpcId] ?? { EnableDnsSupport: true, EnableDnsHostnames: IsDefault === true };
        return [
          region,
          VpcId,
          { VpcId, EnableDnsSupport: { Value: set.EnableDnsSupport }, EnableDnsHostnames: { Value: set.EnableDnsHostnames } },
        ];
      }),
    );
    const sorted = (rows: readonly (readonly unknown[])[]) => [...rows].sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
    expect(sorted(read)).toEqual(sorted(expected));
  });

  it('of the account everybody who is in it, their policies as IAM sends them', () => {
    const rows = lines.flatMap(({ kind, section, item }) => (kind === 'item' && section === 'accountAuthorization' ? [item] : []));
    const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [], Policies = [] } = demo.iam ?? {};
    expect(rows.length).toBe(UserDetailList.length + GroupDetailList.length + RoleDetailList.length + Policies.length);
    expect(rows[0]).toMatchObject({ User: { UserName: 'ci-deploy' } });
    expect(rows[UserDetailList.length]).toMatchObject({ Group: { GroupName: 'deployers' } });
    const role = rows.find((row) => JSON.stringify(row).includes('"RoleName":"vision-anna"')) as unknown as {
      readonly Role: Readonly<Record<string, unknown>>;
    };
    const served = RoleDetailList.find(({ RoleName }) => RoleName === 'vision-anna')?.AssumeRolePolicyDocument ?? '';
    expect(role.Role).toMatchObject({
      AssumeRolePolicyDocument: encodeURIComponent(served),
      Tags: [{ Key: 'team', Value: 'vision' }],
    });
    // A policy of AWS's own that is attached to somebody is among them, with its document.
    const managed = rows.find((row) => JSON.stringify(row).includes('"Arn":"arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"'));
    expect(decodeURIComponent(JSON.stringify(managed))).toContain('iam:PassRole');
  });

  it('keeps what decides verdicts: each of these is in the account, and so in the inventory', () => {
    for (const field of [
      'DirectInternetAccess',
      'RootAccess',
      'SubnetId',
      'SecurityGroups',
      'VpcConfig',
      'EnableNetworkIsolation',
      'IpPermissionsEgress',
      'DestinationIpv6CidrBlock',
      'ServiceName',
      'ShadowProductionVariants',
      'PrefixListIds',
    ]) {
      if (JSON.stringify(demo).includes(`"${field}"`)) expect(text).toContain(`"${field}"`);
    }
  });
});

describe('a saved inventory', () => {
  it('holds no secret', () => {
    expect(JSON.stringify(demo)).toContain('not-a-secret');
    expect(text).not.toContain('not-a-secret');
    expect(text).not.toMatch(/"(Environment|HyperParameters|ContainerArguments|Url)"/);
    // Tags are those of users and roles, which conditions of policies ask for.
    const tagged = lines.filter(({ item }) => JSON.stringify(item ?? {}).includes('"Tags"'));
    expect([...new Set(tagged.map(({ section }) => section))]).toEqual(['accountAuthorization']);
  });

  it('is readable by its owner alone', () => expect((statSync(file).mode & 0o777).toString(8)).toBe('600'));

  it('was read without a throttle, below the quotas that the server enforced', () => {
    // That there is no such thing is an answer; and that a bucket of another account is not shown.
    const answers = /^NoSuchBucketPolicy$|^PolicyNotFound$/;
    const refused = aws.calls.filter(({ error, operation }) => error !== undefined && !answers.test(error) && operation !== 'HeadBucket');
    expect(refused).toEqual([]);
  });

  it('gives the same report as the live account', async () => {
    const live = await auditJson(aws, [...regions, '--since', 'all']);
    const saved = await mlsec(['audit', '-f', 'json', '--inventory', file], {});
    const timeless = (json: string): string => json.replaceAll(/"(startedAt|completedAt)":\s*"[^"]*"/g, '');
    expect(timeless(saved.stdout)).toBe(timeless(live.ended.stdout));
    expect(saved.exit).toBe(live.ended.exit);
  });

  it('gives the same bytes each time', async () => {
    const [first, second] = [
      await mlsec(['audit', '-f', 'json', '--inventory', file]),
      await mlsec(['audit', '-f', 'json', '--inventory', file]),
    ];
    expect(first.stdout).toBe(second.stdout);
  });
});
