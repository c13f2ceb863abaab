import type { ResourceTypes } from './account.ts';
import { ids, override, place, roleArn, sagemakerArn, type Overrides } from './build-place.ts';

/** The image of a container in the account's own registry. */
const image = (name: string): string => `${place.account}.dkr.ecr.${place.region}.amazonaws.com/${name}:1.4.2`;

const vpcConfig = (): { Subnets: string[]; SecurityGroupIds: string[] } => ({
  Subnets: [ids.subnetA, ids.subnetB],
  SecurityGroupIds: [ids.securityGroup],
});
const kmsKey = `arn:aws:kms:${place.region}:${place.account}:key/0f0e0d0c-0b0a-4987-8655-443322110000`;

/** A notebook instance in a private subnet, without direct internet access and without root. */
export function notebook(name: string, overrides: Overrides<ResourceTypes['NotebookInstances']> = {}): ResourceTypes['NotebookInstances'] {
  return override<ResourceTypes['NotebookInstances']>(
    {
      NotebookInstanceArn: sagemakerArn('notebook-instance', name),
      NotebookInstanceName: name,
      NotebookInstanceStatus: 'InService',
      Url: `${name}-x1y2.notebook.${place.region}.sagemaker.aws`,
      InstanceType: 'ml.t3.medium',
      IpAddressType: 'ipv4',
      SubnetId: ids.subnetA,
      SecurityGroups: [ids.securityGroup],
      RoleArn: roleArn(`notebook-${name}`),
      KmsKeyId: kmsKey,
      NetworkInterfaceId: 'eni-0a1b2c3d4e5f60001',
      LastModifiedTime: '2026-11-02T09:20:31.412Z',
      CreationTime: '2026-10-05T08:11:04.730Z',
      DirectInternetAccess: 'Disabled',
      VolumeSizeInGB: 50,
      RootAccess: 'Disabled',
      PlatformIdentifier: 'notebook-al2023-v1',
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
    },
    overrides,
  );
}

/** A training job that ran to its end in private subnets, isolated and encrypted. */
export function trainingJob(name: string, overrides: Overrides<ResourceTypes['TrainingJobs']> = {}): ResourceTypes['TrainingJobs'] {
  return override<ResourceTypes['TrainingJobs']>(
    {
      TrainingJobName: name,
      TrainingJobArn: sagemakerArn('training-job', name),
      ModelArtifacts: { S3ModelArtifacts: `s3://ml-artifacts-${place.account}/${name}/output/model.tar.gz` },
      TrainingJobStatus: 'Completed',
      SecondaryStatus: 'Completed',
      HyperParameters: { epochs: '12', 'learning-rate': '0.01' },
      AlgorithmSpecification: { TrainingImage: image('training'), TrainingInputMode: 'File', EnableSageMakerMetricsTimeSeries: false },
      RoleArn: roleArn(`training-${name}`),
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: {
            S3DataSource: {
              S3DataType: 'S3Prefix',
              S3Uri: `s3://ml-data-${place.account}/train/`,
              S3DataDistributionType: 'FullyReplicated',
            },
          },
          CompressionType: 'None',
          RecordWrapperType: 'None',
        },
      ],
      OutputDataConfig: { KmsKeyId: kmsKey, S3OutputPath: `s3://ml-artifacts-${place.account}/` },
      ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30, VolumeKmsKeyId: kmsKey },
      VpcConfig: vpcConfig(),
      StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
      CreationTime: '2026-11-10T06:00:12.105Z',
      TrainingStartTime: '2026-11-10T06:02:44.000Z',
      TrainingEndTime: '2026-11-10T06:41:09.000Z',
      LastModifiedTime: '2026-11-10T06:41:09.480Z',
      SecondaryStatusTransitions: [
        {
          Status: 'Starting',
          StartTime: '2026-11-10T06:00:12.105Z',
          EndTime: '2026-11-10T06:02:44.000Z',
          StatusMessage: 'Preparing the instances for training',
        },
        {
          Status: 'Completed',
          StartTime: '2026-11-10T06:41:09.000Z',
          EndTime: '2026-11-10T06:41:09.000Z',
          StatusMessage: 'Training job completed',
        },
      ],
      EnableNetworkIsolation: true,
      EnableInterContainerTrafficEncryption: true,
      EnableManagedSpotTraining: false,
      TrainingTimeInSeconds: 2305,
      BillableTimeInSeconds: 2305,
    },
    overrides,
  );
}

/** A model with one container, isolated and in private subnets. */
export function model(name: string, overrides: Overrides<ResourceTypes['Models']> = {}): ResourceTypes['Models'] {
  return override<ResourceTypes['Models']>(
    {
      ModelName: name,
      PrimaryContainer: {
        Image: image('serving'),
        ImageConfig: { RepositoryAccessMode: 'Platform' },
        Mode: 'SingleModel',
        ModelDataUrl: `s3://ml-artifacts-${place.account}/${name}/model.tar.gz`,
        Environment: { SAGEMAKER_CONTAINER_LOG_LEVEL: '20' },
      },
      ExecutionRoleArn: roleArn(`model-${name}`),
      VpcConfig: vpcConfig(),
      CreationTime: '2026-11-10T07:15:00.211Z',
      ModelArn: sagemakerArn('model', name),
      EnableNetworkIsolation: true,
    },
    overrides,
  );
}

/** An endpoint configuration with one variant on the model of the same name. */
export function endpointConfig(
  name: string,
  overrides: Overrides<ResourceTypes['EndpointConfigs']> = {},
): ResourceTypes['EndpointConfigs'] {
  return override<ResourceTypes['EndpointConfigs']>(
    {
      EndpointConfigName: name,
      EndpointConfigArn: sagemakerArn('endpoint-config', name),
      ProductionVariants: [
        { VariantName: 'AllTraffic', ModelName: name, InitialInstanceCount: 2, InstanceType: 'ml.m5.large', InitialVariantWeight: 1 },
      ],
      KmsKeyId: kmsKey,
      CreationTime: '2026-11-10T07:16:30.002Z',
    },
    overrides,
  );
}

/** An endpoint in service, with the configuration of the same name. */
export function endpoint(name: string, overrides: Overrides<ResourceTypes['Endpoints']> = {}): ResourceTypes['Endpoints'] {
  return override<ResourceTypes['Endpoints']>(
    {
      EndpointName: name,
      EndpointArn: sagemakerArn('endpoint', name),
      EndpointConfigName: name,
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          DeployedImages: [
            { SpecifiedImage: image('serving'), ResolvedImage: image('serving'), ResolutionTime: '2026-11-10T07:18:01.000Z' },
          ],
          CurrentWeight: 1,
          DesiredWeight: 1,
          CurrentInstanceCount: 2,
          DesiredInstanceCount: 2,
        },
      ],
      EndpointStatus: 'InService',
      CreationTime: '2026-11-10T07:17:45.660Z',
      LastModifiedTime: '2026-11-10T07:22:12.318Z',
    },
    overrides,
  );
}

/** A VpcOnly domain. */
export function domain(id: string, overrides: Overrides<ResourceTypes['Domains']> = {}): ResourceTypes['Domains'] {
  return override<ResourceTypes['Domains']>(
    {
      DomainArn: sagemakerArn('domain', id),
      DomainId: id,
      DomainName: `${id}-name`,
      Status: 'InService',
      CreationTime: '2026-03-02T09:14:51.220Z',
      LastModifiedTime: '2026-11-12T15:02:07.901Z',
      AuthMode: 'IAM',
      AppNetworkAccessType: 'VpcOnly',
      VpcId: ids.vpc,
      SubnetIds: [ids.subnetA, ids.subnetB],
      DefaultUserSettings: { ExecutionRole: roleArn(`${id}-default`), SecurityGroups: [ids.securityGroup] },
      DefaultSpaceSettings: { ExecutionRole: roleArn(`${id}-spaces`), SecurityGroups: [ids.securityGroup] },
    },
    overrides,
  );
}

/** A user profile with a role of its own. */
export function userProfile(
  domainId: string,
  name: string,
  overrides: Overrides<ResourceTypes['UserProfiles']> = {},
): ResourceTypes['UserProfiles'] {
  return override<ResourceTypes['UserProfiles']>(
    {
      DomainId: domainId,
      UserProfileArn: sagemakerArn('user-profile', `${domainId}/${name}`),
      UserProfileName: name,
      HomeEfsFileSystemUid: '200005',
      Status: 'InService',
      CreationTime: '2026-04-11T07:30:00.515Z',
      LastModifiedTime: '2026-10-11T07:30:00.515Z',
      UserSettings: { ExecutionRole: roleArn(`user-${name}`) },
    },
    overrides,
  );
}

/** A lifecycle configuration with one script that runs at every start. */
export function lifecycleConfig(name: string, script: string): ResourceTypes['NotebookInstanceLifecycleConfigs'] {
  return {
    NotebookInstanceLifecycleConfigArn: sagemakerArn('notebook-instance-lifecycle-config', name),
    NotebookInstanceLifecycleConfigName: name,
    OnStart: [{ Content: Buffer.from(script).toString('base64') }],
    CreationTime: '2026-08-03T10:00:00.000Z',
    LastModifiedTime: '2026-08-03T10:00:00.000Z',
  };
}
