import type { SectionName } from '../src/inventory/sections.ts';
import * as build from '../test/support/aws/build-account.ts';
import { countedBuckets } from './counted-buckets.ts';
import { countedFileSystems } from './counted-file-systems.ts';
import { countedFronts } from './counted-fronts.ts';
import { countedNetwork } from './counted-network.ts';
import { described, id, listed, names, pages, type Counted } from './fewest.ts';

/** Each collector with something to count; one that is not here is an error. */
export const counted: { readonly [K in SectionName]?: Counted } = {
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
  processingJobs: { ...described, fill: (count) => ({ ProcessingJobs: names(count, 'n').map((name) => build.processingJob(name)) }) },
  transformJobs: { ...described, fill: (count) => ({ TransformJobs: names(count, 'n').map((name) => build.transformJob(name)) }) },
  hyperParameterTuningJobs: {
    ...described,
    fill: (count) => ({ HyperParameterTuningJobs: names(count, 'n').map((name) => build.tuningJob(name)) }),
  },
  autoMLJobs: { ...described, fill: (count) => ({ AutoMLJobs: names(count, 'n').map((name) => build.autoMLJob(name)) }) },
  dataQualityJobDefinitions: {
    ...described,
    fill: (count) => ({ DataQualityJobDefinitions: names(count, 'n').map((name) => build.dataQualityDefinition(name)) }),
  },
  modelBiasJobDefinitions: {
    ...described,
    fill: (count) => ({ ModelBiasJobDefinitions: names(count, 'n').map((name) => build.modelBiasDefinition(name)) }),
  },
  modelExplainabilityJobDefinitions: {
    ...described,
    fill: (count) => ({ ModelExplainabilityJobDefinitions: names(count, 'n').map((name) => build.modelExplainabilityDefinition(name)) }),
  },
  modelQualityJobDefinitions: {
    ...described,
    fill: (count) => ({ ModelQualityJobDefinitions: names(count, 'n').map((name) => build.modelQualityDefinition(name)) }),
  },
  monitoringSchedules: {
    ...described,
    fill: (count) => ({ MonitoringSchedules: names(count, 'n').map((name) => build.monitoringSchedule(name)) }),
  },
  compilationJobs: { ...described, fill: (count) => ({ CompilationJobs: names(count, 'n').map((name) => build.compilationJob(name)) }) },
  optimizationJobs: { ...described, fill: (count) => ({ OptimizationJobs: names(count, 'n').map((name) => build.optimizationJob(name)) }) },
  inferenceRecommendationsJobs: {
    ...described,
    fill: (count) => ({ InferenceRecommendationsJobs: names(count, 'n').map((name) => build.inferenceRecommendationsJob(name)) }),
  },
  aiBenchmarkJobs: { ...described, fill: (count) => ({ AIBenchmarkJobs: names(count, 'n').map((name) => build.aiBenchmarkJob(name)) }) },
  labelingJobs: { ...described, fill: (count) => ({ LabelingJobs: names(count, 'n').map((name) => build.labelingJob(name)) }) },
  inferenceComponents: {
    ...described,
    fill: (count) => ({ InferenceComponents: names(count, 'n').map((name) => build.inferenceComponent(name)) }),
  },
  jobs: {
    fill: (count) => ({ Jobs: names(count, 'n').map((name) => build.job(name)) }),
    fewest: (count) => pages(count, 100) + 1 + count,
    why: 'a list for each of two categories; all else is in the description',
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
  domains: { ...described, fill: (count) => ({ Domains: names(count, 'd').map((name) => build.domain(name)) }) },
  userProfiles: { ...described, fill: (count) => ({ UserProfiles: names(count, 'user').map((name) => build.userProfile('d-1', name)) }) },
  spaces: { ...listed(100), fill: (count) => ({ Spaces: names(count, 'space').map((SpaceName) => ({ DomainId: 'd-1', SpaceName })) }) },
  notebookLifecycleConfigs: {
    ...described,
    fill: (count) => ({ NotebookInstanceLifecycleConfigs: names(count, 'lcc').map((name) => build.lifecycleConfig(name, 'true')) }),
  },
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
  ...countedNetwork,
  ...countedBuckets,
  ...countedFileSystems,
  ...countedFronts,
};
