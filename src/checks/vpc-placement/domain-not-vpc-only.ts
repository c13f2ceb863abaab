import { known, need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { domainResource } from '../../workloads/domain-workload.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeDomain';

export default defineCheck({
  id: 'domain-not-vpc-only',
  title: 'Studio domain lets its apps use the internet past your VPC',
  severity: 'high',
  family: 'vpc-placement',
  requirements: ['VPC-2'],
  controls: ['Config/sagemaker-domain-in-vpc'],
  description:
    'In the mode PublicInternetOnly, which is the default, Studio apps run in a VPC of SageMaker with access to the internet; only the traffic to ' +
    'the file system of the domain uses your subnets. Code in a notebook can then send data anywhere, past your routes, security groups and ' +
    'endpoints. A VPC id on the domain changes nothing about that.',
  remediation:
    'Can be changed in place, once no app of the domain is running: delete the apps, then `aws sagemaker update-domain --domain-id … ' +
    '--app-network-access-type VpcOnly --default-user-settings SecurityGroups=…`; security groups are required in this mode. Not while the domain ' +
    'has RStudioServerPro. The subnets must be private and need endpoints for S3, the SageMaker API and runtime, and whatever else the apps use.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateDomain.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-domain-in-vpc.html',
  ],
  needs: ['domains'],
  *resources({ domains, scope }) {
    for (const domain of domains) yield known({ resource: domainResource(domain, scope), about: domain });
  },
  evaluate(domain) {
    const { AppNetworkAccessType } = need(domain.detail);
    const evidence = { source, path: 'AppNetworkAccessType', value: AppNetworkAccessType ?? null };
    if (AppNetworkAccessType === 'VpcOnly') return pass('apps of the domain have no network but its VPC', [evidence]);
    // Absent means PublicInternetOnly: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html
    if (AppNetworkAccessType === 'PublicInternetOnly' || AppNetworkAccessType === undefined) {
      return fail('apps of the domain reach the internet over a network of SageMaker', [evidence]);
    }
    return unknown(`this version does not know AppNetworkAccessType=${String(AppNetworkAccessType)}`, [evidence]);
  },
});
