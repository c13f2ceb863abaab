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

/** A space of anna's in d-1, without remote access. */
export function space(domainId: string, name: string, overrides: Overrides<ResourceTypes['Spaces']> = {}): ResourceTypes['Spaces'] {
  return override<ResourceTypes['Spaces']>(
    {
      DomainId: domainId,
      SpaceArn: sagemakerArn('space', `${domainId}/${name}`),
      SpaceName: name,
      Status: 'InService',
      CreationTime: '2026-05-06T08:00:00.000Z',
      LastModifiedTime: '2026-11-12T15:40:00.000Z',
      SpaceSettings: { AppType: 'JupyterLab', RemoteAccess: 'DISABLED' },
      OwnershipSettings: { OwnerUserProfileName: 'anna' },
      SpaceSharingSettings: { SharingType: 'Private' },
    },
    overrides,
  );
}

/** An app of a user, which runs. */
export function app(domainId: string, name: string, overrides: Overrides<ResourceTypes['Apps']> = {}): ResourceTypes['Apps'] {
  return override<ResourceTypes['Apps']>(
    {
      AppArn: sagemakerArn('app', `${domainId}/anna/JupyterServer/${name}`),
      AppType: 'JupyterServer',
      AppName: name,
      DomainId: domainId,
      UserProfileName: 'anna',
      Status: 'InService',
      CreationTime: '2026-11-20T07:30:00.000Z',
      ResourceSpec: { InstanceType: 'system' },
    },
    overrides,
  );
}

/** A team of the workforce private. */
export function workteam(name: string): ResourceTypes['Workteams'] {
  return {
    WorkteamName: name,
    WorkteamArn: sagemakerArn('workteam', `private-crowd/${name}`),
    WorkforceArn: sagemakerArn('workforce', 'private-crowd/private'),
    MemberDefinitions: [{ CognitoMemberDefinition: { UserPool: 'eu-west-1_pool', UserGroup: name, ClientId: '2k4m6q8s' } }],
    Description: 'looks at what models are unsure of',
    CreateDate: '2026-05-04T08:00:00.000Z',
  };
}

/** A review by a private team of what a model is unsure of. */
export function flowDefinition(
  name: string,
  overrides: Overrides<ResourceTypes['FlowDefinitions']> = {},
): ResourceTypes['FlowDefinitions'] {
  return override<ResourceTypes['FlowDefinitions']>(
    {
      FlowDefinitionArn: sagemakerArn('flow-definition', name),
      FlowDefinitionName: name,
      FlowDefinitionStatus: 'Active',
      CreationTime: '2026-06-01T08:00:00.000Z',
      HumanLoopConfig: {
        WorkteamArn: sagemakerArn('workteam', 'private-crowd/reviewers'),
        HumanTaskUiArn: sagemakerArn('human-task-ui', name),
        TaskTitle: 'Review',
        TaskDescription: 'Is this right?',
        TaskCount: 1,
      },
      OutputConfig: { S3OutputPath: `s3://reviews-${name}/` },
      RoleArn: roleArn(`review-${name}`),
    },
    overrides,
  );
}

/** A tracking server that runs. */
export function mlflowTrackingServer(name: string): ResourceTypes['MlflowTrackingServers'] {
  return {
    TrackingServerArn: sagemakerArn('mlflow-tracking-server', name),
    TrackingServerName: name,
    ArtifactStoreUri: `s3://mlflow-${name}/`,
    TrackingServerSize: 'Small',
    RoleArn: roleArn(`mlflow-${name}`),
    TrackingServerStatus: 'Created',
    IsActive: 'Active',
    CreationTime: '2026-06-01T08:00:00.000Z',
  };
}

/** A serverless MLflow app; its identifier is twelve letters and digits. */
export function mlflowApp(id: string): ResourceTypes['MlflowApps'] {
  return {
    Arn: sagemakerArn('mlflow-app', `app-${id}`),
    Name: `mlflow-${id.toLowerCase()}`,
    ArtifactStoreUri: 's3://mlflow-artifacts/',
    RoleArn: roleArn('mlflow-app'),
    Status: 'Created',
    CreationTime: '2026-06-01T08:00:00.000Z',
  };
}

/** An app by a partner; its identifier is twelve letters and digits. */
export function partnerApp(id: string): ResourceTypes['PartnerApps'] {
  return {
    Arn: sagemakerArn('partner-app', `app-${id}`),
    Name: `comet-${id.toLowerCase()}`,
    Type: 'comet',
    Status: 'Available',
    AuthType: 'IAM',
    ExecutionRoleArn: roleArn('partner-app'),
    CreationTime: '2026-06-01T08:00:00.000Z',
  };
}
