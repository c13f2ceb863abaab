import { workloadFacts, workloadSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { openGroupVerdict } from '../subjects/open-group-verdict.ts';
import { securityGroupSubjects } from '../subjects/security-group-subjects.ts';

export default defineCheck({
  id: 'security-group-open-egress-ipv4',
  title: 'Security group of a workload is open to the internet outwards, IPv4',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-3'],
  controls: [],
  description:
    'Security groups are the last thing of yours that a packet passes on its way out. A group that lets traffic out to `0.0.0.0/0`, on whatever port, ' +
    'leaves the routes alone to keep data in. The rules of a group count together: `0.0.0.0/1` and `128.0.0.0/1` are as open as `0.0.0.0/0`. ' +
    'A group counts as open when its rules admit more public addresses than any one network holds. Looked at: the groups that notebook instances, ' +
    'training jobs, models and endpoints carry, running or not.',
  remediation:
    'Change the group in place; rules apply to running interfaces at once. Add what is needed first (`aws ec2 authorize-security-group-egress`): TCP 443 to ' +
    'the security group of your interface endpoints and to the prefix list of S3, and the group itself for distributed jobs. Then remove the open rule ' +
    'with `aws ec2 revoke-security-group-egress`.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
  ],
  needs: workloadSections,
  consults: [...workloadFacts, 'securityGroups', 'prefixLists'],
  resources: (facts) => securityGroupSubjects(facts),
  evaluate: (group, { prefixLists }) => openGroupVerdict(group, 'IpPermissionsEgress', [4], prefixLists),
});
