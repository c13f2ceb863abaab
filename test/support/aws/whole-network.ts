import { demoAccountPath, loadAccount, type AccountFixture, type RegionFixture } from './account.ts';
import { accountOf, place } from './build-account.ts';

const demo = loadAccount(demoAccountPath);

/** Both Regions of the demo account in one, so that something there leads to each kind of network object; without anything of SageMaker. */
export function wholeNetwork(): RegionFixture {
  const west = demo.regions['eu-west-1'] ?? {};
  const central = demo.regions['eu-central-1'] ?? {};
  const {
    NotebookInstances: _1,
    TrainingJobs: _2,
    Models: _3,
    EndpointConfigs: _4,
    Endpoints: _5,
    Domains: _6,
    UserProfiles: _7,
    Spaces: _8,
    NotebookInstanceLifecycleConfigs: _9,
    ProcessingJobs: _10,
    TransformJobs: _11,
    HyperParameterTuningJobs: _12,
    AutoMLJobs: _13,
    DataQualityJobDefinitions: _14,
    ModelBiasJobDefinitions: _15,
    ModelExplainabilityJobDefinitions: _16,
    ModelQualityJobDefinitions: _17,
    MonitoringSchedules: _18,
    CompilationJobs: _19,
    OptimizationJobs: _20,
    InferenceRecommendationsJobs: _21,
    AIBenchmarkJobs: _22,
    LabelingJobs: _23,
    InferenceComponents: _24,
    Jobs: _25,
    Clusters: _30,
    InferenceExperiments: _37,
    FeatureGroups: _36,
    Pipelines: _35,
    AppImageConfigs: _34,
    StudioLifecycleConfigs: _32,
    CodeRepositories: _33,
    Workforces: _31,
    ...network
  } = west;
  return {
    ...network,
    RouteTables: [...(west.RouteTables ?? []), ...(central.RouteTables ?? [])],
    CarrierGateways: central.CarrierGateways ?? [],
    VpcBlockPublicAccessOptions: central.VpcBlockPublicAccessOptions ?? {},
    VpcBlockPublicAccessExclusions: central.VpcBlockPublicAccessExclusions ?? [],
  };
}

/** An account with the whole network in one Region, and what is given beside or instead. */
export function accountWithNetwork(given: RegionFixture = {}): AccountFixture {
  return {
    ...accountOf({ [place.region]: { ...wholeNetwork(), ...given } }),
    hostedZones: demo.hostedZones ?? [],
    buckets: demo.buckets ?? [],
    ...(demo.organization === undefined ? {} : { organization: demo.organization }),
  };
}
