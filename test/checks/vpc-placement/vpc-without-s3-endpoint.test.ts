import check from '../../../src/checks/vpc-placement/vpc-without-s3-endpoint.ts';
import { closedVpc, s3Gateway, s3Route } from '../../support/closed-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { privateHostedZone } from '../../support/rows-names.ts';
import { domain, mainTable, notebook, refused, subnet, subnetTable, trainingJob, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const twoSubnets = {
  trainingJobs: [trainingJob('job-1', { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } })],
  subnets: [subnet(), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })],
};
const byInterface = (given: Parameters<typeof vpcEndpoint>[1] = {}) => vpcEndpoint('s3', { VpcEndpointId: 'vpce-s3i', ...given });

testCheck(check, {
  fail: [
    [
      'no endpoint for S3',
      inventory({ ...used, vpcEndpoints: [] }),
      'vpc-1',
      {
        says: 'rtb-main in vpc-1 has no endpoint for S3, and 1 workload may run there',
        requirements: ['VPC-17'],
        evidence: [
          'ec2:DescribeRouteTables rtb-main: Routes (of subnet-1)="no route to a gateway endpoint for S3"',
          'sagemaker:DescribeNotebookInstance nb-1: SubnetId="subnet-1"',
        ],
      },
    ],
    [
      'an endpoint that is there, on the main table, and not on that of the subnet (Prowler: PASS)',
      inventory({ ...used, vpcEndpoints: [s3Gateway()], routeTables: [mainTable([s3Route]), subnetTable('subnet-1')] }),
      'vpc-1',
      { says: 'rtb-subnet-1 in vpc-1' },
    ],
    [
      'one of two subnets has another table',
      inventory({ ...twoSubnets, vpcEndpoints: [s3Gateway()], routeTables: [mainTable([s3Route]), subnetTable('subnet-2')] }),
      'vpc-1',
      { says: 'rtb-subnet-2 in vpc-1' },
    ],
    [
      'the endpoint of DynamoDB is none',
      inventory({ ...used, vpcEndpoints: [s3Gateway({ ServiceName: 'com.amazonaws.eu-west-1.dynamodb' })] }),
      'vpc-1',
    ],
    ['a gateway of another VPC', inventory({ ...used, vpcEndpoints: [s3Gateway({ VpcId: 'vpc-2' })] }), 'vpc-1'],
    ['an endpoint that is gone', inventory({ ...used, vpcEndpoints: [s3Gateway({ State: 'deleted' as 'Deleted' })] }), 'vpc-1'],
    [
      'an interface endpoint without private DNS',
      inventory({ ...used, vpcEndpoints: [byInterface({ PrivateDnsEnabled: false })] }),
      'vpc-1',
    ],
    [
      'an interface endpoint with private DNS for inbound Resolver endpoints only',
      inventory({ ...used, vpcEndpoints: [byInterface({ DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true } })] }),
      'vpc-1',
    ],
    [
      'a zone for an interface endpoint, without the names of buckets',
      inventory({
        ...used,
        vpcEndpoints: [byInterface({ PrivateDnsEnabled: false })],
        privateHostedZones: [
          privateHostedZone('s3.eu-west-1.amazonaws.com', [
            { Name: 's3.eu-west-1.amazonaws.com.', Type: 'A', AliasTarget: { DNSName: 'vpce-s3i-1.s3.eu-west-1.vpce.amazonaws.com.' } },
          ]),
        ],
      }),
      'vpc-1',
    ],
  ],
  pass: [
    [
      'on the table in use',
      inventory({ ...used, ...closedVpc }),
      'vpc-1',
      { evidence: ['ec2:DescribeVpcEndpoints vpce-s3: RouteTableIds="rtb-main"'] },
    ],
    [
      'on the tables of all subnets',
      inventory({
        ...twoSubnets,
        vpcEndpoints: [s3Gateway({ RouteTableIds: ['rtb-main', 'rtb-subnet-2'] })],
        routeTables: [mainTable([s3Route]), subnetTable('subnet-2', [s3Route])],
      }),
      'vpc-1',
    ],
    [
      'a table that no workload uses has none',
      inventory({ ...used, ...closedVpc, routeTables: [mainTable([s3Route]), subnetTable('subnet-9')] }),
      'vpc-1',
    ],
    [
      'an interface endpoint with private DNS',
      inventory({ ...used, vpcEndpoints: [byInterface()] }),
      'vpc-1',
      { says: 'an interface endpoint answers for S3' },
    ],
    [
      'an interface endpoint to which a zone leads every bucket',
      inventory({
        ...used,
        vpcEndpoints: [byInterface({ PrivateDnsEnabled: false })],
        privateHostedZones: [
          privateHostedZone(
            's3.eu-west-1.amazonaws.com',
            ['s3.eu-west-1.amazonaws.com.', '\\052.s3.eu-west-1.amazonaws.com.'].map((Name) => ({
              Name,
              Type: 'A',
              AliasTarget: { DNSName: '\\052.vpce-s3i-1.s3.eu-west-1.vpce.amazonaws.com.' },
            })),
          ),
        ],
      }),
      'vpc-1',
    ],
  ],
  unknown: [
    [
      'endpoints refused',
      inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      'vpc-1',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
    [
      'tables refused',
      inventory({ ...used, routeTables: refused('ec2:DescribeRouteTables') }),
      'vpc-1',
      { missing: ['ec2:DescribeRouteTables'] },
    ],
    [
      'zones refused',
      inventory({ ...used, vpcEndpoints: [], privateHostedZones: refused('route53:ListHostedZonesByVPC') }),
      'vpc-1',
      { missing: ['route53:ListHostedZonesByVPC'] },
    ],
    [
      'a shared VPC, whose endpoints its owner alone sees',
      inventory({ ...used, vpcEndpoints: [], subnets: [subnet({ OwnerId: '999988887777' })] }),
      'vpc-1',
      { says: 'belongs to 999988887777', missing: [] },
    ],
    [
      'subnets refused',
      inventory({ ...used, subnets: refused('ec2:DescribeSubnets') }),
      '111122223333',
      { missing: ['ec2:DescribeSubnets'] },
    ],
  ],
  silent: [
    ['a VPC without workloads', inventory({ vpcEndpoints: [] })],
    ['workloads in no VPC', inventory({ notebookInstances: [notebook('nb-1', { SubnetId: undefined })], vpcEndpoints: [] })],
    [
      'a domain that is not VpcOnly',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })], vpcEndpoints: [] }),
    ],
  ],
});
