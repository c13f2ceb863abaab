import { describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { appImageConfigShape } from '../../src/inventory/sections/app-image-configs.ts';
import { clusterShape, clusterSummaryShape } from '../../src/inventory/sections/clusters.ts';
import { codeRepositoryShape } from '../../src/inventory/sections/code-repositories.ts';
import { domainShape, domainSummaryShape } from '../../src/inventory/sections/domains.ts';
import { endpointConfigShape, endpointConfigSummaryShape } from '../../src/inventory/sections/endpoint-configs.ts';
import { endpointShape, endpointSummaryShape } from '../../src/inventory/sections/endpoints.ts';
import { modelShape, modelSummaryShape } from '../../src/inventory/sections/models.ts';
import { notebookInstanceShape, notebookInstanceSummaryShape } from '../../src/inventory/sections/notebook-instances.ts';
import {
  notebookLifecycleConfigShape,
  notebookLifecycleConfigSummaryShape,
} from '../../src/inventory/sections/notebook-lifecycle-configs.ts';
import { pipelineShape, pipelineSummaryShape } from '../../src/inventory/sections/pipelines.ts';
import { featureGroupShape, featureGroupSummaryShape } from '../../src/inventory/sections/feature-groups.ts';
import { inferenceExperimentShape, inferenceExperimentSummaryShape } from '../../src/inventory/sections/inference-experiments.ts';
import { spaceShape } from '../../src/inventory/sections/spaces.ts';
import { studioLifecycleConfigShape, studioLifecycleConfigSummaryShape } from '../../src/inventory/sections/studio-lifecycle-configs.ts';
import { trainingJobShape, trainingJobSummaryShape } from '../../src/inventory/sections/training-jobs.ts';
import { userProfileShape, userProfileSummaryShape } from '../../src/inventory/sections/user-profiles.ts';
import { workforceShape } from '../../src/inventory/sections/workforces.ts';
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
  ListSpaces: { Spaces: spaceShape },
  ListStudioLifecycleConfigs: { StudioLifecycleConfigs: studioLifecycleConfigSummaryShape },
  ListTrainingJobs: { TrainingJobSummaries: trainingJobSummaryShape },
  ListUserProfiles: { UserProfiles: userProfileSummaryShape },
  ListWorkforces: { Workforces: workforceShape },
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
