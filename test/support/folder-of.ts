import type { Described } from '../../src/inventory/described.ts';
import type { FolderFile } from '../../src/inventory/folder/read-file.ts';
import type { JobNetwork } from '../../src/inventory/job-network.ts';
import type { AnySectionRecord, Inventory } from '../../src/inventory/inventory.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { SectionName } from '../../src/inventory/sections.ts';

type Row = Readonly<Record<string, unknown>>;

/** The key under which the AWS CLI prints a section's list. */
const lists: Partial<Record<SectionName, string>> = {
  enabledRegions: 'Regions',
  notebookInstances: 'NotebookInstances',
  trainingJobs: 'TrainingJobSummaries',
  models: 'Models',
  endpointConfigs: 'EndpointConfigs',
  endpoints: 'Endpoints',
  processingJobs: 'ProcessingJobSummaries',
  transformJobs: 'TransformJobSummaries',
  hyperParameterTuningJobs: 'HyperParameterTuningJobSummaries',
  autoMLJobs: 'AutoMLJobSummaries',
  dataQualityJobDefinitions: 'JobDefinitionSummaries',
  modelBiasJobDefinitions: 'JobDefinitionSummaries',
  modelExplainabilityJobDefinitions: 'JobDefinitionSummaries',
  modelQualityJobDefinitions: 'JobDefinitionSummaries',
  monitoringSchedules: 'MonitoringScheduleSummaries',
  compilationJobs: 'CompilationJobSummaries',
  optimizationJobs: 'OptimizationJobSummaries',
  inferenceRecommendationsJobs: 'InferenceRecommendationsJobs',
  aiBenchmarkJobs: 'AIBenchmarkJobs',
  labelingJobs: 'LabelingJobSummaryList',
  inferenceComponents: 'InferenceComponents',
  jobs: 'JobSummaries',
  vpcs: 'Vpcs',
  subnets: 'Subnets',
  routeTables: 'RouteTables',
  securityGroups: 'SecurityGroups',
  prefixLists: 'PrefixLists',
  vpcEndpoints: 'VpcEndpoints',
  domains: 'Domains',
  userProfiles: 'UserProfiles',
  spaces: 'Spaces',
  notebookLifecycleConfigs: 'NotebookInstanceLifecycleConfigs',
  codeRepositories: 'CodeRepositorySummaryList',
  appImageConfigs: 'AppImageConfigs',
  featureGroups: 'FeatureGroupSummaries',
  inferenceExperiments: 'InferenceExperiments',
  clusters: 'ClusterSummaries',
  workforces: 'Workforces',
  apps: 'Apps',
  workteams: 'Workteams',
  flowDefinitions: 'FlowDefinitionSummaries',
  mlflowTrackingServers: 'TrackingServerSummaries',
  mlflowApps: 'Summaries',
  partnerApps: 'Summaries',
  networkAcls: 'NetworkAcls',
  internetGateways: 'InternetGateways',
  egressOnlyInternetGateways: 'EgressOnlyInternetGateways',
  natGateways: 'NatGateways',
  networkInterfaces: 'NetworkInterfaces',
  flowLogs: 'FlowLogs',
  vpcPeeringConnections: 'VpcPeeringConnections',
  transitGateways: 'TransitGateways',
  transitGatewayAttachments: 'TransitGatewayAttachments',
  transitGatewayVpcAttachments: 'TransitGatewayVpcAttachments',
  transitGatewayPeeringAttachments: 'TransitGatewayPeeringAttachments',
  carrierGateways: 'CarrierGateways',
  blockPublicAccessOptions: 'VpcBlockPublicAccessOptions',
  blockPublicAccessExclusions: 'VpcBlockPublicAccessExclusions',
  dhcpOptions: 'DhcpOptions',
  securityGroupVpcAssociations: 'SecurityGroupVpcAssociations',
  dnsFirewallAssociations: 'FirewallRuleGroupAssociations',
  dnsFirewallConfigs: 'FirewallConfigs',
  resolverRules: 'ResolverRules',
  resolverRuleAssociations: 'ResolverRuleAssociations',
  loadBalancers: 'LoadBalancers',
  classicLoadBalancers: 'LoadBalancerDescriptions',
};

/** Is this section written? Of scripts only hashes are kept, which cannot be turned back; the rest are descriptions of what others name. */
export function isWritten(section: SectionName): boolean {
  const special: readonly SectionName[] = ['callerIdentity', 'accountAuthorization', 'vpcDnsAttributes'];
  return section !== 'notebookLifecycleConfigs' && (special.includes(section) || lists[section] !== undefined);
}

function isEncodedPolicy(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('%7B');
}

/** The lists of the answer to get-account-authorization-details. */
const authorization = { User: 'UserDetailList', Group: 'GroupDetailList', Role: 'RoleDetailList', Policy: 'Policies' };

/** An inventory as somebody would have saved it with the AWS CLI: a folder a Region, and a file for each call. */
export function folderOf(inventory: Pick<Inventory, 'sections'>): FolderFile[] {
  return inventory.sections
    .filter(({ section }) => isWritten(section))
    .flatMap((record): FolderFile[] => {
      const folder = record.region === 'aws-global' ? 'global' : record.region;
      return filesOf(record).map(([name, json]) => ({ path: `${folder}/${name}.json`, json }));
    });
}

/** Of the configuration document of a Job only its VPCs and remote shells are kept; a document that says no more stands in for it. */
function asAnswered(section: SectionName, detail: Row): Row {
  if (section !== 'jobs') return detail;
  const { Network, ...answer } = detail;
  const { VpcConfigs, RemoteShells } = Network as JobNetwork;
  const parts = [...VpcConfigs.map((VpcConfig) => ({ VpcConfig })), ...RemoteShells.map((name) => ({ [name]: true }))];
  return { ...answer, JobConfigDocument: JSON.stringify(parts) };
}

function filesOf({ section, fact }: AnySectionRecord): (readonly [name: string, json: unknown])[] {
  const rows = [...rowsToName<object>(fact)] as Row[];
  const list = lists[section];
  if (section === 'callerIdentity') return [['whoami', { UserId: 'AROAEXAMPLE:audit', ...rows[0] }]];
  if (section === 'accountAuthorization') {
    // The AWS CLI decodes the policies.
    const printed = (text: string) =>
      JSON.parse(text, (_key, value: unknown) => (isEncodedPolicy(value) ? JSON.parse(decodeURIComponent(value)) : value) as unknown);
    const of = (member: string) => rows.flatMap((row) => (row[member] === undefined ? [] : [printed(JSON.stringify(row[member]))]));
    return [['authorization', Object.fromEntries(Object.entries(authorization).map(([member, key]) => [key, of(member)]))]];
  }
  if (section === 'vpcDnsAttributes') {
    return (rows as unknown as Described<Row, Row>[]).flatMap(({ detail }) => {
      const { VpcId, ...attributes } = detail.known ? detail.value : {};
      return Object.entries(attributes).map(([name, value]) => [`${name}-${String(VpcId)}`, { VpcId, [name]: value }] as const);
    });
  }
  if (list === undefined) return [];
  if (!rows.some((row) => 'detail' in row)) return [[section, { [list]: rows }]];
  const details = (rows as unknown as Described<Row, Row>[]).flatMap(({ summary, detail }, index) => {
    const id = summary['PrefixListId'];
    // What was refused is a file that nobody has.
    return detail.known
      ? [[typeof id === 'string' ? `entries-${id}` : `${section}-${index}`, asAnswered(section, detail.value)] as const]
      : [];
  });
  return [[section, { [list]: rows.map((row) => row['summary']) }], ...details];
}
