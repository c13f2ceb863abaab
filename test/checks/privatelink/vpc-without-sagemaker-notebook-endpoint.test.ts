import check from '../../../src/checks/privatelink/vpc-without-sagemaker-notebook-endpoint.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, notebook, refused, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const named = (ServiceName: string) => vpcEndpoint('notebook', { ServiceName });
const used = { notebookInstances: [notebook()] };

testCheck(check, {
  fail: [
    [
      'no endpoint at all',
      inventory({ ...used, vpcEndpoints: [] }),
      'vpc-1',
      {
        says: 'vpc-1 has no interface endpoint for notebook, and runs 1 workload',
        requirements: ['PL-4'],
        evidence: ['ec2:DescribeVpcEndpoints VpcEndpoints[VpcId=vpc-1, ServiceName=aws.sagemaker.eu-west-1.notebook]=null'],
      },
    ],
    ['the endpoint of Studio is no substitute', inventory({ ...used, vpcEndpoints: [named('aws.sagemaker.eu-west-1.studio')] }), 'vpc-1'],
  ],
  pass: [['endpoint in the VPC', inventory({ ...used, vpcEndpoints: [named('aws.sagemaker.eu-west-1.notebook')] }), 'vpc-1']],
  unknown: [
    [
      'notebook instances refused',
      inventory({ notebookInstances: refused('sagemaker:ListNotebookInstances') }),
      '111122223333',
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
    ['endpoints refused', inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }), 'vpc-1'],
  ],
  silent: [
    ['only a domain in the VPC', inventory({ domains: [domain()], vpcEndpoints: [] })],
    ['a notebook instance in no VPC', inventory({ notebookInstances: [notebook('nb-1', { SubnetId: undefined })], vpcEndpoints: [] })],
  ],
});
