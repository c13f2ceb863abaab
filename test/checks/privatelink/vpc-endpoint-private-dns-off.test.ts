import check from '../../../src/checks/privatelink/vpc-endpoint-private-dns-off.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { privateHostedZone } from '../../support/rows-names.ts';
import { dnsAttributes, notebook, refused, subnet, vpc, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const api = (given: Parameters<typeof vpcEndpoint>[1] = {}) => vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', ...given });
const resolving = (given: Parameters<typeof dnsAttributes>[1]) =>
  inventory({ ...used, vpcEndpoints: [api()], vpcDnsAttributes: [dnsAttributes('vpc-1', given)] });

const host = 'api.sagemaker.eu-west-1.amazonaws.com';
const toEndpoint = { DNSName: 'vpce-1-4ac1e6d2.api.sagemaker.eu-west-1.vpce.amazonaws.com.' };
const offWith = (privateHostedZones: NonNullable<Given['privateHostedZones']>, given: Given = {}) =>
  inventory({ ...used, vpcEndpoints: [api({ PrivateDnsEnabled: false })], privateHostedZones, ...given });

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
      'a zone of that name for another VPC',
      offWith([privateHostedZone(host, [{ Name: `${host}.`, Type: 'A', AliasTarget: toEndpoint }], { VpcId: 'vpc-2' })]),
      'vpce-1',
      { says: 'no private hosted zone stands for it' },
    ],
    [
      'a zone that leads elsewhere',
      offWith([privateHostedZone('eu-west-1.amazonaws.com', [])]),
      'vpce-1',
      { says: 'the private hosted zone for sagemaker.api leads to no endpoint' },
    ],
    [
      'a zone, in a VPC that knows no private names',
      offWith([privateHostedZone(host, [{ Name: `${host}.`, Type: 'A', AliasTarget: toEndpoint }])], {
        vpcDnsAttributes: [dnsAttributes('vpc-1', { hostnames: false })],
      }),
      'vpce-1',
      { evidence: [`route53:ListHostedZonesByVPC ${host}="vpc-1 has EnableDnsHostnames off: it knows no private names"`] },
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
  pass: [
    [
      'private DNS off, and a private hosted zone stands for the name (trap 19)',
      offWith([privateHostedZone(host, [{ Name: `${host}.`, Type: 'A', AliasTarget: toEndpoint }])]),
      'vpce-1',
      { says: 'a private hosted zone leads the name of sagemaker.api to an endpoint', requirements: ['PL-6'] },
    ],
    ['private DNS on, and the VPC resolves names', inventory({ ...used, vpcEndpoints: [api()] }), 'vpce-1'],
  ],
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
      'private DNS off, and zones refused',
      offWith(refused('route53:ListHostedZonesByVPC')),
      'vpce-1',
      { missing: ['route53:ListHostedZonesByVPC'] },
    ],
    [
      'private DNS off, and the records of the zone are another account’s',
      offWith([privateHostedZone(host, refused('route53:ListResourceRecordSets'))]),
      'vpce-1',
      { missing: ['route53:ListResourceRecordSets'] },
    ],
    [
      'private DNS off, and names are asked of servers of one’s own',
      offWith([], {
        vpcs: [vpc({ DhcpOptionsId: 'dopt-1' })],
        dhcpOptions: [{ DhcpOptionsId: 'dopt-1', DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [{ Value: '10.9.0.53' }] }] }],
      }),
      'vpce-1',
      { says: '10.9.0.53', missing: [] },
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
