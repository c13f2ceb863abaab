import { demoAccountPath, loadAccount, type AccountFixture, type RegionFixture } from './account.ts';
import { accountOf, place } from './build-account.ts';

const demo = loadAccount(demoAccountPath);

/** Both Regions of the demo account in one, so that something there leads to each kind of network object; without anything of SageMaker. */
export function wholeNetwork(): RegionFixture {
  const [west = {}, central = {}] = [demo.regions['eu-west-1'], demo.regions['eu-central-1']];
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
    Clusters: _10,
    InferenceExperiments: _17,
    FeatureGroups: _16,
    Pipelines: _15,
    AppImageConfigs: _14,
    StudioLifecycleConfigs: _12,
    CodeRepositories: _13,
    Workforces: _11,
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
  return { ...accountOf({ [place.region]: { ...wholeNetwork(), ...given } }), hostedZones: demo.hostedZones ?? [] };
}
