import * as ec2 from '@aws-sdk/client-ec2';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as sts from '@aws-sdk/client-sts';
import { fillJobs } from './moto-jobs.ts';

/** The account of whoever has keys that moto did not give out. */
export const home = '123456789012';
export const other = '222222222222';
export const keys = { accessKeyId: 'AKIAHOME', secretAccessKey: 'not-a-secret' };

interface At {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
}

const roleOf = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** What the verdicts are about: ids that moto chose. */
export interface Made {
  readonly vpc: string;
  readonly halves: string;
  readonly listed: string;
  readonly tight: string;
}

/**
 * A VPC with a public subnet, a private one and one on the main table; notebooks, jobs, models and domains in and out of it; and security
 * groups that are open in two ways that do not say 0.0.0.0/0.
 */
export async function fillHome(endpoint: string): Promise<Made> {
  const at: At = { endpoint, region: 'eu-west-1', credentials: keys };
  const net = new ec2.EC2Client(at);
  const vpc = present((await net.send(new ec2.CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))).Vpc?.VpcId);
  const subnet = async (CidrBlock: string): Promise<string> =>
    present((await net.send(new ec2.CreateSubnetCommand({ VpcId: vpc, CidrBlock }))).Subnet?.SubnetId);
  const [open, closed, implicit] = [await subnet('10.0.1.0/24'), await subnet('10.0.2.0/24'), await subnet('10.0.3.0/24')];
  const gateway = present((await net.send(new ec2.CreateInternetGatewayCommand({}))).InternetGateway?.InternetGatewayId);
  await net.send(new ec2.AttachInternetGatewayCommand({ InternetGatewayId: gateway, VpcId: vpc }));
  const table = async (SubnetId: string): Promise<string> => {
    const RouteTableId = present((await net.send(new ec2.CreateRouteTableCommand({ VpcId: vpc }))).RouteTable?.RouteTableId);
    await net.send(new ec2.AssociateRouteTableCommand({ RouteTableId, SubnetId }));
    return RouteTableId;
  };
  const RouteTableId = await table(open);
  await net.send(new ec2.CreateRouteCommand({ RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway }));
  await table(closed);

  const group = async (GroupName: string, IpPermissions: readonly ec2.IpPermission[]): Promise<string> => {
    const GroupId = present(
      (await net.send(new ec2.CreateSecurityGroupCommand({ GroupName, Description: GroupName, VpcId: vpc }))).GroupId,
    );
    // A new group lets everything out.
    await net.send(
      new ec2.RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
    );
    if (IpPermissions.length > 0)
      await net.send(new ec2.AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: [...IpPermissions] }));
    return GroupId;
  };
  const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
  const list = await net.send(
    new ec2.CreateManagedPrefixListCommand({
      PrefixListName: 'approved',
      AddressFamily: 'IPv4',
      MaxEntries: 2,
      Entries: [{ Cidr: '0.0.0.0/1' }, { Cidr: '128.0.0.0/1' }],
    }),
  );
  const tight = await group('tight', [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]);
  const halves = await group('halves', [{ ...https, IpRanges: [{ CidrIp: '0.0.0.0/1' }, { CidrIp: '128.0.0.0/1' }] }]);
  const listed = await group('listed', [{ ...https, PrefixListIds: [{ PrefixListId: present(list.PrefixList?.PrefixListId) }] }]);
  await net.send(
    new ec2.CreateVpcEndpointCommand({
      VpcId: vpc,
      ServiceName: 'com.amazonaws.eu-west-1.sagemaker.api',
      VpcEndpointType: 'Interface',
      SubnetIds: [closed],
      PrivateDnsEnabled: true,
    }),
  );

  const ml = new sagemaker.SageMakerClient(at);
  const notebook = (name: string, SubnetId?: string, SecurityGroupId?: string, RootAccess: 'Enabled' | 'Disabled' = 'Disabled') =>
    ml.send(
      new sagemaker.CreateNotebookInstanceCommand({
        NotebookInstanceName: name,
        InstanceType: 'ml.t2.medium',
        RoleArn: roleOf(home, name),
        RootAccess,
        DirectInternetAccess: SubnetId === undefined ? 'Enabled' : 'Disabled',
        ...(SubnetId === undefined ? {} : { SubnetId, SecurityGroupIds: [present(SecurityGroupId)] }),
      }),
    );
  await notebook('nb-outside', undefined, undefined, 'Enabled');
  await notebook('nb-public', open, halves);
  await notebook('nb-private', closed, tight);
  await notebook('nb-implicit', implicit, listed);

  const VpcConfig = { Subnets: [closed], SecurityGroupIds: [tight] };
  const job = (TrainingJobName: string, InstanceCount: number, given: object = {}) =>
    ml.send(
      new sagemaker.CreateTrainingJobCommand({
        TrainingJobName,
        RoleArn: roleOf(home, 'training'),
        AlgorithmSpecification: { TrainingImage: 'training:1', TrainingInputMode: 'File' },
        OutputDataConfig: { S3OutputPath: 's3://bucket/out' },
        ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount, VolumeSizeInGB: 10 },
        StoppingCondition: { MaxRuntimeInSeconds: 60 },
        ...given,
      }),
    );
  await job('job-outside', 1);
  await job('job-inside', 2, { VpcConfig, EnableNetworkIsolation: true });
  const PrimaryContainer = { Image: 'serving:1' };
  const ExecutionRoleArn = roleOf(home, 'serving');
  await ml.send(new sagemaker.CreateModelCommand({ ModelName: 'model-outside', PrimaryContainer, ExecutionRoleArn }));
  await ml.send(new sagemaker.CreateModelCommand({ ModelName: 'model-inside', PrimaryContainer, ExecutionRoleArn, VpcConfig }));
  await fillJobs(ml, VpcConfig, roleOf(home, 'jobs'));
  await domain(ml, 'open', vpc, closed, tight, 'PublicInternetOnly');
  await domain(ml, 'closed', vpc, closed, tight, 'VpcOnly');

  await bareNotebook({ ...at, region: 'us-east-1' }, 'nb-virginia', home);
  return { vpc, halves, listed, tight };
}

/** An account beside it, with one notebook of its own. */
export async function fillOther(endpoint: string): Promise<void> {
  const region = 'eu-west-1';
  const taken = await new sts.STSClient({ endpoint, region, credentials: keys }).send(
    new sts.AssumeRoleCommand({ RoleArn: roleOf(other, 'fill'), RoleSessionName: 'fill' }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken } = taken.Credentials ?? {};
  const credentials = {
    accessKeyId: present(AccessKeyId),
    secretAccessKey: present(SecretAccessKey),
    sessionToken: present(SessionToken),
  };
  await bareNotebook({ endpoint, region, credentials }, 'nb-other', other);
}

function domain(
  ml: sagemaker.SageMakerClient,
  DomainName: string,
  VpcId: string,
  subnet: string,
  group: string,
  AppNetworkAccessType: sagemaker.AppNetworkAccessType,
) {
  return ml.send(
    new sagemaker.CreateDomainCommand({
      DomainName,
      AuthMode: 'IAM',
      VpcId,
      SubnetIds: [subnet],
      AppNetworkAccessType,
      DefaultUserSettings: { ExecutionRole: roleOf(home, `${DomainName}-users`), SecurityGroups: [group] },
    }),
  );
}

function bareNotebook(at: At, NotebookInstanceName: string, account: string) {
  return new sagemaker.SageMakerClient(at).send(
    new sagemaker.CreateNotebookInstanceCommand({
      NotebookInstanceName,
      InstanceType: 'ml.t2.medium',
      RoleArn: roleOf(account, NotebookInstanceName),
      RootAccess: 'Enabled',
    }),
  );
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('moto left something out of its answer');
  return value;
}
