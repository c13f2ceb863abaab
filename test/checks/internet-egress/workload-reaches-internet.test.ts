import check from '../../../src/checks/internet-egress/workload-reaches-internet.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { inferenceComponent } from '../../support/rows-jobs.ts';
import { app } from '../../support/rows-studio.ts';
import { blockPublicAccess, internetGateway, natGateway, networkAcl } from '../../support/rows-network.ts';
import {
  account,
  domain,
  endpoint,
  endpointConfig,
  igwRoute,
  mainTable,
  model,
  notebook,
  refused,
  securityGroup,
  space,
  subnet,
  subnetTable,
  trainingJob,
  userProfile,
} from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const toAll = { IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] };

/** subnet-1 → nat-1 → igw-1, and a group that lets everything out. */
const open: Given = {
  subnets: [subnet(), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
  networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
  routeTables: [
    mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }]),
    subnetTable('subnet-nat', [igwRoute()]),
  ],
  natGateways: [natGateway()],
  internetGateways: [internetGateway()],
  securityGroups: [securityGroup(toAll)],
};
const serverless = { VariantName: 'main', ModelName: 'model-1', ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } };

testCheck(check, {
  fail: [
    [
      'direct internet access, whatever the subnet and the groups say (E54)',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })] }),
      'nb-1',
      {
        says: 'a network of SageMaker’s own that leads to the internet',
        requirements: ['EGR-2'],
        evidence: ['sagemaker:DescribeNotebookInstance nb-1: DirectInternetAccess="Enabled"'],
      },
    ],
    [
      'a job without a VPC and without isolation (E56)',
      inventory({ trainingJobs: [trainingJob('job-1', { VpcConfig: undefined, EnableNetworkIsolation: false })] }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob job-1: VpcConfig=null'] },
    ],
    [
      'a notebook behind a NAT gateway',
      inventory({ ...open, notebookInstances: [notebook()] }),
      'nb-1',
      {
        says: 'can send tcp, udp, icmp to the internet by IPv4, from subnet-1 by nat-1, igw-1',
        evidence: ['ec2:DescribeRouteTables rtb-main="0.0.0.0/0 → nat-1 (main table of vpc-1)"'],
      },
    ],
    [
      'a finished job is judged as it was configured',
      inventory({ ...open, trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: false }, 'Completed')] }),
      'job-1',
      { says: 'the job is finished' },
    ],
    [
      'a domain of the mode PublicInternetOnly',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })] }),
      'd-1',
    ],
    [
      'a user of such a domain',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: undefined })], userProfiles: [userProfile()] }),
      'd-1/alice',
      { says: 'through d-1' },
    ],
    [
      'the model behind an endpoint',
      inventory({
        ...open,
        models: [model('model-1', { EnableNetworkIsolation: false })],
        endpointConfigs: [endpointConfig()],
        endpoints: [endpoint()],
      }),
      'endpoint-1',
      { says: 'through model-1' },
    ],
    [
      'an app of Studio that runs in its user’s groups',
      inventory({ ...open, domains: [domain()], userProfiles: [userProfile('alice', { UserSettings: {} })], apps: [app()] }),
      'd-1/alice/JupyterLab/default',
      { says: 'Studio app' },
    ],
    [
      'an app in a domain of PublicInternetOnly',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })], userProfiles: [userProfile()], apps: [app()] }),
      'd-1/alice/JupyterLab/default',
      { says: 'through d-1' },
    ],
    [
      'an inference component',
      inventory({
        ...open,
        models: [model('model-1', { EnableNetworkIsolation: false })],
        endpointConfigs: [endpointConfig('config-1', { ProductionVariants: [{ VariantName: 'main' }] })],
        endpoints: [endpoint()],
        inferenceComponents: [inferenceComponent('c', { Specification: { ModelName: 'model-1' } })],
      }),
      'c',
      { says: 'through model-1' },
    ],
    [
      'a serverless endpoint, though its model names a VPC',
      inventory({
        models: [model()],
        endpointConfigs: [endpointConfig('config-1', { ProductionVariants: [serverless] })],
        endpoints: [endpoint()],
      }),
      'endpoint-1',
      { evidence: ['sagemaker:DescribeEndpointConfig config-1: ProductionVariants[].ServerlessConfig=true'] },
    ],
    [
      'one neighbour could not be read, and the other shows the way',
      inventory({ ...open, natGateways: [natGateway()], notebookInstances: [notebook()], models: refused('sagemaker:ListModels') }),
      'nb-1',
    ],
  ],
  pass: [
    [
      'a user without groups, where no group could open a way',
      inventory({
        domains: [domain('d-1', { DefaultUserSettings: {} })],
        userProfiles: [userProfile('alice', { UserSettings: {} })],
      }),
      'd-1/alice',
      { says: 'no route to it' },
    ],
    ['a group that lets nothing out', inventory({ notebookInstances: [notebook()] }), 'nb-1', { says: 'sg-1 no outbound rule allows it' }],
    [
      'no route',
      inventory({ notebookInstances: [notebook()], securityGroups: [securityGroup(toAll)] }),
      'nb-1',
      { says: 'rtb-main main table of vpc-1: no route to it', requirements: ['EGR-2'] },
    ],
    [
      'network isolation, in a VPC with a way out (E55)',
      inventory({ ...open, trainingJobs: [trainingJob()] }),
      'job-1',
      { says: 'network isolation', evidence: ['sagemaker:DescribeTrainingJob job-1: EnableNetworkIsolation=true'] },
    ],
    ['network isolation without a VPC', inventory({ models: [model('model-1', { VpcConfig: undefined })] }), 'model-1'],
    [
      'Block Public Access',
      inventory({
        ...open,
        notebookInstances: [notebook()],
        blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      }),
      'nb-1',
      { says: 'block-bidirectional' },
    ],
    [
      'Docker that is not rootless reaches registries only',
      inventory({ domains: [domain('d-1', { DomainSettings: { DockerSettings: { EnableDockerAccess: 'ENABLED' } } })] }),
      'd-1',
      { says: 'Docker images leave to registries of trusted accounts' },
    ],
  ],
  unknown: [
    [
      'an app in a shared space whose domain names no groups for spaces: AWS chooses one',
      inventory({
        ...open,
        domains: [domain('d-1', { DefaultSpaceSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/spaces' } })],
        spaces: [space('lab', { SpaceSharingSettingsSummary: { SharingType: 'Shared' } })],
        apps: [app({ SpaceName: 'lab', UserProfileName: undefined })],
      }),
      'd-1/lab/JupyterLab/default',
      { says: 'a security group that nothing names', missing: [] },
    ],
    [
      'a notebook with addresses of tomorrow',
      inventory({ notebookInstances: [notebook('nb-1', { IpAddressType: 'ipv7' as 'ipv4' })] }),
      'nb-1',
      { says: 'IpAddressType is ipv7', missing: [] },
    ],
    [
      'a domain with addresses of tomorrow',
      inventory({ domains: [domain('d-1', { DomainSettings: { IpAddressType: 'ipv7' as 'ipv4' } })] }),
      'd-1',
      { says: 'IpAddressType is ipv7', missing: [] },
    ],
    ['apps refused: there may be more', inventory({ apps: refused('sagemaker:ListApps') }), account, { missing: ['sagemaker:ListApps'] }],
    [
      'an app in a space that could not be listed',
      inventory({ ...open, domains: [domain()], spaces: refused('sagemaker:ListSpaces'), apps: [app({ SpaceName: 'lab' })] }),
      'd-1/lab/JupyterLab/default',
      { missing: ['sagemaker:ListSpaces'] },
    ],
    [
      'an app of RStudio',
      inventory({ ...open, domains: [domain()], userProfiles: [userProfile()], apps: [app({ AppType: 'RSessionGateway' })] }),
      'd-1/alice/RSessionGateway/default',
      { says: 'RSessionGateway', missing: [] },
    ],
    [
      'NAT gateways refused',
      inventory({ ...open, natGateways: refused('ec2:DescribeNatGateways'), notebookInstances: [notebook()] }),
      'nb-1',
      { missing: ['ec2:DescribeNatGateways'] },
    ],
    [
      'Block Public Access refused',
      inventory({ ...open, blockPublicAccessOptions: refused('ec2:DescribeVpcBlockPublicAccessOptions'), notebookInstances: [notebook()] }),
      'nb-1',
      { missing: ['ec2:DescribeVpcBlockPublicAccessOptions'] },
    ],
    [
      'a way to a network outside AWS',
      inventory({
        notebookInstances: [notebook()],
        securityGroups: [securityGroup(toAll)],
        routeTables: [mainTable([{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'vgw-1', State: 'active' }])],
      }),
      'nb-1',
      { says: 'vgw-1', missing: [] },
    ],
    [
      'the notebook itself refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
    [
      'a setting that nobody has heard of',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Sometimes' as 'Enabled' })] }),
      'nb-1',
      { says: 'DirectInternetAccess is Sometimes', missing: [] },
    ],
    [
      'its subnet does not exist any more',
      inventory({ notebookInstances: [notebook('nb-1', { SubnetId: 'subnet-gone' })] }),
      'nb-1',
      { says: 'subnet-gone', missing: [] },
    ],
    [
      'the configuration of an endpoint has been deleted',
      inventory({ endpoints: [endpoint()] }),
      'endpoint-1',
      { says: 'config-1 has been deleted', missing: [] },
    ],
    [
      'notebooks refused',
      inventory({ notebookInstances: refused('sagemaker:ListNotebookInstances') }),
      account,
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
  ],
  'not-applicable': [
    [
      'a finished job whose subnet is gone',
      inventory({
        trainingJobs: [
          trainingJob(
            'job-1',
            { EnableNetworkIsolation: false, VpcConfig: { Subnets: ['subnet-gone'], SecurityGroupIds: ['sg-1'] } },
            'Completed',
          ),
        ],
      }),
      'job-1',
    ],
  ],
  silent: [['no workload', inventory(open)]],
});
