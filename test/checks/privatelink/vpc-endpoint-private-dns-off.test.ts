import check from '../../../src/checks/privatelink/vpc-endpoint-private-dns-off.ts';
import { inventory } from '../../support/inventory.ts';
import { dnsAttributes, notebook, refused, subnet, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const api = (given: Parameters<typeof vpcEndpoint>[1] = {}) => vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', ...given });
const resolving = (given: Parameters<typeof dnsAttributes>[1]) =>
  inventory({ ...used, vpcEndpoints: [api()], vpcDnsAttributes: [dnsAttributes('vpc-1', given)] });

testCheck(check, {
  fail: [
    [
      'private DNS off',
      inventory({ ...used, vpcEndpoints: [api({ PrivateDnsEnabled: false })] }),
      'vpce-1',
      {
        says: 'the name of sagemaker.api leads past the endpoint',
        requirements: ['PL-6'],
        evidence: ['ec2:DescribeVpcEndpoints vpce-1: PrivateDnsEnabled=false'],
      },
    ],
    [
      'the VPC resolves no names',
      resolving({ support: false }),
      'vpce-1',
      { evidence: ['ec2:DescribeVpcAttribute vpc-1: EnableDnsSupport.Value=false'] },
    ],
    ['the VPC gives no host names', resolving({ hostnames: false }), 'vpce-1', { says: 'EnableDnsHostnames' }],
    [
      'the endpoint of notebooks',
      inventory({ ...used, vpcEndpoints: [api({ ServiceName: 'aws.sagemaker.eu-west-1.notebook', PrivateDnsEnabled: false })] }),
      'vpce-1',
      { says: 'the name of notebook' },
    ],
  ],
  pass: [['private DNS on, and the VPC resolves names', inventory({ ...used, vpcEndpoints: [api()] }), 'vpce-1']],
  unknown: [
    ['attributes refused', resolving(refused('ec2:DescribeVpcAttribute')), 'vpce-1', { missing: ['ec2:DescribeVpcAttribute'] }],
    [
      'a shared VPC, whose attributes its owner alone sees',
      inventory({
        ...used,
        vpcEndpoints: [api()],
        subnets: [subnet({ OwnerId: '999988887777' })],
        vpcDnsAttributes: [],
      }),
      'vpce-1',
      { says: '999988887777', missing: [] },
    ],
    [
      'a state nobody has heard of',
      inventory({ ...used, vpcEndpoints: [api({ State: 'resting' as 'Failed' })] }),
      'vpce-1',
      { says: 'resting' },
    ],
    ['AWS did not say', inventory({ ...used, vpcEndpoints: [api({ PrivateDnsEnabled: undefined })] }), 'vpce-1', { missing: [] }],
    [
      'endpoints refused',
      inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      '111122223333',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
  ],
  'not-applicable': [
    [
      'an endpoint that is not accepted yet',
      inventory({ ...used, vpcEndpoints: [api({ State: 'pendingAcceptance' as 'PendingAcceptance', PrivateDnsEnabled: false })] }),
      'vpce-1',
    ],
  ],
  silent: [
    ['an endpoint in a VPC without workloads', inventory({ vpcEndpoints: [api({ PrivateDnsEnabled: false })] })],
    [
      'an endpoint of another service',
      inventory({ ...used, vpcEndpoints: [api({ ServiceName: 'com.amazonaws.eu-west-1.logs', PrivateDnsEnabled: false })] }),
    ],
    [
      'the gateway endpoint of S3, which has no DNS',
      inventory({
        ...used,
        vpcEndpoints: [api({ ServiceName: 'com.amazonaws.eu-west-1.s3', VpcEndpointType: 'Gateway', PrivateDnsEnabled: false })],
      }),
    ],
  ],
});
