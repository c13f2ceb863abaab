import check from '../../../src/checks/vpc-placement/workload-in-one-zone.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { domain, endpoint, endpointConfig, model, refused, subnet } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const two = { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] };
const apart = [subnet(), subnet({ SubnetId: 'subnet-2', AvailabilityZone: 'eu-west-1b', AvailabilityZoneId: 'euw1-az2' })];
const served = (given: Given) => inventory({ endpoints: [endpoint()], endpointConfigs: [endpointConfig()], models: [model()], ...given });

testCheck(check, {
  fail: [
    ['endpoint, by its model', served({}), 'endpoint-1', { requirements: ['VPC-15'], says: 'euw1-az1 alone (through model-1)' }],
    [
      'two subnets in one zone',
      served({ models: [model('model-1', { VpcConfig: two })], subnets: [subnet(), subnet({ SubnetId: 'subnet-2' })] }),
      'endpoint-1',
    ],
    ['domain', inventory({ domains: [domain()] }), 'd-1'],
    [
      'configuration for components',
      served({
        endpointConfigs: [
          endpointConfig('config-1', { ProductionVariants: [{ VariantName: 'main' }], VpcConfig: { ...two, Subnets: ['subnet-1'] } }),
        ],
      }),
      'endpoint-1',
      { says: '(through config-1)' },
    ],
  ],
  pass: [
    ['two zones', served({ models: [model('model-1', { VpcConfig: two })], subnets: apart }), 'endpoint-1'],
    ['domain in two', inventory({ domains: [domain('d-1', { SubnetIds: two.Subnets })], subnets: apart }), 'd-1'],
  ],
  unknown: [
    ['a subnet is gone', served({ models: [model('model-1', { VpcConfig: two })] }), 'endpoint-1', { says: 'does not exist any more' }],
    ['model deleted', served({ models: [] }), 'endpoint-1'],
    ['subnets refused', served({ subnets: refused('ec2:DescribeSubnets') }), 'endpoint-1', { missing: ['ec2:DescribeSubnets'] }],
  ],
  'not-applicable': [
    ['in no VPC', served({ models: [model('model-1', { VpcConfig: undefined })] }), 'endpoint-1'],
    ['PublicInternetOnly', inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })] }), 'd-1'],
  ],
  silent: [['a model alone', inventory({ models: [model()] })]],
});
