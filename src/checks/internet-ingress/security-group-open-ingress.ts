import { groupFacts, groupSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { openGroupVerdict } from '../subjects/open-group-verdict.ts';
import { securityGroupSubjects } from '../subjects/security-group-subjects.ts';

export default defineCheck({
  id: 'security-group-open-ingress',
  title: 'Security group of a workload is open to the internet inwards',
  severity: 'high',
  family: 'internet-ingress',
  requirements: ['ING-1'],
  controls: [],
  description:
    'Nothing needs to reach a SageMaker interface from the internet: users come through the service. A group that admits `0.0.0.0/0` or `::/0`, on whatever ' +
    'port, admits every host that has any path to the interface, other users and peered networks included, and AWS warns that applications of one ' +
    'user then answer to others without authentication. Rules count together, IPv4 and IPv6.',
  remediation:
    'Change the group in place; rules apply to running interfaces at once. Remove the open rule with `aws ec2 revoke-security-group-ingress`. Distributed jobs ' +
    'and Studio need traffic only from the group itself: admit that with a rule that names the group.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
  ],
  needs: groupSections,
  consults: [...groupFacts, 'securityGroups', 'prefixLists'],
  resources: (facts) => securityGroupSubjects(facts),
  evaluate: (group, { prefixLists }) => openGroupVerdict(group, 'IpPermissions', [4, 6], prefixLists),
});
