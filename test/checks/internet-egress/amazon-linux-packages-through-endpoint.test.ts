import { readFileSync } from 'node:fs';
import check from '../../../src/checks/internet-egress/amazon-linux-packages-through-endpoint.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const gateway = (PolicyDocument: string | undefined) =>
  inventory({ ...used, vpcEndpoints: [vpcEndpoint('s3', { VpcEndpointId: 'vpce-s3', VpcEndpointType: 'Gateway', PolicyDocument })] });
const policy = (...Statement: readonly object[]) => gateway(JSON.stringify({ Version: '2012-10-17', Statement }));
const source = 'ec2:DescribeVpcEndpoints';

function published(file: string): object {
  const text = readFileSync(new URL(`../../../fixtures/policies/published/sagemaker/${file}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly Statement: readonly [object] }).Statement[0];
}

testCheck(check, {
  fail: [
    ['the default policy', gateway(undefined), 'vpce-s3', { says: 'all repositories', requirements: ['EGR-6'] }],
    [
      // fixtures/policies/published/README.md: the patterns do not hold three of the buckets.
      'both of AWS’s examples, merged, with an Allow',
      policy(all, published('endpoint-policy-s3-no-amazon-linux'), published('endpoint-policy-s3-no-amazon-linux-2')),
      'vpce-s3',
      {
        says: 'amazonlinux-2-repos-eu-west-1, al2023-repos-eu-west-1-de612dc2, al2023-eu-west-1',
        evidence: [`${source} statement 1 of policy vpce-s3="s3:GetObject on amazonlinux-2-repos-eu-west-1"`],
      },
    ],
    ['named on purpose', policy({ ...all, Action: 's3:GetObject', Resource: 'arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/*' }), 'vpce-s3'],
    [
      'whoever has credentials of this account, to any bucket',
      policy({ ...all, Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
      'vpce-s3',
    ],
  ],
  pass: [
    [
      'own buckets alone',
      policy({ ...all, Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } }),
      'vpce-s3',
      { requirements: ['EGR-6'] },
    ],
    ['AWS’s example as it is printed, which allows nothing', policy(published('endpoint-policy-s3-no-amazon-linux')), 'vpce-s3'],
    [
      'all six denied',
      policy(all, {
        ...all,
        Effect: 'Deny',
        Action: 's3:GetObject',
        Resource: ['packages.*', 'repo.*', 'amazonlinux.*', 'amazonlinux-2-repos-*', 'al2023-*'].map((name) => `arn:aws:s3:::${name}/*`),
      }),
      'vpce-s3',
    ],
  ],
  unknown: [
    ['no JSON', gateway('{'), 'vpce-s3', { missing: [] }],
    ['an operator nobody has heard of', policy({ ...all, Condition: { StringResembles: { 'aws:PrincipalAccount': '1' } } }), 'vpce-s3'],
    [
      'endpoints refused',
      inventory({ ...used, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      '111122223333',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
  ],
  'not-applicable': [
    ['an interface endpoint', inventory({ ...used, vpcEndpoints: [vpcEndpoint('s3', { VpcEndpointId: 'vpce-i' })] }), 'vpce-i'],
  ],
});
