import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { Fetch, Script } from '../../src/inventory/script.ts';
import type { Cluster, ClusterDetail } from '../../src/inventory/sections/clusters.ts';
import type { AppImageConfig } from '../../src/inventory/sections/app-image-configs.ts';
import { pipelineSteps } from '../../src/inventory/pipeline-step.ts';
import type { Pipeline } from '../../src/inventory/sections/pipelines.ts';
import type { FeatureGroup, FeatureGroupDetail } from '../../src/inventory/sections/feature-groups.ts';
import type { InferenceExperiment, InferenceExperimentDetail } from '../../src/inventory/sections/inference-experiments.ts';
import type { App } from '../../src/inventory/sections/apps.ts';
import type { FlowDefinition, FlowDefinitionDetail } from '../../src/inventory/sections/flow-definitions.ts';
import type { MlflowApp, MlflowAppDetail } from '../../src/inventory/sections/mlflow-apps.ts';
import type { Workteam } from '../../src/inventory/sections/workteams.ts';
import type { CodeRepository } from '../../src/inventory/sections/code-repositories.ts';
import type { StudioLifecycleConfig } from '../../src/inventory/sections/studio-lifecycle-configs.ts';
import type { Workforce } from '../../src/inventory/sections/workforces.ts';
import { account, detailOf, region } from './rows.ts';

const arn = (kind: string, name: string): string => `arn:aws:sagemaker:${region}:${account}:${kind}/${name}`;

/** A HyperPod cluster in subnet-1 with one instance group. */
export function cluster(name = 'cluster-1', given: Partial<ClusterDetail> | Gap = {}): Cluster {
  const usual: ClusterDetail = {
    ClusterName: name,
    ClusterArn: arn('cluster', 'a1b2c3d4e5f6'),
    ClusterStatus: 'InService',
    VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    InstanceGroups: [{ InstanceGroupName: 'workers', ExecutionRole: `arn:aws:iam::${account}:role/${name}` }],
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { ClusterArn, ClusterStatus } = usual;
  return { summary: { ClusterName: name, ClusterArn, ClusterStatus }, detail: detailOf(usual, given) };
}

/** A private workforce in vpc-1 that comes from one office. */
export function workforce(given: Partial<Workforce> = {}): Workforce {
  return {
    WorkforceName: 'private',
    WorkforceArn: arn('workforce', 'private-crowd/private'),
    Status: 'Active',
    SourceIpConfig: { Cidrs: ['203.0.113.0/24'] },
    WorkforceVpcConfig: { VpcId: 'vpc-1', Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    ...given,
  };
}

/** A team of the workforce. */
export function workteam(given: Partial<Workteam> = {}): Workteam {
  return {
    WorkteamName: 'reviewers',
    WorkteamArn: arn('workteam', 'private-crowd/reviewers'),
    WorkforceArn: arn('workforce', 'private-crowd/private'),
    CreateDate: '2026-11-01T00:00:00.000Z',
    ...given,
  };
}

/** A review that is given to the team. */
export function flowDefinition(name = 'flow-1', given: Partial<FlowDefinitionDetail> | Gap = {}): FlowDefinition {
  const names = {
    FlowDefinitionName: name,
    FlowDefinitionArn: arn('flow-definition', name),
    FlowDefinitionStatus: 'Active' as const,
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const HumanLoopConfig = { WorkteamArn: arn('workteam', 'private-crowd/reviewers') };
  return { summary: names, detail: detailOf<FlowDefinitionDetail>({ ...names, HumanLoopConfig, RoleArn: undefined }, given) };
}

/** An MLflow app that is the default of no domain. */
export function mlflowApp(name = 'runs', given: Partial<MlflowAppDetail> | Gap = {}): MlflowApp {
  const names = { Name: name, Arn: arn('mlflow-app', 'app-QK7V2M9XB3TN'), Status: 'Created' as const };
  return { summary: names, detail: detailOf<MlflowAppDetail>(names, given) };
}

/** A JupyterLab app of alice in d-1 that runs; of a space where one is named. */
export function app(given: Partial<App> = {}): App {
  const whose = given.SpaceName === undefined ? { UserProfileName: 'alice' } : {};
  return {
    DomainId: 'd-1',
    ...whose,
    AppType: 'JupyterLab',
    AppName: 'default',
    Status: 'InService',
    CreationTime: '2026-11-01T00:00:00.000Z',
    ...given,
  };
}

/** A script that fetches this; `null` for one that could not be decoded. */
export function script(Fetches: readonly Fetch[] | null = []): Script {
  return { Sha256: 'e3b0c442'.repeat(8), Statements: Fetches === null ? null : 3, Fetches };
}

/** A statement that fetches something, by default code from the internet that it runs. */
export function fetch(given: Partial<Fetch> = {}): Fetch {
  return { Line: 2, Command: 'curl', How: 'run', Host: 'get.example.com', ...given };
}

/** A lifecycle configuration of JupyterLab apps. */
export function studioLifecycleConfig(name: string, given: Script | Gap): StudioLifecycleConfig {
  const summary = { StudioLifecycleConfigName: name, StudioLifecycleConfigArn: arn('studio-lifecycle-config', name) };
  return { summary, detail: 'operation' in given ? missing(given) : known({ ...summary, Script: given }) };
}

/** A code repository in CodeCommit. */
export function codeRepository(name: string, RepositoryUrl: string | undefined): CodeRepository {
  return {
    CodeRepositoryName: name,
    CodeRepositoryArn: arn('code-repository', name),
    CreationTime: '2026-11-01T00:00:00.000Z',
    GitConfig: { RepositoryUrl, Branch: 'main' },
  };
}

/** A configuration of an image for JupyterLab, as a user without rights. */
export function appImageConfig(name: string, given: Partial<AppImageConfig> = {}): AppImageConfig {
  const JupyterLabAppImageConfig = { FileSystemConfig: { DefaultUid: 1000, DefaultGid: 100 } };
  const usual = Object.keys(given).length === 0 ? { JupyterLabAppImageConfig } : {};
  return { AppImageConfigName: name, AppImageConfigArn: arn('app-image-config', name), ...usual, ...given };
}

/** A pipeline with this definition. */
export function pipeline(name: string, definition: string | undefined | Gap): Pipeline {
  const summary = { PipelineName: name, PipelineArn: arn('pipeline', name) };
  const detail = typeof definition === 'object' ? missing<never>(definition) : known({ ...summary, Steps: pipelineSteps(definition) });
  return { summary, detail };
}

/** A feature group without a store. */
export function featureGroup(name: string, given: Partial<FeatureGroupDetail> | Gap = {}): FeatureGroup {
  const summary = { FeatureGroupName: name, FeatureGroupArn: arn('feature-group', name) };
  return { summary, detail: detailOf<FeatureGroupDetail>({ ...summary, CreationTime: '2026-11-01T00:00:00.000Z' }, given) };
}

/** An inference experiment that runs and keeps no data. */
export function inferenceExperiment(name: string, given: Partial<InferenceExperimentDetail> | Gap = {}): InferenceExperiment {
  const usual: InferenceExperimentDetail = { Name: name, Arn: arn('inference-experiment', name), Status: 'Running' };
  return { summary: { Name: name, Status: 'Running' }, detail: detailOf(usual, given) };
}
