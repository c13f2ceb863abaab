import { describe, expect, it, test } from 'vitest';
import { sectionNames } from '../../../src/inventory/sections.ts';
import { recognised, rowsOf } from '../../support/folder.ts';

const at = 'eu-west-1:111122223333';
const arn = (resource: string) => `arn:aws:sagemaker:${at}:${resource}`;

const answers: [section: string, json: object, path?: string][] = [
  ['callerIdentity list', { UserId: 'AIDA', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/anna' }],
  ['enabledRegions list', { Regions: [{ Endpoint: 'e', RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }] }],
  ['notebookInstances list', { NotebookInstances: [{ NotebookInstanceName: 'a', NotebookInstanceArn: arn('notebook-instance/a') }] }],
  ['notebookInstances detail', { NotebookInstanceName: 'a', NotebookInstanceArn: arn('notebook-instance/a'), SubnetId: 'subnet-1' }],
  ['trainingJobs list', { TrainingJobSummaries: [{ TrainingJobName: 'a' }] }],
  ['trainingJobs detail', { TrainingJobName: 'a', TrainingJobArn: arn('training-job/a') }],
  ['models list', { Models: [{ ModelName: 'a' }] }],
  ['models detail', { ModelName: 'a', ModelArn: arn('model/a') }],
  ['endpointConfigs list', { EndpointConfigs: [{ EndpointConfigName: 'a' }] }],
  ['endpointConfigs detail', { EndpointConfigName: 'a', EndpointConfigArn: arn('endpoint-config/a') }],
  ['endpoints list', { Endpoints: [{ EndpointName: 'a' }] }],
  ['endpoints detail', { EndpointName: 'a', EndpointArn: arn('endpoint/a'), EndpointConfigName: 'c' }],
  ['processingJobs list', { ProcessingJobSummaries: [{ ProcessingJobName: 'a' }] }],
  ['processingJobs detail', { ProcessingJobName: 'a', ProcessingJobArn: arn('processing-job/a') }],
  ['transformJobs list', { TransformJobSummaries: [{ TransformJobName: 'a' }] }],
  ['transformJobs detail', { TransformJobName: 'a', TransformJobArn: arn('transform-job/a') }],
  ['hyperParameterTuningJobs list', { HyperParameterTuningJobSummaries: [{ HyperParameterTuningJobName: 'a' }] }],
  [
    'hyperParameterTuningJobs detail',
    { HyperParameterTuningJobName: 'a', HyperParameterTuningJobArn: arn('hyper-parameter-tuning-job/a') },
  ],
  ['autoMLJobs list', { AutoMLJobSummaries: [{ AutoMLJobName: 'a' }] }],
  ['autoMLJobs detail', { AutoMLJobName: 'a', AutoMLJobArn: arn('automl-job/a') }],
  [
    'dataQualityJobDefinitions list',
    { JobDefinitionSummaries: [{ MonitoringJobDefinitionName: 'a', MonitoringJobDefinitionArn: arn('data-quality-job-definition/a') }] },
  ],
  ['dataQualityJobDefinitions detail', { JobDefinitionName: 'a', JobDefinitionArn: arn('data-quality-job-definition/a') }],
  ['dataQualityJobDefinitions list', { JobDefinitionSummaries: [] }, 'eu-west-1/data-quality-job-definitions.json'],
  [
    'modelBiasJobDefinitions list',
    { JobDefinitionSummaries: [{ MonitoringJobDefinitionName: 'a', MonitoringJobDefinitionArn: arn('model-bias-job-definition/a') }] },
  ],
  ['modelBiasJobDefinitions detail', { JobDefinitionName: 'a', JobDefinitionArn: arn('model-bias-job-definition/a') }],
  ['modelBiasJobDefinitions list', { JobDefinitionSummaries: [] }, 'eu-west-1/model-bias-job-definitions.json'],
  [
    'modelExplainabilityJobDefinitions list',
    {
      JobDefinitionSummaries: [
        { MonitoringJobDefinitionName: 'a', MonitoringJobDefinitionArn: arn('model-explainability-job-definition/a') },
      ],
    },
  ],
  ['modelExplainabilityJobDefinitions detail', { JobDefinitionName: 'a', JobDefinitionArn: arn('model-explainability-job-definition/a') }],
  ['modelExplainabilityJobDefinitions list', { JobDefinitionSummaries: [] }, 'eu-west-1/model-explainability-job-definitions.json'],
  [
    'modelQualityJobDefinitions list',
    { JobDefinitionSummaries: [{ MonitoringJobDefinitionName: 'a', MonitoringJobDefinitionArn: arn('model-quality-job-definition/a') }] },
  ],
  ['modelQualityJobDefinitions detail', { JobDefinitionName: 'a', JobDefinitionArn: arn('model-quality-job-definition/a') }],
  ['modelQualityJobDefinitions list', { JobDefinitionSummaries: [] }, 'eu-west-1/model-quality-job-definitions.json'],
  ['monitoringSchedules list', { MonitoringScheduleSummaries: [{ MonitoringScheduleName: 'a' }] }],
  ['monitoringSchedules detail', { MonitoringScheduleName: 'a', MonitoringScheduleArn: arn('monitoring-schedule/a') }],
  ['compilationJobs list', { CompilationJobSummaries: [{ CompilationJobName: 'a' }] }],
  ['compilationJobs detail', { CompilationJobName: 'a', CompilationJobArn: arn('compilation-job/a') }],
  ['optimizationJobs list', { OptimizationJobSummaries: [{ OptimizationJobName: 'a' }] }],
  ['optimizationJobs detail', { OptimizationJobName: 'a', OptimizationJobArn: arn('optimization-job/a') }],
  ['inferenceRecommendationsJobs list', { InferenceRecommendationsJobs: [{ JobName: 'a' }] }],
  ['inferenceRecommendationsJobs detail', { JobName: 'a', JobArn: arn('inference-recommendations-job/a'), JobType: 'Default' }],
  ['aiBenchmarkJobs list', { AIBenchmarkJobs: [{ AIBenchmarkJobName: 'a' }] }],
  ['aiBenchmarkJobs detail', { AIBenchmarkJobName: 'a', AIBenchmarkJobArn: arn('ai-benchmark-job/a') }],
  ['labelingJobs list', { LabelingJobSummaryList: [{ LabelingJobName: 'a' }] }],
  ['labelingJobs detail', { LabelingJobName: 'a', LabelingJobArn: arn('labeling-job/a') }],
  ['inferenceComponents list', { InferenceComponents: [{ InferenceComponentName: 'a' }] }],
  ['inferenceComponents detail', { InferenceComponentName: 'a', InferenceComponentArn: arn('inference-component/a') }],
  ['jobs list', { JobSummaries: [{ JobName: 'a' }] }],
  ['jobs detail', { JobName: 'a', JobArn: arn('job/a'), JobCategory: 'AgentRFT' }],
  ['vpcs list', { Vpcs: [{ VpcId: 'vpc-1' }] }],
  ['subnets list', { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1' }] }],
  ['routeTables list', { RouteTables: [{ RouteTableId: 'rtb-1' }] }],
  ['securityGroups list', { SecurityGroups: [{ GroupId: 'sg-1' }] }],
  ['prefixLists list', { PrefixLists: [] }],
  ['prefixLists detail', { Entries: [{ Cidr: '10.0.0.0/8' }] }, 'pl-0a.json'],
  ['vpcEndpoints list', { VpcEndpoints: [{ VpcEndpointId: 'vpce-1' }] }],
  ['domains list', { Domains: [{ DomainId: 'd-1', DomainArn: arn('domain/d-1') }] }],
  ['domains list', { Domains: [] }],
  ['domains detail', { DomainId: 'd-1', DomainArn: arn('domain/d-1') }],
  ['userProfiles list', { UserProfiles: [{ DomainId: 'd-1', UserProfileName: 'anna' }] }],
  ['userProfiles detail', { DomainId: 'd-1', UserProfileName: 'anna', UserProfileArn: arn('user-profile/d-1/anna') }],
  ['spaces list', { Spaces: [{ DomainId: 'd-1', SpaceName: 's' }] }],
  ['spaces detail', { DomainId: 'd-1', SpaceName: 's', SpaceArn: arn('space/d-1/s') }],
  ['notebookLifecycleConfigs list', { NotebookInstanceLifecycleConfigs: [{ NotebookInstanceLifecycleConfigName: 'c' }] }],
  [
    'notebookLifecycleConfigs detail',
    { NotebookInstanceLifecycleConfigName: 'c', NotebookInstanceLifecycleConfigArn: arn('notebook-instance-lifecycle-config/c') },
  ],
  ['studioLifecycleConfigs list', { StudioLifecycleConfigs: [{ StudioLifecycleConfigName: 'c' }] }],
  ['studioLifecycleConfigs detail', { StudioLifecycleConfigName: 'c', StudioLifecycleConfigArn: arn('studio-lifecycle-config/c') }],
  ['codeRepositories list', { CodeRepositorySummaryList: [{ CodeRepositoryName: 'r' }] }],
  ['appImageConfigs list', { AppImageConfigs: [{ AppImageConfigName: 'a' }] }],
  ['pipelines list', { PipelineSummaries: [{ PipelineName: 'a' }] }],
  ['pipelines detail', { PipelineName: 'a', PipelineArn: arn('pipeline/a'), PipelineDefinition: '{}' }],
  ['featureGroups list', { FeatureGroupSummaries: [{ FeatureGroupName: 'a' }] }],
  ['featureGroups detail', { FeatureGroupName: 'a', FeatureGroupArn: arn('feature-group/a') }],
  ['inferenceExperiments list', { InferenceExperiments: [{ Name: 'a' }] }],
  ['inferenceExperiments detail', { Name: 'a', Arn: arn('inference-experiment/a') }],
  ['clusters list', { ClusterSummaries: [{ ClusterName: 'a', ClusterArn: arn('cluster/a1b2') }] }],
  ['clusters detail', { ClusterName: 'a', ClusterArn: arn('cluster/a1b2') }],
  ['workforces list', { Workforces: [{ WorkforceName: 'private' }] }],
  ['apps list', { Apps: [{ DomainId: 'd-1', UserProfileName: 'anna', AppType: 'JupyterLab', AppName: 'default' }] }],
  ['workteams list', { Workteams: [{ WorkteamName: 'reviewers' }] }],
  ['flowDefinitions list', { FlowDefinitionSummaries: [{ FlowDefinitionName: 'a' }] }],
  ['flowDefinitions detail', { FlowDefinitionName: 'a', FlowDefinitionArn: arn('flow-definition/a') }],
  ['mlflowTrackingServers list', { TrackingServerSummaries: [{ TrackingServerName: 'a' }] }],
  ['mlflowTrackingServers detail', { TrackingServerName: 'a', TrackingServerArn: arn('mlflow-tracking-server/a') }],
  ['mlflowApps list', { Summaries: [{ Name: 'a', Arn: arn('mlflow-app/app-A') }] }],
  ['mlflowApps list', { Summaries: [] }, 'eu-west-1/list-mlflow-apps.json'],
  ['mlflowApps detail', { Name: 'a', Arn: arn('mlflow-app/app-A'), Status: 'Created' }],
  ['partnerApps list', { Summaries: [{ Name: 'a', Arn: arn('partner-app/app-A') }] }],
  ['partnerApps list', { Summaries: [] }, 'eu-west-1/partnerApps.json'],
  ['partnerApps detail', { Name: 'a', Arn: arn('partner-app/app-A'), Type: 'comet' }],
  ['vpcDnsAttributes detail', { VpcId: 'vpc-1', EnableDnsSupport: { Value: true } }],
  ['networkAcls list', { NetworkAcls: [{ NetworkAclId: 'acl-1' }] }],
  ['internetGateways list', { InternetGateways: [{ InternetGatewayId: 'igw-1' }] }],
  ['egressOnlyInternetGateways list', { EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: 'eigw-1' }] }],
  ['natGateways list', { NatGateways: [{ NatGatewayId: 'nat-1' }] }],
  ['networkInterfaces list', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] }],
  ['networkInterfaces hint', { Reservations: [{ Instances: [{ InstanceId: 'i-1' }] }] }],
  ['flowLogs list', { FlowLogs: [{ FlowLogId: 'fl-1' }] }],
  ['vpcPeeringConnections list', { VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1' }] }],
  ['transitGateways list', { TransitGateways: [{ TransitGatewayId: 'tgw-1' }] }],
  ['transitGatewayAttachments list', { TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1' }] }],
  ['transitGatewayVpcAttachments list', { TransitGatewayVpcAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1' }] }],
  ['transitGatewayPeeringAttachments list', { TransitGatewayPeeringAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1' }] }],
  ['transitGatewayRouteTables list', { TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: 'tgw-rtb-1' }] }],
  ['transitGatewayRouteTables detail', { Routes: [], AdditionalRoutesAvailable: false }, 'tgw-rtb-1.json'],
  ['transitGatewayRouteTables detail', { TransitGatewayRouteTablePropagations: [] }, 'tgw-rtb-1.json'],
  ['transitGatewayRouteTables detail', { TransitGatewayStaticRoutes: [] }],
  ['transitGatewayRouteTables detail', { TransitGatewayPropagations: [] }],
  ['carrierGateways list', { CarrierGateways: [{ CarrierGatewayId: 'cagw-1' }] }],
  ['blockPublicAccessOptions list', { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off' } }],
  ['blockPublicAccessExclusions list', { VpcBlockPublicAccessExclusions: [{ ExclusionId: 'vpcbpa-exclude-1' }] }],
  ['dhcpOptions list', { DhcpOptions: [{ DhcpOptionsId: 'dopt-1' }] }],
  ['securityGroupVpcAssociations list', { SecurityGroupVpcAssociations: [{ GroupId: 'sg-1', VpcId: 'vpc-1' }] }],
  ['networkFirewalls list', { Firewalls: [{ FirewallName: 'f', FirewallArn: `arn:aws:network-firewall:${at}:firewall/f` }] }],
  ['networkFirewalls detail', { Firewall: { FirewallArn: `arn:aws:network-firewall:${at}:firewall/f` }, FirewallStatus: {} }],
  ['networkFirewallPolicies detail', { FirewallPolicy: {}, FirewallPolicyResponse: { FirewallPolicyArn: 'arn:p' } }],
  ['networkFirewallRuleGroups detail', { RuleGroup: {}, RuleGroupResponse: { RuleGroupArn: 'arn:g' } }],
  ['dnsFirewallAssociations list', { FirewallRuleGroupAssociations: [{ Id: 'rslvr-frgassoc-1' }] }],
  ['dnsFirewallRuleGroups detail', { FirewallRules: [{ FirewallRuleGroupId: 'rslvr-frg-1' }] }],
  ['dnsFirewallDomainLists detail', { Domains: ['example.com.'] }, 'rslvr-fdl-1.json'],
  ['dnsFirewallDomainLists detail', { Domains: [] }, 'rslvr-fdl-1.json'],
  ['dnsFirewallConfigs list', { FirewallConfigs: [{ ResourceId: 'vpc-1' }] }],
  ['resolverRules list', { ResolverRules: [{ Id: 'rslvr-rr-1' }] }],
  ['resolverRuleAssociations list', { ResolverRuleAssociations: [{ Id: 'rslvr-rrassoc-1' }] }],
  ['privateHostedZones list', { HostedZoneSummaries: [{ HostedZoneId: 'Z1' }] }, 'vpc-1.json'],
  ['privateHostedZones detail', { ResourceRecordSets: [{ Name: 'a.', Type: 'A' }] }, 'Z0123456789.json'],
  ['loadBalancers list', { LoadBalancers: [{ LoadBalancerArn: 'arn:lb' }] }],
  ['loadBalancerListeners detail', { Listeners: [{ LoadBalancerArn: 'arn:lb' }] }],
  ['loadBalancerListeners detail', { LoadBalancerListeners: [{ LoadBalancerArn: 'arn:lb' }] }],
  ['targetGroups list', { TargetGroups: [{ TargetGroupArn: 'arn:tg' }] }],
  ['targetGroups detail', { TargetHealthDescriptions: [{ Target: { Id: '10.0.0.1' } }] }],
  ['targetGroups detail', { LoadBalancerTargetHealth: [{ TargetGroupArn: 'arn:tg', TargetHealthDescriptions: [] }] }],
  ['classicLoadBalancers list', { LoadBalancerDescriptions: [{ LoadBalancerName: 'old' }] }],
  ['organization list', { Organization: { Id: 'o-1', Arn: 'arn:aws:organizations::999900001111:organization/o-1' } }],
  ['organizationRoots list', { Roots: [{ Id: 'r-ab12', PolicyTypes: [] }] }],
  ['organizationTargets list', { Parents: [{ Id: 'r-ab12', Type: 'ROOT' }] }, 'parents-of-111122223333.json'],
  [
    'organizationTargets detail',
    { Policies: [{ Id: 'p-FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: true }] },
    'global/scps-ou-ab12-cdef3456.json',
  ],
  ['organizationPolicies detail', { Policy: { PolicySummary: { Id: 'p-FullAWSAccess' }, Content: '{}' } }],
  ['buckets list', { Buckets: [{ Name: 'a', CreationDate: '2024-01-01T00:00:00+00:00' }], Owner: { ID: 'x' } }],
  ['workloadBuckets detail', { BucketArn: 'arn:aws:s3:::a', BucketRegion: 'eu-west-1', AccessPointAlias: false }],
  ['bucketPolicies detail', { Policy: '{"Statement":[{"Effect":"Deny","Resource":["arn:aws:s3:::models","arn:aws:s3:::models/*"]}]}' }],
  ['mountTargets list', { MountTargets: [{ MountTargetId: 'fsmt-1', FileSystemId: 'fs-1' }] }],
  ['mountTargets detail', { SecurityGroups: ['sg-1'] }, 'fsmt-0a1b.json'],
  ['accessPoints list', { AccessPoints: [{ AccessPointId: 'fsap-1', FileSystemId: 'fs-1' }] }],
  ['fileSystemPolicies detail', { FileSystemId: 'fs-1', Policy: '{}' }],
  ['functions list', { Functions: [{ FunctionName: 'f', FunctionArn: `arn:aws:lambda:${at}:function:f` }] }],
  ['functions detail', { FunctionUrlConfigs: [{ FunctionArn: `arn:aws:lambda:${at}:function:f`, AuthType: 'NONE' }] }],
  ['functions detail', { FunctionUrlConfigs: [] }, 'f.json'],
  ['functionPolicies detail', { Policy: `{"Statement":[{"Resource":"arn:aws:lambda:${at}:function:f"}]}`, RevisionId: 'r' }],
  ['restApis list', { items: [{ id: 'a1b2c3d4e5', name: 'a', endpointConfiguration: { types: ['EDGE'] } }] }],
  ['restApis detail', { items: [{ id: 'r1', path: '/' }] }, 'resources-a1b2c3d4e5.json'],
  ['httpApis list', { Items: [{ ApiId: 'a1b2c3d4e5', Name: 'a', ProtocolType: 'HTTP' }] }],
  ['httpApis detail', { Items: [{ RouteId: 'r', RouteKey: '$default' }] }, 'routes-a1b2c3d4e5.json'],
  ['httpIntegrations detail', { Items: [{ IntegrationId: 'i', IntegrationType: 'AWS_PROXY' }] }, 'integrations-a1b2c3d4e5.json'],
  ['restStages list', { item: [{ stageName: 'prod', deploymentId: 'd' }] }, 'stages-a1b2c3d4e5.json'],
  ['restStages detail', { id: 'd', apiSummary: { '/': { GET: { authorizationType: 'NONE' } } } }, 'deployment-a1b2c3d4e5.json'],
  ['apiDomainNames list', { Items: [{ DomainName: 'api.example.com', DomainNameConfigurations: [] }] }],
  ['apiDomainNames detail', { Items: [{ ApiMappingId: 'm', ApiId: 'a1b2c3d4e5', Stage: 'prod' }] }, 'mappings-api.example.com.json'],
  ['accountAuthorization list', { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] }],
  ['accountAuthorization list', { Policies: [{ Arn: 'arn:aws:iam::111122223333:policy/p', PolicyVersionList: [] }] }],
];

describe('what the AWS CLI prints, and Batfish saves', () => {
  test.each(answers)('%s', (section, json, path) => {
    // The older list of prefix lists may tell their entries, too.
    expect(recognised(json, path).filter((each) => each !== 'prefixLists detail' || section === each)).toEqual([section]);
  });

  it('covers every section', () => {
    expect(new Set(answers.map(([section]) => section.split(' ')[0]))).toEqual(new Set(sectionNames));
  });
});

describe('what only looks like it is another answer', () => {
  test.each<[name: string, json: unknown, path?: string]>([
    ['nothing', null],
    ['a text', 'Vpcs'],
    ['an empty list', []],
    ['endpoints of the Database Migration Service', { Endpoints: [{ EndpointIdentifier: 'source', EndpointArn: 'arn:aws:dms:…' }] }],
    ['the answer to a create', { ModelArn: arn('model/a') }],
    ['the answer to describe-app', { AppArn: arn('app/d-1/anna/JupyterLab/default'), DomainId: 'd-1', UserProfileName: 'anna' }],
    ['a hub, called as an experiment and an MLflow app are', { Name: 'a', Arn: arn('hub/a') }],
    ['summaries of something else', { Summaries: [{ Name: 'a', Arn: 'arn:aws:logs:eu-west-1:111122223333:anomaly/a' }] }],
    ['no summaries, of nobody knows what', { Summaries: [] }, 'eu-west-1/list.json'],
    ['applications of OpsWorks', { Apps: [{ AppId: 'a', StackId: 's', Name: 'shop' }] }],
    ['a rule group of WAF', { RuleGroup: { ARN: 'arn:waf' }, LockToken: 'x' }],
    ['listeners of Global Accelerator', { Listeners: [{ ListenerArn: 'arn:ga' }] }],
    ['resources of nobody knows which API', { items: [{ id: 'r1', path: '/' }] }, 'resources.json'],
    ['the policy of a key', { Policy: '{"Statement":[{"Effect":"Allow","Resource":"*"}]}', PolicyName: 'default' }],
    ['list-policies', { Policies: [{ Arn: 'arn:aws:iam::111122223333:policy/p', PolicyName: 'p' }] }],
    ['entries of something else', { Entries: [{ EventId: '1' }] }],
    ['no entries, of nobody knows what', { Entries: [] }],
    ['routes of something else', { Routes: [{ RouteId: 'r' }] }],
    ['keys in another case', { vpcs: [{ vpcId: 'vpc-1' }] }],
    ['a key of objects in general', { constructor: [{ VpcId: 'vpc-1' }], toString: 1 }],
    ['an attribute of a VPC that is no question of names', { VpcId: 'vpc-1', EnableNetworkAddressUsageMetrics: { Value: true } }],
    ['Batfish’s addresses', { Addresses: [{ PublicIp: '203.0.113.1', NetworkInterfaceId: 'eni-1' }] }],
  ])('%s', (_name, json, path) => expect(recognised(json, path)).toEqual([]));
});

it('one file may hold several answers', () => {
  expect(recognised({ Vpcs: [], Subnets: [], NextToken: null, Addresses: [] })).toEqual(['vpcs list', 'subnets list']);
});

it('one object stands for a list of one', () => {
  expect(rowsOf({ 'eu-west-1/a.json': { Vpcs: { VpcId: 'vpc-1' } } }, 'vpcs')).toEqual([{ VpcId: 'vpc-1' }]);
});

describe('a list without its key', () => {
  const subnet = {
    SubnetId: 'subnet-1',
    VpcId: 'vpc-1',
    CidrBlock: '10.0.0.0/24',
    AvailabilityZone: 'eu-west-1a',
    OwnerId: '111122223333',
  };
  const group = { GroupId: 'sg-1', GroupName: 'g', VpcId: 'vpc-1', OwnerId: '111122223333', IpPermissions: [], IpPermissionsEgress: [] };

  test.each<[found: string, rows: unknown[]]>([
    ['subnets list', [subnet]],
    ['securityGroups list', [group]],
    ['vpcs list', [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', DhcpOptionsId: 'dopt-1', OwnerId: '111122223333' }]],
    ['routeTables list', [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: [], Associations: [] }]],
  ])('%s', (found, rows) => expect(recognised(rows)).toEqual([found]));

  test.each<[name: string, rows: unknown[]]>([
    ['addresses, which name interfaces', [{ NetworkInterfaceId: 'eni-1', PublicIp: '203.0.113.1', AllocationId: 'eipalloc-1' }]],
    ['instances, which name subnets and VPCs', [{ InstanceId: 'i-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', NetworkInterfaces: [] }]],
    ['two sections fit alike', [{ TransitGatewayAttachmentId: 'tgw-attach-1', TransitGatewayId: 'tgw-1', State: 'available' }]],
    ['identifiers alone', ['vpc-1']],
  ])('unrecognised: %s', (_name, rows) => expect(recognised(rows)).toEqual([]));
});

describe('refused, as it cannot be used as it is', () => {
  test.each<[name: string, json: object, message: string, hint: RegExp]>([
    [
      'entries of some prefix list',
      { Entries: [{ Cidr: '10.0.0.0/8' }] },
      'list.json: Entries does not say which PrefixListId it is of',
      /pl-/,
    ],
    [
      'routes of some table',
      { Routes: [], AdditionalRoutesAvailable: false },
      'list.json: Routes does not say which TransitGatewayRouteTableId it is of',
      /tgw-rtb-/,
    ],
    [
      'domains of some list',
      { Domains: ['a.example.'] },
      'list.json: Domains does not say which FirewallDomainListId it is of',
      /rslvr-fdl-/,
    ],
    ['zones of some VPC', { HostedZoneSummaries: [] }, 'list.json: HostedZoneSummaries does not say which VPC it is of', /vpc-/],
    ['a row without its id', { Vpcs: [{ VpcId: 'vpc-1' }, {}] }, 'list.json: Vpcs[1] is not an object with VpcId', /damaged/],
    ['a row that is none', { Vpcs: [{ VpcId: 'vpc-1' }, 'vpc-2'] }, 'list.json: Vpcs[1] is not an object with VpcId', /damaged/],
  ])('%s', (_name, json, message, hint) => {
    expect(() => recognised(json, 'list.json')).toThrow(
      expect.objectContaining({ message, hint: expect.stringMatching(hint), exitCode: 2 }),
    );
  });

  it('not where a member says it', () => {
    expect(recognised({ Entries: [{ Cidr: '10.0.0.0/8' }], PrefixListId: 'pl-1' })).toEqual(['prefixLists detail']);
  });
});
