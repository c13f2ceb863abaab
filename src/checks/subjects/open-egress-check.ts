import type { RequirementId } from '../../core/requirement.ts';
import type { IpFamily } from '../../network/address-set.ts';
import { groupFacts, groupSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { openGroupVerdict } from './open-group-verdict.ts';
import { securityGroupSubjects } from './security-group-subjects.ts';

/** What differs between the address families. */
export interface OpenEgress {
  readonly id: string;
  readonly title: string;
  readonly requirement: RequirementId;
  readonly ipFamily: IpFamily;
  /** The block that holds every address. */
  readonly any: string;
  /** What is easily overlooked in this family; one sentence or two. */
  readonly trap: string;
}

/** The check that the security groups of workloads are not open outwards in one address family. */
export function openEgressCheck({ id, title, requirement, ipFamily, any, trap }: OpenEgress) {
  return defineCheck({
    id,
    title,
    severity: 'medium',
    family: 'internet-egress',
    requirements: [requirement],
    controls: [],
    description:
      `Security groups are the last thing of yours that a packet passes on its way out. A group that lets traffic out to \`${any}\`, on whatever ` +
      `port, leaves the routes alone to keep data in. ${trap} A group counts as open when its rules admit more public addresses than any one ` +
      'network holds. Looked at: the groups that notebook instances, jobs, models, endpoints, Studio domains and their users carry, running or not.',
    remediation:
      'Change the group in place; rules apply to running interfaces at once. Add what is needed first (`aws ec2 authorize-security-group-egress`): ' +
      'TCP 443 to the security group of your interface endpoints and to the prefix list of S3, and the group itself for distributed jobs. Then ' +
      'remove the open rule with `aws ec2 revoke-security-group-egress`.',
    references: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    ],
    needs: groupSections,
    consults: [...groupFacts, 'securityGroups', 'prefixLists'],
    resources: (facts) => securityGroupSubjects(facts),
    evaluate: (group, { prefixLists }) => openGroupVerdict(group, 'IpPermissionsEgress', [ipFamily], prefixLists),
  });
}
