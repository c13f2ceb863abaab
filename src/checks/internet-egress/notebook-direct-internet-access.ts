import { known, need } from '../../inventory/fact.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';

export default defineCheck({
  id: 'notebook-direct-internet-access',
  title: 'Notebook instance has direct internet access',
  severity: 'high',
  family: 'internet-egress',
  requirements: ['EGR-1'],
  controls: [
    'SecurityHub/SageMaker.1',
    'Config/sagemaker-notebook-no-direct-internet-access',
    'NIST-800-53-r5/AC-4',
    'NIST-800-53-r5/SC-7',
    'PCI-DSS-4.0.1/1.4.4',
  ],
  description:
    'With direct internet access SageMaker gives the instance a network interface of its own to the internet. Even when the instance also has a subnet, ' +
    'everything but traffic to the VPC itself leaves that way, S3 through a gateway endpoint included: past your security groups, route tables, ' +
    'firewalls, endpoint policies and flow logs. It is on unless switched off.',
  remediation:
    'The setting is fixed when the instance is created, so the instance must be made anew. Save `/home/ec2-user/SageMaker` first, then run ' +
    '`aws sagemaker create-notebook-instance --direct-internet-access Disabled --subnet-id … --security-group-ids …`. The subnet needs VPC endpoints ' +
    '(or a filtered way out) for the SageMaker API, the runtime and S3.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-1',
  ],
  needs: ['notebookInstances'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook) {
    const { DirectInternetAccess, SubnetId } = need(notebook.detail);
    const evidence = { source, path: 'DirectInternetAccess', value: DirectInternetAccess ?? null };
    if (DirectInternetAccess === 'Disabled') return pass('notebook reaches nothing but through its subnet', [evidence]);
    // Absent means enabled: notebook instances have internet access by default (first reference).
    if (DirectInternetAccess === 'Enabled' || DirectInternetAccess === undefined) {
      const past = SubnetId === undefined ? '' : ', past its own subnet and security groups';
      return fail(`notebook has an interface of SageMaker's to the internet${past}`, [
        evidence,
        { source, path: 'SubnetId', value: SubnetId ?? null },
      ]);
    }
    return unknown(`this version does not know DirectInternetAccess=${String(DirectInternetAccess)}`, [evidence]);
  },
});
