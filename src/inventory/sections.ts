import type { Described } from './described.ts';
import type { CallerIdentity } from './sections/caller-identity.ts';
import type { EndpointConfig } from './sections/endpoint-configs.ts';
import type { Endpoint } from './sections/endpoints.ts';
import type { Model } from './sections/models.ts';
import type { NotebookInstance } from './sections/notebook-instances.ts';
import type { PrefixList } from './sections/prefix-lists.ts';
import type { RouteTable } from './sections/route-tables.ts';
import type { SecurityGroup } from './sections/security-groups.ts';
import type { Subnet } from './sections/subnets.ts';
import type { TrainingJob } from './sections/training-jobs.ts';
import type { VpcEndpoint } from './sections/vpc-endpoints.ts';
import type { Vpc } from './sections/vpcs.ts';

/**
 * What an inventory holds per account and Region, one section per collector.
 *
 * Job history is only an Iterable: it may be larger than memory, and can be walked again and again.
 */
export interface Sections {
  readonly callerIdentity: readonly CallerIdentity[];
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
};

export const sectionNames = Object.keys(sectionCatalogue) as readonly SectionName[];

/** The Region under which account-wide sections are kept. */
export const globalRegion = 'aws-global';
