import type { Evidence } from '../../core/evidence.ts';
import { defineCheck } from '../check.ts';
import { workforceSources, workforceSubjects } from '../subjects/workforce-sources.ts';
import { fail, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'workforce-outside-vpc',
  title: 'Workers reach data by the internet, from anywhere',
  severity: 'medium',
  family: 'vpc-placement',
  requirements: ['VPC-12'],
  controls: [],
  description:
    'A private workforce can be joined to a VPC, by whose endpoints its workers open tasks and their data; or its portal can be limited to narrow ' +
    'addresses. With neither, tasks and what they show travel over the internet to whoever holds a worker’s password.',
  remediation:
    'Can be changed in place: `aws sagemaker update-workforce --workforce-name … --workforce-vpc-config VpcId=…,Subnets=…,SecurityGroupIds=…`; SageMaker ' +
    'makes the endpoints itself, which takes some minutes. Or name the addresses with `--source-ip-config Cidrs=…`. Both together are best: the portal ' +
    'stays reachable from the internet until its addresses are limited.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/samurai-vpc-workforce.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateWorkforce.html',
  ],
  needs: ['workforces'],
  resources: ({ workforces, scope }) => workforceSubjects(workforces, scope),
  evaluate(workforce) {
    const vpcId = workforce.WorkforceVpcConfig?.VpcId;
    const { kind, evidence } = workforceSources(workforce);
    const vpc: Evidence = { source: 'sagemaker:ListWorkforces', path: 'WorkforceVpcConfig.VpcId', value: vpcId ?? null };
    if (vpcId !== undefined) return pass(`workers open tasks by endpoints in ${vpcId}`, [vpc, evidence]);
    if (kind === 'narrow') return pass('workers come from named addresses only', [vpc, evidence]);
    if (kind === 'unreadable') return unknown('some of the addresses are no blocks that this version can read', [vpc, evidence]);
    return fail('the workforce is in no VPC, and its workers come from any address', [vpc, evidence]);
  },
});
