import check from '../../../src/checks/privatelink/workload-cut-off-from-sagemaker-endpoint.ts';
import { centralEndpoint } from '../../support/central-endpoint.ts';
import { calling, closedVpc, withNat } from '../../support/closed-vpc.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { networkAcl } from '../../support/rows-network.ts';
import {
  dnsAttributes,
  domain,
  endpoint,
  endpointConfig,
  mainTable,
  model,
  notebook,
  refused,
  securityGroup,
  subnet,
  trainingJob,
  userProfile,
  vpcEndpoint,
} from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const own = { EnableNetworkIsolation: false };
const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
const doors = ['api', 'runtime'].map((service) =>
  vpcEndpoint(`sagemaker.${service}`, { VpcEndpointId: `vpce-${service}`, Groups: [{ GroupId: 'sg-e' }] }),
);
const door = (IpPermissions: ReturnType<typeof securityGroup>['IpPermissions'] & object) => [
  calling,
  securityGroup({ GroupId: 'sg-e', IpPermissions, IpPermissionsEgress: [] }),
];
const central = centralEndpoint('sagemaker.api', 'api.sagemaker.eu-west-1.amazonaws.com');

testCheck(check, {
  fail: [
    [
      'the group of the endpoint lets nobody in',
      inventory({ ...used, vpcEndpoints: doors, securityGroups: door([]) }),
      'nb-1',
      {
        says: 'calls to sagemaker.api are stopped on the way to its endpoint by sg-e: no inbound rule allows it',
        requirements: ['PL-8'],
        evidence: ['sagemaker:DescribeNotebookInstance SubnetId="subnet-1"', 'ec2:DescribeSecurityGroups sg-e="no inbound rule allows it"'],
        path: ['subnet subnet-1', 'security-group-rule sg-1', 'security-group sg-e'],
      },
    ],
    [
      '… beside a NAT gateway, which is no way around',
      inventory({ ...used, ...withNat, vpcEndpoints: doors, securityGroups: door([]) }),
      'nb-1',
    ],
    [
      'the group of the endpoint admits another group',
      inventory({
        ...used,
        vpcEndpoints: doors,
        securityGroups: door([{ ...https, UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '111122223333' }] }]),
      }),
      'nb-1',
    ],
    [
      'the group of the endpoint admits another port',
      inventory({
        ...used,
        vpcEndpoints: doors,
        securityGroups: door([{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]),
      }),
      'nb-1',
    ],
    [
      'the workload’s own group lets nothing out',
      inventory({
        ...used,
        vpcEndpoints: doors,
        securityGroups: [securityGroup({ IpPermissionsEgress: [] }), securityGroup({ GroupId: 'sg-e' })],
      }),
      'nb-1',
      { says: 'sg-1: no outbound rule allows it' },
    ],
    [
      'a network ACL between the subnets',
      inventory({
        ...used,
        subnets: [subnet(), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })],
        networkAcls: [networkAcl(), networkAcl(['subnet-2'], { NetworkAclId: 'acl-2', Entries: [] })],
        securityGroups: [calling],
        vpcEndpoints: [vpcEndpoint('sagemaker.api', { SubnetIds: ['subnet-2'] })],
      }),
      'nb-1',
      { says: 'acl-2' },
    ],
    ...(
      [
        ['a job', { trainingJobs: [trainingJob('it', own)] }],
        ['a finished job', { trainingJobs: [trainingJob('it', own, 'Completed')] }],
        ['a model', { models: [model('it', own)] }],
        ['an endpoint', { models: [model('model-1', own)], endpointConfigs: [endpointConfig()], endpoints: [endpoint('it')] }],
        ['a domain', { domains: [domain('it')] }],
      ] as readonly (readonly [string, Given])[]
    ).map(
      ([name, given]) =>
        [name, inventory({ ...given, vpcEndpoints: doors, securityGroups: door([]) }), 'it', { requirements: ['PL-8'] }] as const,
    ),
    [
      'a user profile',
      inventory({
        domains: [domain()],
        userProfiles: [userProfile('anna', { UserSettings: {} })],
        vpcEndpoints: doors,
        securityGroups: door([]),
      }),
      'd-1/anna',
    ],
    [
      'a finished job says so',
      inventory({ trainingJobs: [trainingJob('job-1', own, 'Completed')], vpcEndpoints: doors, securityGroups: door([]) }),
      'job-1',
      { says: 'the job is finished' },
    ],
    [
      'an endpoint in another VPC, to which no route leads',
      inventory({ ...used, ...central, routeTables: [mainTable()] }),
      'nb-1',
      { says: 'rtb-main' },
    ],
  ],
  pass: [
    [
      'endpoints that let it in',
      inventory({ ...used, ...closedVpc }),
      'nb-1',
      {
        path: ['subnet subnet-1', 'security-group-rule sg-1', 'security-group-rule sg-1', 'network-interface vpce-api'],
        requirements: ['PL-8'],
      },
    ],
    [
      'by the block of the VPC',
      inventory({ ...used, vpcEndpoints: doors, securityGroups: door([{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]) }),
      'nb-1',
    ],
    ['in another VPC', inventory({ ...used, ...central }), 'nb-1'],
    [
      'direct internet access beside the subnet: endpoints are still called through it',
      inventory({ ...closedVpc, notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })] }),
      'nb-1',
    ],
  ],
  unknown: [
    [
      'attributes refused',
      inventory({ ...used, ...closedVpc, vpcDnsAttributes: refused('ec2:DescribeVpcAttribute') }),
      'nb-1',
      { missing: ['ec2:DescribeVpcAttribute'] },
    ],
    [
      'groups refused',
      inventory({ ...used, ...closedVpc, securityGroups: refused('ec2:DescribeSecurityGroups') }),
      'nb-1',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
    [
      'describe refused',
      inventory({ ...closedVpc, notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
    [
      'a shared VPC, whose endpoints its owner alone sees',
      inventory({ ...used, ...closedVpc, subnets: [subnet({ OwnerId: '999988887777' })] }),
      'nb-1',
      { says: '999988887777', missing: [] },
    ],
    [
      'an endpoint whose model has been deleted',
      inventory({ ...closedVpc, endpointConfigs: [endpointConfig()], endpoints: [endpoint()] }),
      'endpoint-1',
      { says: 'has been deleted', missing: [] },
    ],
  ],
  'not-applicable': [
    ['no endpoint', inventory({ ...used, vpcEndpoints: [] }), 'nb-1', { says: 'no private endpoint answers' }],
    [
      'private DNS off: its calls go elsewhere',
      inventory({ ...used, vpcEndpoints: [vpcEndpoint('sagemaker.api', { PrivateDnsEnabled: false })], securityGroups: door([]) }),
      'nb-1',
    ],
    ['host names off', inventory({ ...used, ...closedVpc, vpcDnsAttributes: [dnsAttributes('vpc-1', { hostnames: false })] }), 'nb-1'],
    ['an isolated job calls nobody', inventory({ trainingJobs: [trainingJob()], vpcEndpoints: doors, securityGroups: door([]) }), 'job-1'],
    ['in no VPC', inventory({ notebookInstances: [notebook('nb-1', { SubnetId: undefined })] }), 'nb-1'],
  ],
  silent: [['no workloads', inventory(closedVpc)]],
});
