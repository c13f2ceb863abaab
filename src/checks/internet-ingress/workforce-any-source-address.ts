import { defineCheck } from '../check.ts';
import { workforceSources, workforceSubjects } from '../subjects/workforce-sources.ts';
import { fail, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'workforce-any-source-address',
  title: 'Workers sign in to the labeling portal from any address',
  severity: 'medium',
  family: 'internet-ingress',
  requirements: ['ING-7'],
  controls: [],
  description:
    'Workers of a private workforce see the data that they label in a portal on the internet. Unless SourceIpConfig names their addresses, a stolen ' +
    'password opens it from anywhere. A VPC for the workforce does not close it: the portal stays reachable until its addresses are limited. A list counts ' +
    'as open when its blocks together hold more public addresses than any one network has.',
  remediation:
    'Can be changed in place: `aws sagemaker update-workforce --workforce-name … --source-ip-config Cidrs=203.0.113.0/24`, with up to ten blocks from ' +
    'which workers come, such as those of the office or the VPN.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SourceIpConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/samurai-vpc-worker-portal.html',
  ],
  needs: ['workforces'],
  resources: ({ workforces, scope }) => workforceSubjects(workforces, scope),
  evaluate(workforce) {
    const { kind, evidence } = workforceSources(workforce);
    if (kind === 'anywhere') return fail('workers sign in from any address', [evidence]);
    if (kind === 'open') return fail('the addresses from which workers sign in are as many as the internet has', [evidence]);
    if (kind === 'unreadable') return unknown('some of the addresses are no blocks that this version can read', [evidence]);
    return pass('workers sign in from named addresses only', [evidence]);
  },
});
