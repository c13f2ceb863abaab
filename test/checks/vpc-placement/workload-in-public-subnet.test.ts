import check from '../../../src/checks/vpc-placement/workload-in-public-subnet.ts';
import { inventory } from '../../support/inventory.ts';
import {
  domain,
  endpoint,
  endpointConfig,
  igwRoute,
  mainTable,
  model,
  notebook,
  prefixList,
  refused,
  subnet,
  subnetTable,
  trainingJob,
  userProfile,
} from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const notebooks = [notebook()];
const publicMain = [mainTable([igwRoute()])];
const twoSubnets = [subnet(), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })];
const byPrefixList = [mainTable([igwRoute({ DestinationCidrBlock: undefined, DestinationPrefixListId: 'pl-1' })])];
const natRoute = { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' as const };

testCheck(check, {
  fail: [
    [
      "no association of its own: its VPC's main table decides",
      inventory({ notebookInstances: notebooks, routeTables: publicMain }),
      'nb-1',
      {
        says: 'rtb-main (the main table of vpc-1) sends 0.0.0.0/0 to igw-1',
        requirements: ['VPC-14'],
        evidence: [
          'sagemaker:DescribeNotebookInstance SubnetId="subnet-1"',
          'ec2:DescribeRouteTables rtb-main: Routes[1]="0.0.0.0/0 → igw-1"',
        ],
        path: ['subnet subnet-1', 'route-table rtb-main', 'route rtb-main', 'internet-gateway igw-1'],
      },
    ],
    [
      'its own table leads out, the main table does not',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable(), subnetTable('subnet-1', [igwRoute()])] }),
      'nb-1',
      { says: 'rtb-subnet-1 (associated with it)' },
    ],
    [
      'IPv6 only (Steampipe: not seen)',
      inventory({
        notebookInstances: notebooks,
        routeTables: [mainTable([igwRoute({ DestinationCidrBlock: undefined, DestinationIpv6CidrBlock: '::/0' })])],
      }),
      'nb-1',
      { says: '::/0 to igw-1' },
    ],
    [
      'default route in two halves',
      inventory({
        notebookInstances: notebooks,
        routeTables: [mainTable([igwRoute({ DestinationCidrBlock: '0.0.0.0/1' }), igwRoute({ DestinationCidrBlock: '128.0.0.0/1' })])],
      }),
      'nb-1',
      { says: '0.0.0.0/1 to igw-1' },
    ],
    [
      'only one of several subnets is public',
      inventory({
        trainingJobs: [trainingJob('job-1', { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } })],
        subnets: twoSubnets,
        routeTables: [mainTable(), subnetTable('subnet-2', [igwRoute()])],
      }),
      'job-1',
      { says: 'may run in public subnet-2', evidence: ['sagemaker:DescribeTrainingJob VpcConfig.Subnets="subnet-2"'] },
    ],
    [
      'an endpoint is where its model is',
      inventory({ endpoints: [endpoint()], endpointConfigs: [endpointConfig()], models: [model()], routeTables: publicMain }),
      'endpoint-1',
      { says: '(through model-1)', evidence: ['sagemaker:DescribeModel VpcConfig.Subnets="subnet-1"'] },
    ],
    [
      'a shadow variant counts',
      inventory({
        endpoints: [endpoint()],
        endpointConfigs: [
          endpointConfig('config-1', {
            ProductionVariants: [{ VariantName: 'main', ModelName: 'model-1' }],
            ShadowProductionVariants: [{ VariantName: 'shadow', ModelName: 'model-2' }],
          }),
        ],
        models: [model(), model('model-2', { VpcConfig: { Subnets: ['subnet-2'], SecurityGroupIds: ['sg-1'] } })],
        subnets: twoSubnets,
        routeTables: [mainTable(), subnetTable('subnet-2', [igwRoute()])],
      }),
      'endpoint-1',
      { says: '(through model-2)' },
    ],
    [
      'one model of an endpoint is public, the other could not be read',
      inventory({
        endpoints: [endpoint()],
        endpointConfigs: [
          endpointConfig('config-1', {
            ProductionVariants: [
              { VariantName: 'a', ModelName: 'model-2' },
              { VariantName: 'b', ModelName: 'model-1' },
            ],
          }),
        ],
        models: [model(), model('model-2', refused('sagemaker:DescribeModel'))],
        routeTables: publicMain,
      }),
      'endpoint-1',
    ],
    [
      'a more specific route to a NAT leaves the rest to the gateway',
      inventory({
        notebookInstances: notebooks,
        routeTables: [mainTable([igwRoute(), { ...natRoute, DestinationCidrBlock: '0.0.0.0/1' }])],
      }),
      'nb-1',
    ],
    [
      'a gateway for one public block is a way to the internet',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([igwRoute({ DestinationCidrBlock: '52.0.0.0/8' })])] }),
      'nb-1',
    ],
    [
      'a gateway behind a prefix list with a public block',
      inventory({
        notebookInstances: notebooks,
        routeTables: byPrefixList,
        prefixLists: [prefixList('pl-1', ['10.0.0.0/8', '52.0.0.0/8'])],
      }),
      'nb-1',
      { says: 'sends pl-1 to igw-1' },
    ],
    [
      'a finished job, against the network of today',
      inventory({ trainingJobs: [trainingJob('job-1', {}, 'Completed')], routeTables: publicMain }),
      'job-1',
      { says: '; the job is finished' },
    ],
    [
      'a VpcOnly domain',
      inventory({ domains: [domain()], routeTables: publicMain }),
      'd-1',
      {
        says: 'may run in public subnet-1: its route table rtb-main',
        requirements: ['VPC-13'],
        evidence: ['sagemaker:DescribeDomain SubnetIds="subnet-1"'],
      },
    ],
    [
      'a domain with one public subnet of two, in its second Availability Zone (peers: first subnet only)',
      inventory({
        domains: [domain('d-1', { SubnetIds: ['subnet-1', 'subnet-2'] })],
        subnets: twoSubnets,
        routeTables: [mainTable(), subnetTable('subnet-2', [igwRoute()])],
      }),
      'd-1',
      { says: 'may run in public subnet-2' },
    ],
  ],
  pass: [
    [
      'a VpcOnly domain in a private subnet, whose users could not be listed: they are where the domain is',
      inventory({ domains: [domain()], userProfiles: refused('sagemaker:ListUserProfiles') }),
      'd-1',
      { requirements: ['VPC-13'], says: 'no subnet of the domain routes to an internet gateway' },
    ],
    [
      "the main table of another VPC leads out (Prowler: public), its own VPC's does not",
      inventory({
        notebookInstances: notebooks,
        routeTables: [mainTable([igwRoute()], { RouteTableId: 'rtb-other', VpcId: 'vpc-2' }), mainTable()],
      }),
      'nb-1',
      { evidence: ['ec2:DescribeRouteTables rtb-main: Routes (the main table of vpc-1)="no route to an internet gateway"'] },
    ],
    [
      'main table leads out, its own does not',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([igwRoute()]), subnetTable('subnet-1')] }),
      'nb-1',
    ],
    [
      'NAT is no internet gateway (Steampipe: public)',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([natRoute])] }),
      'nb-1',
    ],
    [
      'the gateway is gone: blackhole (Custodian: public)',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([igwRoute({ State: 'blackhole' })])] }),
      'nb-1',
    ],
    [
      'two more specific halves take everything from the gateway',
      inventory({
        notebookInstances: notebooks,
        routeTables: [
          mainTable([igwRoute(), { ...natRoute, DestinationCidrBlock: '0.0.0.0/1' }, { ...natRoute, DestinationCidrBlock: '128.0.0.0/1' }]),
        ],
      }),
      'nb-1',
    ],
    [
      'a route of private addresses to a gateway leads nowhere',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([igwRoute({ DestinationCidrBlock: '10.9.0.0/16' })])] }),
      'nb-1',
    ],
    [
      'a gateway behind a prefix list of private blocks',
      inventory({ notebookInstances: notebooks, routeTables: byPrefixList, prefixLists: [prefixList('pl-1', ['10.0.0.0/8'])] }),
      'nb-1',
    ],
    [
      'an association that failed is none',
      inventory({
        notebookInstances: notebooks,
        routeTables: [
          mainTable(),
          subnetTable('subnet-1', [igwRoute()], {
            Associations: [{ SubnetId: 'subnet-1', Main: false, AssociationState: { State: 'failed' } }],
          }),
        ],
      }),
      'nb-1',
    ],
  ],
  unknown: [
    [
      'a VpcOnly domain of which AWS named no subnets',
      inventory({ domains: [domain('d-1', { SubnetIds: undefined })] }),
      'd-1',
      { says: 'AWS named no subnets', missing: [] },
    ],
    [
      'route tables refused',
      inventory({ notebookInstances: notebooks, routeTables: refused('ec2:DescribeRouteTables') }),
      'nb-1',
      { missing: ['ec2:DescribeRouteTables'] },
    ],
    [
      'subnets refused',
      inventory({ notebookInstances: notebooks, subnets: refused('ec2:DescribeSubnets') }),
      'nb-1',
      { missing: ['ec2:DescribeSubnets'] },
    ],
    [
      'describe refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
    [
      'the subnet does not exist any more',
      inventory({ notebookInstances: notebooks, subnets: [] }),
      'nb-1',
      { says: 'subnet-1 does not exist any more', missing: [] },
    ],
    [
      'no route table of the VPC is visible, as in a shared subnet',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([], { VpcId: 'vpc-2' })] }),
      'nb-1',
      { says: 'no route table of subnet-1 is visible', missing: [] },
    ],
    [
      'a route table of the VPC came without its associations',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable(), subnetTable('subnet-9', [], { Associations: undefined })] }),
      'nb-1',
      { missing: [] },
    ],
    [
      'a state of the route that nobody has heard of',
      inventory({ notebookInstances: notebooks, routeTables: [mainTable([igwRoute({ State: 'hibernating' as 'active' })])] }),
      'nb-1',
      { says: 'state hibernating', missing: [] },
    ],
    [
      'a gateway behind a prefix list that is not visible',
      inventory({ notebookInstances: notebooks, routeTables: byPrefixList }),
      'nb-1',
      { says: 'pl-1 to igw-1', missing: [] },
    ],
    [
      'a gateway behind a prefix list that could not be read',
      inventory({ notebookInstances: notebooks, routeTables: byPrefixList, prefixLists: refused('ec2:DescribeManagedPrefixLists') }),
      'nb-1',
      { missing: ['ec2:DescribeManagedPrefixLists'] },
    ],
    [
      'the configuration of an endpoint could not be read',
      inventory({
        endpoints: [endpoint()],
        endpointConfigs: [endpointConfig('config-1', refused('sagemaker:DescribeEndpointConfig'))],
        models: [model()],
      }),
      'endpoint-1',
      { missing: ['sagemaker:DescribeEndpointConfig'] },
    ],
    [
      'configurations could not be listed',
      inventory({ endpoints: [endpoint()], endpointConfigs: refused('sagemaker:ListEndpointConfigs'), models: [model()] }),
      'endpoint-1',
      { missing: ['sagemaker:ListEndpointConfigs'] },
    ],
    [
      'the model of an endpoint has been deleted',
      inventory({ endpoints: [endpoint()], endpointConfigs: [endpointConfig()] }),
      'endpoint-1',
      { says: 'its model model-1 has been deleted', missing: [] },
    ],
    [
      'the configuration of an endpoint has been deleted',
      inventory({ endpoints: [endpoint()], models: [model()] }),
      'endpoint-1',
      { says: 'its configuration config-1 has been deleted', missing: [] },
    ],
    [
      'describe of the domain refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'a domain in a mode that nobody has heard of',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'VpcPreferred' as 'VpcOnly' })], routeTables: publicMain }),
      'd-1',
      { says: 'AppNetworkAccessType is VpcPreferred', missing: [] },
    ],
    [
      'notebooks could not be listed, and the job is judged',
      inventory({ notebookInstances: refused('sagemaker:ListNotebookInstances'), trainingJobs: [trainingJob()] }),
      '111122223333',
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
  ],
  'not-applicable': [
    [
      'a PublicInternetOnly domain, whose subnets carry only the file system',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })], routeTables: publicMain }),
      'd-1',
      { says: 'domain is not VpcOnly' },
    ],
    ['a model in no VPC', inventory({ models: [model('model-1', { VpcConfig: undefined })] }), 'model-1', { says: 'in no VPC of yours' }],
    [
      'a finished job whose subnet is gone',
      inventory({ trainingJobs: [trainingJob('job-1', {}, 'Completed')], subnets: [] }),
      'job-1',
      { says: 'there is nothing left to judge' },
    ],
  ],
  silent: [
    ['no workloads', inventory({ routeTables: publicMain })],
    ['users could not be listed, who are judged with their domain', inventory({ userProfiles: refused('sagemaker:ListUserProfiles') })],
    [
      'users are judged with their domain',
      inventory({ userProfiles: [userProfile(), userProfile('bob', refused('sagemaker:DescribeUserProfile'))], routeTables: publicMain }),
    ],
  ],
});
