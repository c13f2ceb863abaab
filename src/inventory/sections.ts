import type { Described } from './described.ts';
import type { AuthorizationDetail } from './sections/account-authorization.ts';
import type { CallerIdentity } from './sections/caller-identity.ts';
import type { Domain } from './sections/domains.ts';
import type { EgressOnlyInternetGateway } from './sections/egress-only-internet-gateways.ts';
import type { EnabledRegion } from './sections/enabled-regions.ts';
import type { EndpointConfig } from './sections/endpoint-configs.ts';
import type { Endpoint } from './sections/endpoints.ts';
import type { FlowLog } from './sections/flow-logs.ts';
import type { InternetGateway } from './sections/internet-gateways.ts';
import type { Model } from './sections/models.ts';
import type { NatGateway } from './sections/nat-gateways.ts';
import type { NetworkAcl } from './sections/network-acls.ts';
import type { NetworkInterface } from './sections/network-interfaces.ts';
import type { NotebookInstance } from './sections/notebook-instances.ts';
import type { NotebookLifecycleConfig } from './sections/notebook-lifecycle-configs.ts';
import type { PrefixList } from './sections/prefix-lists.ts';
import type { RouteTable } from './sections/route-tables.ts';
import type { SecurityGroup } from './sections/security-groups.ts';
import type { Space } from './sections/spaces.ts';
import type { Subnet } from './sections/subnets.ts';
import type { TrainingJob } from './sections/training-jobs.ts';
import type { UserProfile } from './sections/user-profiles.ts';
import type { VpcDnsAttributes } from './sections/vpc-dns-attributes.ts';
import type { VpcEndpoint } from './sections/vpc-endpoints.ts';
import type { Vpc } from './sections/vpcs.ts';

/**
 * What an inventory holds per account and Region, one section per collector.
 *
 * Job history is only an Iterable: it may be larger than memory, and can be walked again and again.
 */
export interface Sections {
  readonly callerIdentity: readonly CallerIdentity[];
  readonly enabledRegions: readonly EnabledRegion[];
  readonly notebookInstances: readonly NotebookInstance[];
  readonly trainingJobs: Iterable<TrainingJob>;
  readonly models: readonly Model[];
  readonly endpointConfigs: readonly EndpointConfig[];
  readonly endpoints: readonly Endpoint[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly securityGroups: readonly SecurityGroup[];
  /** Only those that security groups and route tables name. */
  readonly prefixLists: readonly PrefixList[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly domains: readonly Domain[];
  readonly userProfiles: readonly UserProfile[];
  readonly spaces: readonly Space[];
  readonly notebookLifecycleConfigs: readonly NotebookLifecycleConfig[];
  readonly vpcDnsAttributes: readonly VpcDnsAttributes[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly internetGateways: readonly InternetGateway[];
  readonly egressOnlyInternetGateways: readonly EgressOnlyInternetGateway[];
  readonly natGateways: readonly NatGateway[];
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly flowLogs: readonly FlowLog[];
  readonly accountAuthorization: readonly AuthorizationDetail[];
}

export type SectionName = keyof Sections;

/** One row of a section. */
export type SectionItem<K extends SectionName> = Sections[K] extends Iterable<infer Item> ? Item : never;

export interface SectionInfo {
  /** `account`: read once per account, and kept under the Region `aws-global`. */
  readonly scope: 'region' | 'account';
  /** The call that names the section's resources; without it there is no section. */
  readonly operation: string;
  /** Does a row hold a summary and a described detail? */
  readonly described: boolean;
}

type InfoOf<K extends SectionName> = SectionInfo & {
  readonly described: SectionItem<K> extends Described<unknown, unknown> ? true : false;
};

/** Every section, what reads it, and where it belongs; the compiler compares `described` with the section's own type. */
export const sectionCatalogue: { readonly [K in SectionName]: InfoOf<K> } = {
  callerIdentity: { scope: 'account', operation: 'sts:GetCallerIdentity', described: false },
  enabledRegions: { scope: 'account', operation: 'ec2:DescribeRegions', described: false },
  notebookInstances: { scope: 'region', operation: 'sagemaker:ListNotebookInstances', described: true },
  trainingJobs: { scope: 'region', operation: 'sagemaker:ListTrainingJobs', described: true },
  models: { scope: 'region', operation: 'sagemaker:ListModels', described: true },
  endpointConfigs: { scope: 'region', operation: 'sagemaker:ListEndpointConfigs', described: true },
  endpoints: { scope: 'region', operation: 'sagemaker:ListEndpoints', described: true },
  vpcs: { scope: 'region', operation: 'ec2:DescribeVpcs', described: false },
  subnets: { scope: 'region', operation: 'ec2:DescribeSubnets', described: false },
  routeTables: { scope: 'region', operation: 'ec2:DescribeRouteTables', described: false },
  securityGroups: { scope: 'region', operation: 'ec2:DescribeSecurityGroups', described: false },
  prefixLists: { scope: 'region', operation: 'ec2:DescribeManagedPrefixLists', described: true },
  vpcEndpoints: { scope: 'region', operation: 'ec2:DescribeVpcEndpoints', described: false },
  domains: { scope: 'region', operation: 'sagemaker:ListDomains', described: true },
  userProfiles: { scope: 'region', operation: 'sagemaker:ListUserProfiles', described: true },
  spaces: { scope: 'region', operation: 'sagemaker:ListSpaces', described: false },
  notebookLifecycleConfigs: { scope: 'region', operation: 'sagemaker:ListNotebookInstanceLifecycleConfigs', described: true },
  vpcDnsAttributes: { scope: 'region', operation: 'ec2:DescribeVpcAttribute', described: true },
  networkAcls: { scope: 'region', operation: 'ec2:DescribeNetworkAcls', described: false },
  internetGateways: { scope: 'region', operation: 'ec2:DescribeInternetGateways', described: false },
  egressOnlyInternetGateways: { scope: 'region', operation: 'ec2:DescribeEgressOnlyInternetGateways', described: false },
  natGateways: { scope: 'region', operation: 'ec2:DescribeNatGateways', described: false },
  networkInterfaces: { scope: 'region', operation: 'ec2:DescribeNetworkInterfaces', described: false },
  flowLogs: { scope: 'region', operation: 'ec2:DescribeFlowLogs', described: false },
  accountAuthorization: { scope: 'account', operation: 'iam:GetAccountAuthorizationDetails', described: false },
};

export const sectionNames = Object.keys(sectionCatalogue) as readonly SectionName[];

/** The Region under which account-wide sections are kept. */
export const globalRegion = 'aws-global';
