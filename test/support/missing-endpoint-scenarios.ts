import { centralEndpoint, outwardGroup, unreadTransit } from './central-endpoint.ts';
import { inventory } from './inventory.ts';
import { privateHostedZone } from './rows-names.ts';
import { domain, mainTable, model, notebook, refused, subnet, trainingJob, vpcEndpoint } from './rows.ts';
import type { Scenarios } from './test-check.ts';

/** The question is the same for every SageMaker service, and so are the scenarios. */
export function missingEndpointScenarios(service: string, other: string, requirement: string): Scenarios {
  const dashed = service.replaceAll('.', '-');
  const used = { notebookInstances: [notebook()] };
  const host = `${service.split('.').reverse().join('.')}.eu-west-1.amazonaws.com`;
  const central = { ...used, ...centralEndpoint(service, host) };
  const outward = (target: object, State: 'active' | 'blackhole' = 'active') => [
    mainTable([{ DestinationCidrBlock: '10.0.0.0/8', State, ...target }]),
  ];

  return {
    fail: [
      [
        'no endpoint at all',
        inventory({ ...used, vpcEndpoints: [] }),
        'vpc-1',
        {
          says: `vpc-1 has no interface endpoint for ${service}, and runs 1 workload`,
          requirements: [requirement],
          evidence: [
            `ec2:DescribeVpcEndpoints VpcEndpoints[VpcId=vpc-1, ServiceName=com.amazonaws.eu-west-1.${service}]=null`,
            'sagemaker:DescribeNotebookInstance nb-1: SubnetId="subnet-1"',
          ],
        },
      ],
      [
        'a job that may run in two subnets of the VPC is one workload',
        inventory({
          trainingJobs: [trainingJob('job-1', { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } })],
          subnets: [subnet(), subnet({ SubnetId: 'subnet-2' })],
          vpcEndpoints: [],
        }),
        'vpc-1',
        { says: 'runs 1 workload' },
      ],
      ['the other endpoint is no substitute', inventory({ ...used, vpcEndpoints: [vpcEndpoint(other)] }), 'vpc-1'],
      ['another service whose name begins alike', inventory({ ...used, vpcEndpoints: [vpcEndpoint(`${service}-tools`)] }), 'vpc-1'],
      [
        'another service whose name ends alike',
        inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { ServiceName: `com.amazonaws.eu-west-1.not-${service}` })] }),
        'vpc-1',
      ],
      ['in another VPC, with no way there', inventory({ ...central, routeTables: [mainTable()], privateHostedZones: [] }), 'vpc-1'],
      [
        'a zone leads to another VPC, and no way does',
        inventory({ ...central, routeTables: [mainTable()] }),
        'vpc-1',
        {
          says: 'what its name leads to elsewhere cannot be reached',
          path: ['subnet subnet-1', 'security-group-rule sg-1', 'route-table rtb-main'],
        },
      ],
      [
        'a zone holds the name and has no record for it',
        inventory({ ...central, privateHostedZones: [privateHostedZone('eu-west-1.amazonaws.com')] }),
        'vpc-1',
        { evidence: [`route53:ListResourceRecordSets ${host}="zone Z1 (eu-west-1.amazonaws.com) holds ${host} and has no record for it"`] },
      ],
      [
        'a way to other networks, which the groups of the workloads close',
        inventory({ ...used, vpcEndpoints: [], routeTables: outward({ TransitGatewayId: 'tgw-1' }) }),
        'vpc-1',
      ],
      [
        'no way out of the VPC: it does not matter what zones say, which were refused',
        inventory({ ...used, vpcEndpoints: [], privateHostedZones: refused('route53:ListHostedZonesByVPC') }),
        'vpc-1',
      ],
      ['a peering with a VPC that was read, and holds none', inventory({ ...central, vpcEndpoints: [], privateHostedZones: [] }), 'vpc-1'],
      [
        'of another Region',
        inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { ServiceName: `com.amazonaws.us-east-1.${service}` })] }),
        'vpc-1',
      ],
      [
        'not accepted yet',
        inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { State: 'pendingAcceptance' as 'PendingAcceptance' })] }),
        'vpc-1',
        { says: 'pendingAcceptance' },
      ],
      [
        'the way to other networks is dead',
        inventory({ ...used, vpcEndpoints: [], routeTables: outward({ TransitGatewayId: 'tgw-1' }, 'blackhole') }),
        'vpc-1',
      ],
      [
        'only a Studio domain runs in the VPC',
        inventory({ domains: [domain()], vpcEndpoints: [] }),
        'vpc-1',
        { evidence: ['sagemaker:DescribeDomain d-1: SubnetIds="subnet-1"'] },
      ],
    ],
    pass: [
      [
        'in another VPC, to which a private hosted zone leads (trap 20)',
        inventory(central),
        'vpc-1',
        {
          says: `vpc-1 reaches ${service} through vpce-central in another VPC`,
          path: [
            'subnet subnet-1',
            'security-group-rule sg-1',
            'route rtb-main',
            'network-acl-entry acl-1',
            'vpc-peering-connection pcx-1',
            'network-acl-entry acl-2',
            'security-group-rule sg-e',
            'network-interface vpce-central',
          ],
        },
      ],
      [
        'endpoint in the VPC',
        inventory(used),
        'vpc-1',
        { evidence: [`ec2:DescribeVpcEndpoints vpce-${dashed}: ServiceName, State="com.amazonaws.eu-west-1.${service}, available"`] },
      ],
      ['FIPS endpoint', inventory({ ...used, vpcEndpoints: [vpcEndpoint(`${service}-fips`)] }), 'vpc-1'],
      [
        'the name that China uses',
        inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { ServiceName: `cn.com.amazonaws.eu-west-1.${service}` })] }),
        'vpc-1',
      ],
      [
        'state with a capital, as the model of the SDK writes it',
        inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { State: 'Available' })] }),
        'vpc-1',
      ],
      [
        'a failed endpoint beside a working one',
        inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { State: 'failed' as 'Failed' }), vpcEndpoint(service)] }),
        'vpc-1',
      ],
    ],
    unknown: [
      [
        'a central endpoint may stand behind a transit gateway whose routes were refused',
        inventory({ ...used, ...unreadTransit, vpcEndpoints: [], routeTables: outward({ TransitGatewayId: 'tgw-1' }) }),
        'vpc-1',
        { says: 'one elsewhere may serve it', missing: ['ec2:SearchTransitGatewayRoutes'] },
      ],
      [
        '… or behind a peering that is not seen',
        inventory({ ...used, securityGroups: [outwardGroup], vpcEndpoints: [], routeTables: outward({ VpcPeeringConnectionId: 'pcx-1' }) }),
        'vpc-1',
        { says: 'pcx-1', missing: [] },
      ],
      [
        '… or on premises',
        inventory({ ...used, securityGroups: [outwardGroup], vpcEndpoints: [], routeTables: outward({ GatewayId: 'vgw-1' }) }),
        'vpc-1',
        { says: 'vgw-1', missing: [] },
      ],
      [
        'a central endpoint can be reached, and no zone leads to it: a Route 53 Profile may',
        inventory({ ...central, privateHostedZones: [] }),
        'vpc-1',
        { says: 'Route 53 Profile gives the name to vpce-central of vpc-2', missing: [] },
      ],
      [
        'zones refused',
        inventory({ ...central, privateHostedZones: refused('route53:ListHostedZonesByVPC') }),
        'vpc-1',
        { missing: ['route53:ListHostedZonesByVPC'] },
      ],
      [
        'a zone whose records another account keeps',
        inventory({ ...central, privateHostedZones: [privateHostedZone(host, refused('route53:ListResourceRecordSets'))] }),
        'vpc-1',
        { missing: ['route53:ListResourceRecordSets'] },
      ],
      [
        'a VPC owned by another account, whose endpoints its owner alone sees',
        inventory({ ...used, vpcEndpoints: [], subnets: [subnet({ OwnerId: '999988887777' })] }),
        'vpc-1',
        { says: 'belongs to 999988887777', missing: [] },
      ],
      [
        'endpoints refused',
        inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
        'vpc-1',
        { missing: ['ec2:DescribeVpcEndpoints'] },
      ],
      [
        'no endpoint, and route tables refused',
        inventory({ ...used, vpcEndpoints: [], securityGroups: [outwardGroup], routeTables: refused('ec2:DescribeRouteTables') }),
        'vpc-1',
        { missing: ['ec2:DescribeRouteTables'] },
      ],
      [
        'subnets refused: which VPCs run workloads?',
        inventory({ ...used, subnets: refused('ec2:DescribeSubnets') }),
        '111122223333',
        { missing: ['ec2:DescribeSubnets'] },
      ],
      [
        'a workload whose subnet could not be read',
        inventory({ models: [model('model-1', refused('sagemaker:DescribeModel'))] }),
        '111122223333',
        { missing: ['sagemaker:DescribeModel'] },
      ],
    ],
    silent: [['a VPC without workloads', inventory({ vpcEndpoints: [] })]],
  };
}
