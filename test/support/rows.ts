import type { Gap } from '../../src/core/gap.ts';
import { known, missing, type Fact } from '../../src/inventory/fact.ts';
import type { AuthorizationDetail } from '../../src/inventory/sections/account-authorization.ts';
import type { Domain, DomainDetail } from '../../src/inventory/sections/domains.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../../src/inventory/sections/endpoint-configs.ts';
import type { Endpoint, EndpointDetail } from '../../src/inventory/sections/endpoints.ts';
import type { FlowLog } from '../../src/inventory/sections/flow-logs.ts';
import type { Model, ModelDetail } from '../../src/inventory/sections/models.ts';
import type { NotebookLifecycleConfig } from '../../src/inventory/sections/notebook-lifecycle-configs.ts';
import type { NotebookInstance, NotebookInstanceDetail } from '../../src/inventory/sections/notebook-instances.ts';
import type { PrefixList } from '../../src/inventory/sections/prefix-lists.ts';
import type { RouteTable } from '../../src/inventory/sections/route-tables.ts';
import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';
import type { Space } from '../../src/inventory/sections/spaces.ts';
import type { Subnet } from '../../src/inventory/sections/subnets.ts';
import type { TrainingJob, TrainingJobDetail } from '../../src/inventory/sections/training-jobs.ts';
import type { UserProfile, UserProfileDetail } from '../../src/inventory/sections/user-profiles.ts';
import type { VpcDnsAttributes } from '../../src/inventory/sections/vpc-dns-attributes.ts';
import type { VpcEndpoint } from '../../src/inventory/sections/vpc-endpoints.ts';
import type { Vpc } from '../../src/inventory/sections/vpcs.ts';

/**
 * Rows of an inventory as a well-run account would have them: a scenario states only what is wrong.
 *
 * Everything stands in vpc-1 with one private subnet, subnet-1, one tight security group, sg-1, and the two SageMaker endpoints.
 */
export const account = '111122223333';
export const region = 'eu-west-1';

const arn = (kind: string, name: string, at = region): string => `arn:aws:sagemaker:${at}:${account}:${kind}/${name}`;

/** A gap as a refused call leaves it. */
export function refused(operation: string, resource: string | null = null, at = region): Gap {
  return {
    operation,
    code: 'AccessDeniedException',
    message: `not authorized to perform: ${operation}`,
    permission: operation,
    account,
    region: at,
    resource,
  };
}

/** The detail of a row: what is given over what is usual, or the gap that is given. */
export function detailOf<T extends object>(usual: T, given: Partial<T> | Gap): Fact<T> {
  return 'operation' in given ? missing<T>(given) : known({ ...usual, ...given });
}

export function notebook(name = 'nb-1', given: Partial<NotebookInstanceDetail> | Gap = {}, at = region): NotebookInstance {
  const usual: NotebookInstanceDetail = {
    NotebookInstanceName: name,
    NotebookInstanceArn: arn('notebook-instance', name, at),
    NotebookInstanceStatus: 'InService',
    SubnetId: 'subnet-1',
    SecurityGroups: ['sg-1'],
    RoleArn: `arn:aws:iam::${account}:role/${name}`,
    DirectInternetAccess: 'Disabled',
    RootAccess: 'Disabled',
    InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
    PlatformIdentifier: 'notebook-al2023-v1',
  };
  const { NotebookInstanceArn } = usual;
  return {
    summary: { NotebookInstanceName: name, NotebookInstanceArn, NotebookInstanceStatus: 'InService' },
    detail: detailOf(usual, given),
  };
}

export function trainingJob(
  name = 'job-1',
  given: Partial<TrainingJobDetail> | Gap = {},
  status: 'InProgress' | 'Completed' = 'InProgress',
): TrainingJob {
  const usual: TrainingJobDetail = {
    TrainingJobName: name,
    TrainingJobArn: arn('training-job', name),
    TrainingJobStatus: status,
    AlgorithmSpecification: undefined,
    ModelArtifacts: undefined,
    ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large' },
    VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    EnableNetworkIsolation: true,
    EnableInterContainerTrafficEncryption: true,
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { TrainingJobArn, CreationTime } = usual;
  return { summary: { TrainingJobName: name, TrainingJobArn, TrainingJobStatus: status, CreationTime }, detail: detailOf(usual, given) };
}

export function model(name = 'model-1', given: Partial<ModelDetail> | Gap = {}): Model {
  const usual: ModelDetail = {
    ModelName: name,
    ModelArn: arn('model', name),
    ExecutionRoleArn: `arn:aws:iam::${account}:role/${name}`,
    VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    EnableNetworkIsolation: true,
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { ModelArn, CreationTime } = usual;
  return { summary: { ModelName: name, ModelArn, CreationTime }, detail: detailOf(usual, given) };
}

export function endpointConfig(name = 'config-1', given: Partial<EndpointConfigDetail> | Gap = {}): EndpointConfig {
  const usual: EndpointConfigDetail = {
    EndpointConfigName: name,
    EndpointConfigArn: arn('endpoint-config', name),
    ProductionVariants: [{ VariantName: 'main', ModelName: 'model-1' }],
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { EndpointConfigArn, CreationTime } = usual;
  return { summary: { EndpointConfigName: name, EndpointConfigArn, CreationTime }, detail: detailOf(usual, given) };
}

export function endpoint(name = 'endpoint-1', given: Partial<EndpointDetail> | Gap = {}): Endpoint {
  const usual: EndpointDetail = {
    EndpointName: name,
    EndpointArn: arn('endpoint', name),
    EndpointConfigName: 'config-1',
    EndpointStatus: 'InService',
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { EndpointArn, CreationTime } = usual;
  return { summary: { EndpointName: name, EndpointArn, EndpointStatus: 'InService', CreationTime }, detail: detailOf(usual, given) };
}

export function vpc(given: Partial<Vpc> = {}): Vpc {
  return { VpcId: 'vpc-1', OwnerId: account, IsDefault: false, CidrBlock: '10.0.0.0/16', InstanceTenancy: 'default', ...given };
}

export function subnet(given: Partial<Subnet> = {}): Subnet {
  return {
    SubnetId: 'subnet-1',
    VpcId: 'vpc-1',
    OwnerId: account,
    AvailabilityZone: `${region}a`,
    AvailabilityZoneId: 'euw1-az1',
    CidrBlock: '10.0.1.0/24',
    MapPublicIpOnLaunch: false,
    ...given,
  };
}

type Route = NonNullable<RouteTable['Routes']>[number];

/** The route that every table has. */
export const localRoute: Route = { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' };

/** A route to an internet gateway, active unless said otherwise. */
export function igwRoute(given: Partial<Route> = {}): Route {
  return { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active', Origin: 'CreateRoute', ...given };
}

/** The main table of vpc-1, with the local route and those given. */
export function mainTable(routes: readonly Route[] = [], given: Partial<RouteTable> = {}): RouteTable {
  return {
    RouteTableId: 'rtb-main',
    VpcId: 'vpc-1',
    OwnerId: account,
    Associations: [{ RouteTableAssociationId: 'rtbassoc-main', Main: true, AssociationState: { State: 'associated' } }],
    Routes: [localRoute, ...routes],
    ...given,
  };
}

/** A table of vpc-1 that is associated with one subnet. */
export function subnetTable(subnetId: string, routes: readonly Route[] = [], given: Partial<RouteTable> = {}): RouteTable {
  return {
    RouteTableId: `rtb-${subnetId}`,
    VpcId: 'vpc-1',
    OwnerId: account,
    Associations: [
      { RouteTableAssociationId: `rtbassoc-${subnetId}`, Main: false, SubnetId: subnetId, AssociationState: { State: 'associated' } },
    ],
    Routes: [localRoute, ...routes],
    ...given,
  };
}

/** sg-1: TCP 443 to itself, and nothing else. */
export function securityGroup(given: Partial<SecurityGroup> = {}): SecurityGroup {
  const itself = [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: account }] }];
  return {
    GroupId: 'sg-1',
    GroupName: 'ml',
    OwnerId: account,
    VpcId: 'vpc-1',
    IpPermissions: itself,
    IpPermissionsEgress: itself,
    ...given,
  };
}

export function vpcEndpoint(service: string, given: Partial<VpcEndpoint> = {}): VpcEndpoint {
  return {
    VpcEndpointId: `vpce-${service.replaceAll('.', '-')}`,
    VpcEndpointType: 'Interface',
    VpcId: 'vpc-1',
    OwnerId: account,
    ServiceName: `com.amazonaws.${region}.${service}`,
    // EC2 answers in lower case, whatever the model of the SDK says.
    State: 'available' as 'Available',
    SubnetIds: ['subnet-1'],
    Groups: [{ GroupId: 'sg-1' }],
    PrivateDnsEnabled: true,
    ...given,
  };
}

/** A prefix list with these blocks, or one whose entries could not be read. */
export function prefixList(id: string, entries: readonly string[] | Gap): PrefixList {
  return {
    summary: {
      PrefixListId: id,
      PrefixListArn: `arn:aws:ec2:${region}:${account}:prefix-list/${id}`,
      PrefixListName: id,
      OwnerId: account,
    },
    detail: 'operation' in entries ? missing(entries) : known({ Entries: entries.map((Cidr) => ({ Cidr })) }),
  };
}

/** A VpcOnly domain, d-1 unless named, with a group and a role of its own for shared spaces. */
export function domain(id = 'd-1', given: Partial<DomainDetail> | Gap = {}): Domain {
  const usual: DomainDetail = {
    DomainId: id,
    DomainArn: arn('domain', id),
    DomainName: `${id}-name`,
    Status: 'InService',
    AuthMode: 'IAM',
    AppNetworkAccessType: 'VpcOnly',
    VpcId: 'vpc-1',
    SubnetIds: ['subnet-1'],
    DefaultUserSettings: { ExecutionRole: `arn:aws:iam::${account}:role/${id}-default`, SecurityGroups: ['sg-1'] },
    DefaultSpaceSettings: { ExecutionRole: `arn:aws:iam::${account}:role/${id}-spaces`, SecurityGroups: ['sg-1'] },
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { DomainArn, DomainName, Status } = usual;
  return { summary: { DomainId: id, DomainArn, DomainName, Status }, detail: detailOf(usual, given) };
}

/** A user profile of d-1 unless said otherwise, with a role and a group of its own. */
export function userProfile(name = 'alice', given: Partial<UserProfileDetail> | Gap = {}, domainId = 'd-1'): UserProfile {
  const usual: UserProfileDetail = {
    DomainId: domainId,
    UserProfileName: name,
    UserProfileArn: arn('user-profile', `${domainId}/${name}`),
    Status: 'InService',
    UserSettings: { ExecutionRole: `arn:aws:iam::${account}:role/${name}`, SecurityGroups: [`sg-${name}`] },
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  return { summary: { DomainId: domainId, UserProfileName: name, Status: 'InService' }, detail: detailOf(usual, given) };
}

/** A private space of alice in d-1, without remote access. */
export function space(name = 'space-1', given: Partial<Space> = {}): Space {
  return {
    DomainId: 'd-1',
    SpaceName: name,
    Status: 'InService',
    SpaceSettingsSummary: { AppType: 'JupyterLab', RemoteAccess: 'DISABLED' },
    SpaceSharingSettingsSummary: { SharingType: 'Private' },
    OwnershipSettingsSummary: { OwnerUserProfileName: 'alice' },
    CreationTime: '2026-11-01T00:00:00.000Z',
    ...given,
  };
}

/** A lifecycle configuration whose scripts have this many statements; `null` for one that could not be decoded. */
export function lifecycleConfig(
  name: string,
  statements: { readonly onCreate?: readonly (number | null)[]; readonly onStart?: readonly (number | null)[] } | Gap,
): NotebookLifecycleConfig {
  const scripts = (counts: readonly (number | null)[] = []) =>
    counts.map((Statements) => ({ Sha256: 'e3b0c442'.repeat(8), Statements, Fetches: Statements === null ? null : [] }));
  const summary = {
    NotebookInstanceLifecycleConfigName: name,
    NotebookInstanceLifecycleConfigArn: arn('notebook-instance-lifecycle-config', name),
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const detail =
    'operation' in statements
      ? missing<never>(statements)
      : known({ ...summary, OnCreate: scripts(statements.onCreate), OnStart: scripts(statements.onStart) });
  return { summary, detail };
}

/** A flow log of vpc-1 that records all traffic and delivers it. */
export function flowLog(given: Partial<FlowLog> = {}): FlowLog {
  return {
    FlowLogId: 'fl-1',
    FlowLogStatus: 'ACTIVE',
    ResourceId: 'vpc-1',
    TrafficType: 'ALL',
    DeliverLogsStatus: 'SUCCESS',
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::flow-logs',
    ...given,
  };
}

/** DNS support and hostnames of a VPC, both on. */
export function dnsAttributes(
  vpcId: string,
  given: { readonly support?: boolean; readonly hostnames?: boolean } | Gap = {},
): VpcDnsAttributes {
  const detail =
    'operation' in given
      ? missing<never>(given)
      : known({
          VpcId: vpcId,
          EnableDnsSupport: { Value: given.support ?? true },
          EnableDnsHostnames: { Value: given.hostnames ?? true },
        });
  return { summary: { VpcId: vpcId, OwnerId: account }, detail };
}

/** A role of the account that SageMaker may take on. */
export function role(name: string, given: Partial<NonNullable<AuthorizationDetail['Role']>> = {}): AuthorizationDetail {
  const trust = { Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
  return {
    Role: {
      RoleName: name,
      Arn: `arn:aws:iam::${account}:role/${name}`,
      Path: '/',
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
      ...given,
    },
  };
}
