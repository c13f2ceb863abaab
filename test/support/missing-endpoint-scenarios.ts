import { inventory } from './inventory.ts';
import { domain, mainTable, model, notebook, refused, subnet, trainingJob, vpcEndpoint } from './rows.ts';
import type { Scenarios } from './test-check.ts';

/** The question is the same for every SageMaker service, and so are the scenarios. */
export function missingEndpointScenarios(service: string, other: string, requirement: string): Scenarios {
  const dashed = service.replaceAll('.', '-');
  const used = { notebookInstances: [notebook()] };
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
      ['in another VPC, with no way there', inventory({ ...used, vpcEndpoints: [vpcEndpoint(service, { VpcId: 'vpc-2' })] }), 'vpc-1'],
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
        'a central endpoint may stand behind a transit gateway',
        inventory({ ...used, vpcEndpoints: [], routeTables: outward({ TransitGatewayId: 'tgw-1' }) }),
        'vpc-1',
        { says: 'behind tgw-1', missing: [] },
      ],
      [
        '… or a peering',
        inventory({ ...used, vpcEndpoints: [], routeTables: outward({ VpcPeeringConnectionId: 'pcx-1' }) }),
        'vpc-1',
        { says: 'behind pcx-1' },
      ],
      [
        '… or on premises',
        inventory({ ...used, vpcEndpoints: [], routeTables: outward({ GatewayId: 'vgw-1' }) }),
        'vpc-1',
        { says: 'behind vgw-1' },
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
        inventory({ ...used, vpcEndpoints: [], routeTables: refused('ec2:DescribeRouteTables') }),
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
