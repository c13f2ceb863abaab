import check from '../../../src/checks/privatelink/sagemaker-endpoint-missing-zone.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, notebook, refused, subnet, trainingJob, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const zoneB = subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24', AvailabilityZone: 'eu-west-1b', AvailabilityZoneId: 'euw1-az2' });
const job = trainingJob('job-1', { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } });
const used = { trainingJobs: [job], subnets: [subnet(), zoneB] };
const api = (given: Parameters<typeof vpcEndpoint>[1] = {}) => vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', ...given });
const studio = vpcEndpoint('studio', { VpcEndpointId: 'vpce-1', ServiceName: 'aws.sagemaker.eu-west-1.studio' });

testCheck(check, {
  fail: [
    [
      'one zone of two',
      inventory({ ...used, vpcEndpoints: [api()] }),
      'vpce-1',
      {
        says: 'the endpoint for sagemaker.api has no interface in euw1-az2, where workloads may run',
        requirements: ['PL-7'],
        evidence: [
          'ec2:DescribeVpcEndpoints vpce-1: SubnetIds=["subnet-1"]',
          'ec2:DescribeSubnets subnet-2: AvailabilityZoneId="euw1-az2"',
        ],
      },
    ],
    [
      'a second endpoint, for another service',
      inventory({ ...used, vpcEndpoints: [api(), vpcEndpoint('sagemaker.runtime', { SubnetIds: ['subnet-2'] })] }),
      'vpce-1',
    ],
    [
      'a second endpoint that is gone',
      inventory({
        ...used,
        vpcEndpoints: [api(), api({ VpcEndpointId: 'vpce-2', SubnetIds: ['subnet-2'], State: 'deleted' as 'Deleted' })],
      }),
      'vpce-1',
    ],
    [
      'the endpoint of Studio, in a zone where apps may run',
      inventory({ domains: [domain('d-1', { SubnetIds: ['subnet-1', 'subnet-2'] })], subnets: used.subnets, vpcEndpoints: [studio] }),
      'vpce-1',
      { says: 'the endpoint for studio' },
    ],
  ],
  pass: [
    ['both zones', inventory({ ...used, vpcEndpoints: [api({ SubnetIds: ['subnet-1', 'subnet-2'] })] }), 'vpce-1'],
    [
      'another subnet of the same zone',
      inventory({ ...used, subnets: [subnet(), { ...zoneB, AvailabilityZoneId: 'euw1-az1' }], vpcEndpoints: [api()] }),
      'vpce-1',
    ],
    [
      'two endpoints share the zones',
      inventory({ ...used, vpcEndpoints: [api(), api({ VpcEndpointId: 'vpce-2', SubnetIds: ['subnet-2'] })] }),
      'vpce-1',
    ],
    [
      'a zone that no workload uses',
      inventory({ notebookInstances: [notebook()], subnets: used.subnets, vpcEndpoints: [api()] }),
      'vpce-1',
    ],
    [
      'the endpoint of Studio, and a job in another zone',
      inventory({ ...used, domains: [domain()], vpcEndpoints: [studio] }),
      'vpce-1',
      { says: 'in every zone in use' },
    ],
  ],
  unknown: [
    [
      'an interface in the zones that were seen, while a workload could not be read',
      inventory({
        ...used,
        trainingJobs: [trainingJob(), trainingJob('job-2', refused('sagemaker:DescribeTrainingJob'))],
        vpcEndpoints: [api()],
      }),
      'vpce-1',
      { missing: ['sagemaker:DescribeTrainingJob'] },
    ],
    [
      'subnets refused',
      inventory({ ...used, subnets: refused('ec2:DescribeSubnets'), vpcEndpoints: [api()] }),
      '111122223333',
      { missing: ['ec2:DescribeSubnets'] },
    ],
    ['AWS did not say', inventory({ ...used, vpcEndpoints: [api({ SubnetIds: undefined })] }), 'vpce-1', { missing: [] }],
    [
      'a subnet of the endpoint that is not seen',
      inventory({ ...used, vpcEndpoints: [api({ SubnetIds: ['subnet-1', 'subnet-9'] })] }),
      'vpce-1',
    ],
    [
      'domains refused',
      inventory({ notebookInstances: [notebook()], domains: refused('sagemaker:ListDomains'), vpcEndpoints: [studio] }),
      'vpce-1',
      { missing: ['sagemaker:ListDomains'] },
    ],
  ],
  'not-applicable': [
    ['not available', inventory({ ...used, vpcEndpoints: [api({ State: 'failed' as 'Failed' })] }), 'vpce-1'],
    ['the endpoint of Studio, without a domain', inventory({ ...used, vpcEndpoints: [studio] }), 'vpce-1'],
  ],
  silent: [['no endpoint', inventory({ ...used, vpcEndpoints: [] })]],
});
