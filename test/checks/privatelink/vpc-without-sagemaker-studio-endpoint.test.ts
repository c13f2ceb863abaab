import check from '../../../src/checks/privatelink/vpc-without-sagemaker-studio-endpoint.ts';
import { unreadTransit } from '../../support/central-endpoint.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, mainTable, notebook, refused, securityGroup, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const named = (ServiceName: string) => vpcEndpoint('studio', { ServiceName });
const used = { domains: [domain()] };

testCheck(check, {
  fail: [
    [
      'no endpoint at all',
      inventory({ ...used, vpcEndpoints: [] }),
      'vpc-1',
      {
        says: 'vpc-1 has no interface endpoint for studio, and runs 1 workload',
        requirements: ['PL-3'],
        evidence: ['ec2:DescribeVpcEndpoints VpcEndpoints[VpcId=vpc-1, ServiceName=aws.sagemaker.eu-west-1.studio]=null'],
      },
    ],
    [
      'the endpoints of the API, the runtime and notebooks are no substitute',
      inventory({
        ...used,
        vpcEndpoints: [vpcEndpoint('sagemaker.api'), vpcEndpoint('sagemaker.runtime'), named('aws.sagemaker.eu-west-1.notebook')],
      }),
      'vpc-1',
    ],
    ['of another Region', inventory({ ...used, vpcEndpoints: [named('aws.sagemaker.us-east-1.studio')] }), 'vpc-1'],
    ['another service that ends alike', inventory({ ...used, vpcEndpoints: [named('com.amazonaws.eu-west-1.studio')] }), 'vpc-1'],
  ],
  pass: [['endpoint in the VPC', inventory({ ...used, vpcEndpoints: [named('aws.sagemaker.eu-west-1.studio')] }), 'vpc-1']],
  unknown: [
    [
      'a central endpoint may stand behind a transit gateway, whatever the groups of apps let out',
      inventory({
        ...used,
        ...unreadTransit,
        securityGroups: [securityGroup()],
        vpcEndpoints: [],
        routeTables: [mainTable([{ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1', State: 'active' }])],
      }),
      'vpc-1',
      { missing: ['ec2:SearchTransitGatewayRoutes'] },
    ],
    ['domains refused', inventory({ domains: refused('sagemaker:ListDomains') }), '111122223333', { missing: ['sagemaker:ListDomains'] }],
    [
      'a domain that could not be described',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      '111122223333',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  silent: [
    ['only notebook instances in the VPC', inventory({ notebookInstances: [notebook()], vpcEndpoints: [] })],
    [
      'the apps of a PublicInternetOnly domain are in no VPC of yours',
      inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })], vpcEndpoints: [] }),
    ],
  ],
});
