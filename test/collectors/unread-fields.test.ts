import { describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { appImageConfigShape } from '../../src/inventory/sections/app-image-configs.ts';
import { appShape } from '../../src/inventory/sections/apps.ts';
import { clusterShape, clusterSummaryShape } from '../../src/inventory/sections/clusters.ts';
import { codeRepositoryShape } from '../../src/inventory/sections/code-repositories.ts';
import { domainShape, domainSummaryShape } from '../../src/inventory/sections/domains.ts';
import { endpointConfigShape, endpointConfigSummaryShape } from '../../src/inventory/sections/endpoint-configs.ts';
import { endpointShape, endpointSummaryShape } from '../../src/inventory/sections/endpoints.ts';
import { flowDefinitionShape, flowDefinitionSummaryShape } from '../../src/inventory/sections/flow-definitions.ts';
import { mlflowAppShape, mlflowAppSummaryShape } from '../../src/inventory/sections/mlflow-apps.ts';
import { mlflowTrackingServerShape, mlflowTrackingServerSummaryShape } from '../../src/inventory/sections/mlflow-tracking-servers.ts';
import { modelShape, modelSummaryShape } from '../../src/inventory/sections/models.ts';
import { notebookInstanceShape, notebookInstanceSummaryShape } from '../../src/inventory/sections/notebook-instances.ts';
import {
  notebookLifecycleConfigShape,
  notebookLifecycleConfigSummaryShape,
} from '../../src/inventory/sections/notebook-lifecycle-configs.ts';
import { partnerAppShape, partnerAppSummaryShape } from '../../src/inventory/sections/partner-apps.ts';
import { pipelineShape, pipelineSummaryShape } from '../../src/inventory/sections/pipelines.ts';
import { featureGroupShape, featureGroupSummaryShape } from '../../src/inventory/sections/feature-groups.ts';
import { inferenceExperimentShape, inferenceExperimentSummaryShape } from '../../src/inventory/sections/inference-experiments.ts';
import { spaceShape, spaceSummaryShape } from '../../src/inventory/sections/spaces.ts';
import { studioLifecycleConfigShape, studioLifecycleConfigSummaryShape } from '../../src/inventory/sections/studio-lifecycle-configs.ts';
import { trainingJobShape, trainingJobSummaryShape } from '../../src/inventory/sections/training-jobs.ts';
import { userProfileShape, userProfileSummaryShape } from '../../src/inventory/sections/user-profiles.ts';
import { workforceShape } from '../../src/inventory/sections/workforces.ts';
import { workteamShape } from '../../src/inventory/sections/workteams.ts';
import { processingJobShape, processingJobSummaryShape } from '../../src/inventory/sections/processing-jobs.ts';
import { transformJobShape, transformJobSummaryShape } from '../../src/inventory/sections/transform-jobs.ts';
import {
  hyperParameterTuningJobShape,
  hyperParameterTuningJobSummaryShape,
} from '../../src/inventory/sections/hyper-parameter-tuning-jobs.ts';
import { autoMLJobShape, autoMLJobSummaryShape } from '../../src/inventory/sections/auto-ml-jobs.ts';
import {
  dataQualityJobDefinitionShape,
  dataQualityJobDefinitionSummaryShape,
} from '../../src/inventory/sections/data-quality-job-definitions.ts';
import {
  modelBiasJobDefinitionShape,
  modelBiasJobDefinitionSummaryShape,
} from '../../src/inventory/sections/model-bias-job-definitions.ts';
import {
  modelExplainabilityJobDefinitionShape,
  modelExplainabilityJobDefinitionSummaryShape,
} from '../../src/inventory/sections/model-explainability-job-definitions.ts';
import {
  modelQualityJobDefinitionShape,
  modelQualityJobDefinitionSummaryShape,
} from '../../src/inventory/sections/model-quality-job-definitions.ts';
import { monitoringScheduleShape, monitoringScheduleSummaryShape } from '../../src/inventory/sections/monitoring-schedules.ts';
import { compilationJobShape, compilationJobSummaryShape } from '../../src/inventory/sections/compilation-jobs.ts';
import { optimizationJobShape, optimizationJobSummaryShape } from '../../src/inventory/sections/optimization-jobs.ts';
import {
  inferenceRecommendationsJobShape,
  inferenceRecommendationsJobSummaryShape,
} from '../../src/inventory/sections/inference-recommendations-jobs.ts';
import { aiBenchmarkJobShape, aiBenchmarkJobSummaryShape } from '../../src/inventory/sections/ai-benchmark-jobs.ts';
import { jobShape, jobSummaryShape } from '../../src/inventory/sections/jobs.ts';
import { labelingJobShape, labelingJobSummaryShape } from '../../src/inventory/sections/labeling-jobs.ts';
import { inferenceComponentShape, inferenceComponentSummaryShape } from '../../src/inventory/sections/inference-components.ts';
import { readingOperations, unreadFields } from '../support/aws/speaking-fields.ts';
import { unreadFieldReasons } from './unread-fields.ts';

/** What the collectors keep of each answer. */
const readShapes: Readonly<Record<string, object>> = {
  DescribeCluster: clusterShape,
  DescribeDomain: domainShape,
  DescribeEndpoint: endpointShape,
  DescribeEndpointConfig: endpointConfigShape,
  DescribeFeatureGroup: featureGroupShape,
  DescribeInferenceExperiment: inferenceExperimentShape,
  DescribeModel: modelShape,
  DescribeNotebookInstance: notebookInstanceShape,
  DescribeNotebookInstanceLifecycleConfig: notebookLifecycleConfigShape,
  DescribePipeline: pipelineShape,
  DescribeStudioLifecycleConfig: studioLifecycleConfigShape,
  DescribeTrainingJob: trainingJobShape,
  DescribeUserProfile: userProfileShape,
  DescribeProcessingJob: processingJobShape,
  ListProcessingJobs: { ProcessingJobSummaries: processingJobSummaryShape },
  DescribeTransformJob: transformJobShape,
  ListTransformJobs: { TransformJobSummaries: transformJobSummaryShape },
  DescribeHyperParameterTuningJob: hyperParameterTuningJobShape,
  ListHyperParameterTuningJobs: { HyperParameterTuningJobSummaries: hyperParameterTuningJobSummaryShape },
  DescribeAutoMLJobV2: autoMLJobShape,
  ListAutoMLJobs: { AutoMLJobSummaries: autoMLJobSummaryShape },
  DescribeDataQualityJobDefinition: dataQualityJobDefinitionShape,
  ListDataQualityJobDefinitions: { JobDefinitionSummaries: dataQualityJobDefinitionSummaryShape },
  DescribeModelBiasJobDefinition: modelBiasJobDefinitionShape,
  ListModelBiasJobDefinitions: { JobDefinitionSummaries: modelBiasJobDefinitionSummaryShape },
  DescribeModelExplainabilityJobDefinition: modelExplainabilityJobDefinitionShape,
  ListModelExplainabilityJobDefinitions: { JobDefinitionSummaries: modelExplainabilityJobDefinitionSummaryShape },
  DescribeModelQualityJobDefinition: modelQualityJobDefinitionShape,
  ListModelQualityJobDefinitions: { JobDefinitionSummaries: modelQualityJobDefinitionSummaryShape },
  DescribeMonitoringSchedule: monitoringScheduleShape,
  ListMonitoringSchedules: { MonitoringScheduleSummaries: monitoringScheduleSummaryShape },
  DescribeCompilationJob: compilationJobShape,
  ListCompilationJobs: { CompilationJobSummaries: compilationJobSummaryShape },
  DescribeOptimizationJob: optimizationJobShape,
  ListOptimizationJobs: { OptimizationJobSummaries: optimizationJobSummaryShape },
  DescribeInferenceRecommendationsJob: inferenceRecommendationsJobShape,
  ListInferenceRecommendationsJobs: { InferenceRecommendationsJobs: inferenceRecommendationsJobSummaryShape },
  DescribeAIBenchmarkJob: aiBenchmarkJobShape,
  ListAIBenchmarkJobs: { AIBenchmarkJobs: aiBenchmarkJobSummaryShape },
  DescribeJob: jobShape,
  ListJobs: { JobSummaries: jobSummaryShape },
  DescribeLabelingJob: labelingJobShape,
  Search: {
    Results: {
      TrainingJob: trainingJobShape,
      HyperParameterTuningJob: hyperParameterTuningJobShape,
      Model: { Model: modelShape },
    },
  },
  ListLabelingJobs: { LabelingJobSummaryList: labelingJobSummaryShape },
  DescribeInferenceComponent: inferenceComponentShape,
  ListInferenceComponents: { InferenceComponents: inferenceComponentSummaryShape },
  ListAppImageConfigs: { AppImageConfigs: appImageConfigShape },
  ListClusters: { ClusterSummaries: clusterSummaryShape },
  ListCodeRepositories: { CodeRepositorySummaryList: codeRepositoryShape },
  ListDomains: { Domains: domainSummaryShape },
  ListEndpointConfigs: { EndpointConfigs: endpointConfigSummaryShape },
  ListEndpoints: { Endpoints: endpointSummaryShape },
  ListFeatureGroups: { FeatureGroupSummaries: featureGroupSummaryShape },
  ListInferenceExperiments: { InferenceExperiments: inferenceExperimentSummaryShape },
  ListModels: { Models: modelSummaryShape },
  ListNotebookInstanceLifecycleConfigs: { NotebookInstanceLifecycleConfigs: notebookLifecycleConfigSummaryShape },
  ListNotebookInstances: { NotebookInstances: notebookInstanceSummaryShape },
  ListPipelines: { PipelineSummaries: pipelineSummaryShape },
  DescribeSpace: spaceShape,
  ListSpaces: { Spaces: spaceSummaryShape },
  ListStudioLifecycleConfigs: { StudioLifecycleConfigs: studioLifecycleConfigSummaryShape },
  ListTrainingJobs: { TrainingJobSummaries: trainingJobSummaryShape },
  ListUserProfiles: { UserProfiles: userProfileSummaryShape },
  ListWorkforces: { Workforces: workforceShape },
  ListApps: { Apps: appShape },
  ListWorkteams: { Workteams: workteamShape },
  DescribeFlowDefinition: flowDefinitionShape,
  ListFlowDefinitions: { FlowDefinitionSummaries: flowDefinitionSummaryShape },
  DescribeMlflowTrackingServer: mlflowTrackingServerShape,
  ListMlflowTrackingServers: { TrackingServerSummaries: mlflowTrackingServerSummaryShape },
  DescribeMlflowApp: mlflowAppShape,
  ListMlflowApps: { Summaries: mlflowAppSummaryShape },
  DescribePartnerApp: partnerAppShape,
  ListPartnerApps: { Summaries: partnerAppSummaryShape },
};

const operations = readingOperations();
const unread = operations.flatMap((operation) => unreadFields(operation, readShapes[operation]));
const reasonFor = ({ operation, path }: (typeof unread)[number]): string | undefined =>
  [`${operation}: ${path}`, operation].find((key) => Object.hasOwn(unreadFieldReasons, key));

describe('what SageMaker can say of networks', () => {
  it('is looked for in every answer of the SDK', () => {
    expect(operations.length).toBeGreaterThanOrEqual(150);
    expect(unreadFields('DescribeModel', undefined).map(({ path }) => path)).toEqual(['VpcConfig', 'EnableNetworkIsolation']);
    expect(unreadFields('DescribeNotebookInstance', undefined).map(({ path }) => path)).toContain('RootAccess');
    expect(unreadFields('DescribeModel', modelShape)).toEqual([]);
  });

  it('is compared with what each collector keeps', () => {
    const declared = collectors.flatMap(({ actions }) => actions as readonly string[]).filter((action) => action.startsWith('sagemaker:'));
    expect(Object.keys(readShapes).sort()).toEqual([...new Set(declared)].map((action) => action.replace('sagemaker:', '')).sort());
  });

  it('is read, or somebody says why not: a new version of the SDK announces itself here', () => {
    expect(unread.filter((field) => reasonFor(field) === undefined)).toEqual([]);
  });

  it('has no excuse for what is read', () => {
    const used = new Set(unread.map(reasonFor));
    expect(Object.keys(unreadFieldReasons).filter((key) => !used.has(key))).toEqual([]);
  });
});
