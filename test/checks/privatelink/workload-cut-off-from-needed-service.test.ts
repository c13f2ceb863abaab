import check from '../../../src/checks/privatelink/workload-cut-off-from-needed-service.ts';
import { calling, closedVpc, s3PrefixList, s3Route, withNat, without } from '../../support/closed-vpc.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import {
  domain,
  endpoint,
  endpointConfig,
  igwRoute,
  mainTable,
  model,
  notebook,
  refused,
  securityGroup,
  subnet,
  subnetTable,
  trainingJob,
  userProfile,
  vpc,
  vpcEndpoint,
} from '../../support/rows.ts';
import { transformJob } from '../../support/rows-jobs.ts';
import { unreadTransit } from '../../support/central-endpoint.ts';
import { testCheck } from '../../support/test-check.ts';

const withoutS3: Given = { ...closedVpc, routeTables: [mainTable()], vpcEndpoints: without('s3') };
const job = (given: Parameters<typeof trainingJob>[1] & object = {}) => ({ trainingJobs: [trainingJob('job-1', given)] });
const jobs = (count: number) => ({ trainingJobs: Array.from({ length: count }, (_, at) => trainingJob(`job-${at}`)) });

const closedGroup = securityGroup({ GroupId: 'sg-e', IpPermissions: [], IpPermissionsEgress: [] });
const closedDoors = ['api', 'runtime'].map((name) => vpcEndpoint(`sagemaker.${name}`, { Groups: [{ GroupId: 'sg-e' }] }));

testCheck(check, {
  fail: [
    [
      'a job without a way to S3',
      inventory({ ...job(), ...withoutS3 }),
      'job-1',
      {
        says: 'has no way to the internet, and none to s3: rtb-main: main table of vpc-1: no route to it',
        requirements: ['PL-12'],
        evidence: [
          'sagemaker:DescribeTrainingJob VpcConfig.Subnets="subnet-1"',
          'ec2:DescribeRouteTables rtb-main="main table of vpc-1: no route to it"',
        ],
        path: ['subnet subnet-1', 'security-group-rule sg-1', 'route-table rtb-main'],
      },
    ],
    ['isolation does not stop what SageMaker moves for it', inventory({ ...job({ EnableNetworkIsolation: true }), ...withoutS3 }), 'job-1'],
    [
      'a gateway on another table than the subnet’s',
      inventory({ ...job(), ...closedVpc, routeTables: [mainTable([s3Route]), subnetTable('subnet-1')] }),
      'job-1',
      { says: 'rtb-subnet-1' },
    ],
    [
      'a group that forgets the list of S3',
      inventory({
        ...job(),
        ...closedVpc,
        securityGroups: [
          securityGroup({
            IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }],
          }),
        ],
      }),
      'job-1',
      { says: 'sg-1: no outbound rule allows it' },
    ],
    [
      'a public subnet: without a public address the internet gateway is no way',
      inventory({ ...job(), ...withoutS3, routeTables: [mainTable([igwRoute()])] }),
      'job-1',
      { says: 'igw-1' },
    ],
    [
      'one of two subnets has neither',
      inventory({
        ...job({ VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } }),
        ...closedVpc,
        subnets: [subnet(), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })],
        routeTables: [mainTable([s3Route]), subnetTable('subnet-2')],
      }),
      'job-1',
      { evidence: ['sagemaker:DescribeTrainingJob VpcConfig.Subnets="subnet-2"'] },
    ],
    [
      'a finished job says so',
      inventory({ trainingJobs: [trainingJob('job-1', {}, 'Completed')], ...withoutS3 }),
      'job-1',
      { says: 'the job is finished' },
    ],
    ['a model', inventory({ models: [model()], ...withoutS3 }), 'model-1', { requirements: ['PL-12'] }],
    [
      'an endpoint',
      inventory({ models: [model()], endpointConfigs: [endpointConfig()], endpoints: [endpoint()], ...withoutS3 }),
      'endpoint-1',
    ],
    [
      'Studio without the runtime (trap 24)',
      inventory({ domains: [domain()], ...closedVpc, vpcEndpoints: without('runtime') }),
      'd-1',
      { says: 'none to sagemaker.runtime' },
    ],
    [
      'a user of Studio',
      inventory({
        domains: [domain()],
        userProfiles: [userProfile('anna', { UserSettings: {} })],
        ...closedVpc,
        vpcEndpoints: without('api'),
      }),
      'd-1/anna',
    ],
    [
      'a notebook without the API',
      inventory({ notebookInstances: [notebook()], ...closedVpc, vpcEndpoints: without('api') }),
      'nb-1',
      { says: 'none to sagemaker.api' },
    ],
    ['a thousand jobs, each told', inventory({ ...jobs(1000), ...withoutS3 }), 'job-999'],
  ],
  pass: [
    [
      'a job with S3',
      inventory({ ...job(), ...closedVpc }),
      'job-1',
      { path: ['subnet subnet-1', 'security-group-rule sg-1', 'route rtb-main', 'vpc-endpoint vpce-s3', 'network-acl-entry acl-1'] },
    ],
    [
      'Studio with all it needs',
      inventory({ domains: [domain()], ...closedVpc }),
      'd-1',
      { says: 'reaches sagemaker.api, sagemaker.runtime, s3 without the internet' },
    ],
    ['a notebook needs no S3', inventory({ notebookInstances: [notebook()], ...withoutS3 }), 'nb-1'],
  ],
  unknown: [
    [
      'a domain with a network of tomorrow',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'MeshOnly' as 'VpcOnly' })] }),
      'd-1',
      { says: 'MeshOnly', missing: [] },
    ],
    [
      'the way to the internet leads to what was not read',
      inventory({
        ...job(),
        ...withoutS3,
        ...unreadTransit,
        securityGroups: [calling],
        routeTables: [mainTable([{ DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw-1', State: 'active' }])],
      }),
      'job-1',
      { missing: ['ec2:SearchTransitGatewayRoutes'] },
    ],
    [
      'a closed endpoint, and a way to the internet that leads to what was not read',
      inventory({
        notebookInstances: [notebook()],
        ...unreadTransit,
        securityGroups: [calling, closedGroup],
        vpcEndpoints: closedDoors,
        routeTables: [mainTable([{ DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw-1', State: 'active' }])],
      }),
      'nb-1',
      { missing: ['ec2:SearchTransitGatewayRoutes'] },
    ],
    [
      'the list of S3 refused',
      inventory({ ...job(), ...closedVpc, prefixLists: [s3PrefixList(refused('ec2:GetManagedPrefixListEntries'))] }),
      'job-1',
      { missing: ['ec2:GetManagedPrefixListEntries'] },
    ],
    [
      'zones refused',
      inventory({ ...job(), ...withoutS3, privateHostedZones: refused('route53:ListHostedZonesByVPC') }),
      'job-1',
      { missing: ['route53:ListHostedZonesByVPC'] },
    ],
    [
      'describe refused',
      inventory({ trainingJobs: [trainingJob('job-1', refused('sagemaker:DescribeTrainingJob'))] }),
      'job-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
    [
      'names asked of servers of one’s own',
      inventory({
        ...job(),
        ...withoutS3,
        vpcs: [vpc({ DhcpOptionsId: 'dopt-1' })],
        dhcpOptions: [{ DhcpOptionsId: 'dopt-1', DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [{ Value: '10.9.0.53' }] }] }],
      }),
      'job-1',
      { says: '10.9.0.53', missing: [] },
    ],
  ],
  'not-applicable': [
    [
      'a finished transform whose model is gone',
      inventory({ transformJobs: [transformJob('t', { ModelName: 'gone' }, 'Completed')] }),
      't',
      { says: 'nothing left to judge' },
    ],
    [
      'a NAT gateway leads to the internet',
      inventory({ ...job(), ...withNat, securityGroups: [calling], vpcEndpoints: [] }),
      'job-1',
      { says: 'a way to the internet' },
    ],
    [
      'a closed endpoint beside a NAT gateway is a matter of another check',
      inventory({ notebookInstances: [notebook()], ...withNat, securityGroups: [calling, closedGroup], vpcEndpoints: closedDoors }),
      'nb-1',
      { says: 'a way to the internet' },
    ],
    [
      'a notebook with direct internet access',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })], ...closedVpc, vpcEndpoints: [] }),
      'nb-1',
      { says: 'over a network of SageMaker' },
    ],
    ['a job in no VPC', inventory({ ...job({ VpcConfig: undefined, EnableNetworkIsolation: false }), vpcEndpoints: [] }), 'job-1'],
    [
      'a domain that is not VpcOnly',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })], vpcEndpoints: [] }),
      'd-1',
    ],
  ],
  silent: [['no workloads', inventory(withoutS3)]],
});
