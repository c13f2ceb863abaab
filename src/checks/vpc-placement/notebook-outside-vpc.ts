import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';

export default defineCheck({
  id: 'notebook-outside-vpc',
  title: 'Notebook instance is in no VPC of yours',
  severity: 'high',
  family: 'vpc-placement',
  requirements: ['VPC-1'],
  controls: ['SecurityHub/SageMaker.2', 'Config/sagemaker-notebook-instance-inside-vpc', 'NIST-800-53-r5/AC-4', 'NIST-800-53-r5/SC-7'],
  description:
    'A notebook instance without a subnet has its only network interface in a VPC of SageMaker. No security group, network ACL, route table, ' +
    'flow log or firewall of yours sees its traffic, and whoever runs code in it can send anything anywhere.',
  remediation:
    'The subnet is fixed when the instance is created, so the instance must be made anew. Save `/home/ec2-user/SageMaker` first (the volume is deleted ' +
    'with the instance), then run `aws sagemaker create-notebook-instance` with `--subnet-id`, `--security-group-ids` and ' +
    '`--direct-internet-access Disabled`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-2',
  ],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook) {
    const { SubnetId } = need(notebook.detail);
    if (SubnetId === undefined) {
      return fail('notebook has no subnet: all its traffic leaves through a network of SageMaker that you neither see nor control', [
        { source, path: 'SubnetId', value: null },
      ]);
    }
    return pass(`notebook is in ${SubnetId}`, [{ source, path: 'SubnetId', value: SubnetId }]);
  },
});
