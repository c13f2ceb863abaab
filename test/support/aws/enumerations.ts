import { services, type ServiceName } from './services.ts';

/**
 * Members with a closed set of values, as `Shape.Member`, and the SDK's enum that lists them.
 * The schemas themselves know such members as strings.
 */
const enumMembers: Readonly<Record<ServiceName, Readonly<Record<string, string>>>> = {
  sagemaker: {
    'DescribeNotebookInstanceOutput.NotebookInstanceStatus': 'NotebookInstanceStatus',
    'DescribeNotebookInstanceOutput.InstanceType': '_InstanceType',
    'DescribeNotebookInstanceOutput.IpAddressType': 'IPAddressType',
    'DescribeNotebookInstanceOutput.DirectInternetAccess': 'DirectInternetAccess',
    'DescribeNotebookInstanceOutput.RootAccess': 'RootAccess',
    'DescribeTrainingJobResponse.TrainingJobStatus': 'TrainingJobStatus',
    'DescribeTrainingJobResponse.SecondaryStatus': 'SecondaryStatus',
    'SecondaryStatusTransition.Status': 'SecondaryStatus',
    'AlgorithmSpecification.TrainingInputMode': 'TrainingInputMode',
    'ResourceConfig.InstanceType': 'TrainingInstanceType',
    'S3DataSource.S3DataType': 'S3DataType',
    'S3DataSource.S3DataDistributionType': 'S3DataDistribution',
    'ContainerDefinition.Mode': 'ContainerMode',
    'ImageConfig.RepositoryAccessMode': 'RepositoryAccessMode',
    'ProductionVariant.InstanceType': 'ProductionVariantInstanceType',
    'DescribeEndpointOutput.EndpointStatus': 'EndpointStatus',
    'DescribeDomainResponse.Status': 'DomainStatus',
    'DescribeDomainResponse.AuthMode': 'AuthMode',
    'DescribeDomainResponse.AppNetworkAccessType': 'AppNetworkAccessType',
    'DescribeUserProfileResponse.Status': 'UserProfileStatus',
    'DescribeSpaceResponse.Status': 'SpaceStatus',
    'SpaceSettings.RemoteAccess': 'FeatureStatus',
    'SpaceSettings.AppType': 'AppType',
    'SpaceSharingSettings.SharingType': 'SharingType',
    'DockerSettings.EnableDockerAccess': 'FeatureStatus',
    'DockerSettings.RootlessDocker': 'FeatureStatus',
    'DomainSettings.ExecutionRoleIdentityConfig': 'ExecutionRoleIdentityConfig',
    'SharingSettings.NotebookOutputOption': 'NotebookOutputOption',
    'DescribeClusterResponse.ClusterStatus': 'ClusterStatus',
    'ClusterInstanceGroupDetails.InstanceType': 'ClusterInstanceType',
    'DescribeClusterResponse.NodeRecovery': 'ClusterNodeRecovery',
  },
  ec2: {
    'Vpc.State': 'VpcState',
    'Vpc.InstanceTenancy': 'Tenancy',
    'VpcCidrBlockState.State': 'VpcCidrBlockStateCode',
    'Subnet.State': 'SubnetState',
    'SubnetCidrBlockState.State': 'SubnetCidrBlockStateCode',
    'Route.State': 'RouteState',
    'Route.Origin': 'RouteOrigin',
    'RouteTableAssociationState.State': 'RouteTableAssociationStateCode',
    'VpcEndpoint.VpcEndpointType': 'VpcEndpointType',
    'VpcEndpoint.State': 'State',
    'VpcEndpoint.IpAddressType': 'IpAddressType',
    'DnsOptions.DnsRecordIpType': 'DnsRecordIpType',
    'NetworkAclEntry.RuleAction': 'RuleAction',
    'NatGateway.State': 'NatGatewayState',
    'NatGateway.ConnectivityType': 'ConnectivityType',
    'NetworkInterface.Status': 'NetworkInterfaceStatus',
    'FlowLog.TrafficType': 'TrafficType',
    'FlowLog.LogDestinationType': 'LogDestinationType',
    'VpcPeeringConnectionStateReason.Code': 'VpcPeeringConnectionStateReasonCode',
    'TransitGateway.State': 'TransitGatewayState',
    'TransitGatewayAttachment.State': 'TransitGatewayAttachmentState',
    'TransitGatewayAttachment.ResourceType': 'TransitGatewayAttachmentResourceType',
    'TransitGatewayVpcAttachment.State': 'TransitGatewayAttachmentState',
    'TransitGatewayPeeringAttachment.State': 'TransitGatewayAttachmentState',
    'TransitGatewayRoute.State': 'TransitGatewayRouteState',
    'TransitGatewayRoute.Type': 'TransitGatewayRouteType',
    'VpcBlockPublicAccessOptions.InternetGatewayBlockMode': 'InternetGatewayBlockMode',
    'VpcBlockPublicAccessOptions.State': 'VpcBlockPublicAccessState',
    'VpcBlockPublicAccessExclusion.InternetGatewayExclusionMode': 'InternetGatewayExclusionMode',
    'CarrierGateway.State': 'CarrierGatewayState',
    'SecurityGroupVpcAssociation.State': 'SecurityGroupVpcAssociationState',
  },
  iam: {},
  sts: {},
  'network-firewall': {
    'FirewallStatus.Status': 'FirewallStatusValue',
    'Attachment.Status': 'AttachmentStatus',
    'RuleGroupResponse.Type': 'RuleGroupType',
  },
  organizations: {
    'Organization.FeatureSet': 'OrganizationFeatureSet',
    'PolicyTypeSummary.Type': 'PolicyType',
    'PolicyTypeSummary.Status': 'PolicyTypeStatus',
    'PolicySummary.Type': 'PolicyType',
  },
  s3: {},
  lambda: { 'FunctionUrlConfig.AuthType': 'FunctionUrlAuthType' },
  apigateway: { 'Integration.type': 'IntegrationType' },
  apigatewayv2: {
    'Api.ProtocolType': 'ProtocolType',
    'Route.AuthorizationType': 'AuthorizationType',
    'Integration.IntegrationType': 'IntegrationType',
  },
  elasticfilesystem: {
    'AccessPointDescription.LifeCycleState': 'LifeCycleState',
    'MountTargetDescription.LifeCycleState': 'LifeCycleState',
  },
  route53: { 'ResourceRecordSet.Type': 'RRType' },
  route53resolver: {
    'FirewallRule.Action': 'Action',
    'FirewallRule.BlockResponse': 'BlockResponse',
    'FirewallRuleGroupAssociation.Status': 'FirewallRuleGroupAssociationStatus',
    'FirewallConfig.FirewallFailOpen': 'FirewallFailOpenStatus',
    'ResolverRule.RuleType': 'RuleTypeOption',
    'ResolverRule.Status': 'ResolverRuleStatus',
    'ResolverRuleAssociation.Status': 'ResolverRuleAssociationStatus',
  },
  elasticloadbalancing: {
    'LoadBalancer.Scheme': 'LoadBalancerSchemeEnum',
    'LoadBalancer.Type': 'LoadBalancerTypeEnum',
    'LoadBalancerState.Code': 'LoadBalancerStateEnum',
    'Listener.Protocol': 'ProtocolEnum',
    'TargetGroup.TargetType': 'TargetTypeEnum',
  },
  'elasticloadbalancing-classic': {},
};

/** Enums that the SDK spells `PendingAcceptance` and the service `pendingAcceptance`. https://github.com/aws/aws-sdk/issues/360 */
const camelCaseOnTheWire = new Set(['VpcEndpoint.State']);

/** The values that a member may have; `undefined` where any string will do. */
export function enumValues(service: ServiceName, shape: string, member: string): readonly string[] | undefined {
  const name = enumMembers[service][`${shape}.${member}`];
  if (name === undefined) return undefined;
  const values = services[service].exports[name];
  if (typeof values !== 'object' || values === null) throw new Error(`${service} exports no enum ${name}`);
  const spelt = Object.values(values).map(String);
  return camelCaseOnTheWire.has(`${shape}.${member}`) ? spelt.map((value) => value.charAt(0).toLowerCase() + value.slice(1)) : spelt;
}

/** Every member of the table, so that a test can look whether the SDK still has it. */
export function* enumeratedMembers(): Generator<{ readonly service: ServiceName; readonly shape: string; readonly member: string }> {
  for (const [service, members] of Object.entries(enumMembers)) {
    for (const path of Object.keys(members)) {
      const [shape = '', member = ''] = path.split('.');
      yield { service: service as ServiceName, shape, member };
    }
  }
}
