import type { ResourceTypes } from './account.ts';
import { ids, override, roleArn, sagemakerArn, type Overrides } from './build-place.ts';

/** A HyperPod cluster with one group, in private subnets. */
export function cluster(name: string, overrides: Overrides<ResourceTypes['Clusters']> = {}): ResourceTypes['Clusters'] {
  return override<ResourceTypes['Clusters']>(
    {
      ClusterArn: sagemakerArn('cluster', `${name}4k2m9q`),
      ClusterName: name,
      ClusterStatus: 'InService',
      CreationTime: '2026-09-07T06:12:00.000Z',
      InstanceGroups: [
        {
          CurrentCount: 4,
          TargetCount: 4,
          InstanceGroupName: 'workers',
          InstanceType: 'ml.g5.12xlarge',
          LifeCycleConfig: { SourceS3Uri: `s3://sagemaker-${name}/lifecycle/`, OnCreate: 'on_create.sh' },
          ExecutionRole: roleArn(`cluster-${name}`),
          ThreadsPerCore: 1,
        },
      ],
      VpcConfig: { Subnets: [ids.subnetA, ids.subnetB], SecurityGroupIds: [ids.securityGroup] },
      NodeRecovery: 'Automatic',
    },
    overrides,
  );
}

/** A private workforce that comes from one office. */
export function workforce(name: string, overrides: Overrides<ResourceTypes['Workforces']> = {}): ResourceTypes['Workforces'] {
  return override<ResourceTypes['Workforces']>(
    {
      WorkforceName: name,
      WorkforceArn: sagemakerArn('workforce', `private-crowd/${name}`),
      LastUpdatedDate: '2026-05-04T07:00:00.000Z',
      SourceIpConfig: { Cidrs: ['203.0.113.0/24'] },
      SubDomain: 'x1y2z3.labeling.eu-west-1.sagemaker.aws',
      CreateDate: '2026-05-04T07:00:00.000Z',
      Status: 'Active',
    },
    overrides,
  );
}

/** A lifecycle configuration of JupyterLab apps. */
export function studioLifecycleConfig(name: string, script: string): ResourceTypes['StudioLifecycleConfigs'] {
  return {
    StudioLifecycleConfigArn: sagemakerArn('studio-lifecycle-config', name),
    StudioLifecycleConfigName: name,
    CreationTime: '2026-08-03T10:00:00.000Z',
    LastModifiedTime: '2026-08-03T10:00:00.000Z',
    StudioLifecycleConfigContent: Buffer.from(script).toString('base64'),
    StudioLifecycleConfigAppType: 'JupyterLab',
  };
}

/** A repository that notebook instances may be given. */
export function codeRepository(name: string, RepositoryUrl: string): ResourceTypes['CodeRepositories'] {
  return {
    CodeRepositoryName: name,
    CodeRepositoryArn: sagemakerArn('code-repository', name),
    CreationTime: '2026-08-03T10:00:00.000Z',
    LastModifiedTime: '2026-08-03T10:00:00.000Z',
    GitConfig: { RepositoryUrl, Branch: 'main' },
  };
}

/** A pipeline with one training step in private subnets. */
export function pipeline(name: string, overrides: Overrides<ResourceTypes['Pipelines']> = {}): ResourceTypes['Pipelines'] {
  const VpcConfig = { Subnets: [ids.subnetA, ids.subnetB], SecurityGroupIds: [ids.securityGroup] };
  return override<ResourceTypes['Pipelines']>(
    {
      PipelineArn: sagemakerArn('pipeline', name),
      PipelineName: name,
      PipelineDefinition: JSON.stringify({ Version: '2020-12-01', Steps: [{ Name: 'train', Type: 'Training', Arguments: { VpcConfig } }] }),
      RoleArn: roleArn(`pipeline-${name}`),
      PipelineStatus: 'Active',
      CreationTime: '2026-07-01T05:00:00.000Z',
      LastModifiedTime: '2026-07-01T05:00:00.000Z',
    },
    overrides,
  );
}

/** A feature group with an online store. */
export function featureGroup(name: string): ResourceTypes['FeatureGroups'] {
  return {
    FeatureGroupArn: sagemakerArn('feature-group', name),
    FeatureGroupName: name,
    RecordIdentifierFeatureName: 'id',
    EventTimeFeatureName: 'time',
    FeatureDefinitions: [
      { FeatureName: 'id', FeatureType: 'String' },
      { FeatureName: 'time', FeatureType: 'String' },
    ],
    CreationTime: '2026-07-01T05:00:00.000Z',
    OnlineStoreConfig: { EnableOnlineStore: true },
    FeatureGroupStatus: 'Created',
    // A description that has pages: its definitions would go on.
    NextToken: '',
  };
}

/** A shadow test of two models, which keeps no data. */
export function inferenceExperiment(
  name: string,
  overrides: Overrides<ResourceTypes['InferenceExperiments']> = {},
): ResourceTypes['InferenceExperiments'] {
  return override<ResourceTypes['InferenceExperiments']>(
    {
      Arn: sagemakerArn('inference-experiment', name),
      Name: name,
      Type: 'ShadowMode',
      Status: 'Running',
      CreationTime: '2026-10-01T05:00:00.000Z',
      LastModifiedTime: '2026-10-01T05:00:00.000Z',
      RoleArn: roleArn(`experiment-${name}`),
      EndpointMetadata: { EndpointName: name },
      ModelVariants: [],
    },
    overrides,
  );
}
