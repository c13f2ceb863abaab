import { ask } from '../../iam/ask.ts';
import { defineCheck } from '../check.ts';
import { accessVerdict, worstAnswer } from '../subjects/access-verdict.ts';
import { executionRoleFacts, executionRoles } from '../subjects/execution-roles.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { strangerTags } from '../subjects/stranger-tags.ts';

/** A bucket that no policy can have meant. */
const object = 'zq7-of-somebody-else/data';

const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];

export default defineCheck({
  id: 'execution-role-reaches-all-buckets',
  title: 'Execution role may read or write every bucket of the account',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-16'],
  controls: [],
  description:
    'Code that acts with such a role reads the data of all other teams, and whatever else the account keeps in S3, or overwrites it: a training set, a ' +
    'model that is served, a log. Judged is the effect: whether `s3:GetObject`, `s3:PutObject` or `s3:DeleteObject` is allowed on a bucket of the account ' +
    'that no policy singles out, with no tags. Policies of the buckets and the endpoints on the way may still forbid it. Looked at are the roles that ' +
    `SageMaker may take on, and those that something names as its role. ${principalMethod}`,
  remediation:
    'Name the buckets and prefixes that the work needs in the policy of the role, and give no `s3:*` on `*`. Where buckets come and go, limit by prefix of the ' +
    'name. Policies of a role can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: executionRoleFacts,
  resources: ({ accountAuthorization, scope, across, ...facts }) => executionRoles(accountAuthorization, facts, scope, across),
  evaluate({ subject }, { scope, estate }) {
    const { caller } = subject.principal;
    const resource = `arn:${scope.partition}:s3:::${object}`;
    const regions = estate.places.filter(({ account }) => account === scope.account).map(({ region }) => region);
    return accessVerdict(
      subject,
      scope,
      (policies) => {
        const demands = strangerTags(policies);
        const place = { partition: scope.partition, regions };
        return worstAnswer(actions.map((action) => ask(policies, caller, { action, resource, examples: [resource], demands }, place)));
      },
      { what: 'read or write buckets that nobody named to it', held: 'cannot read or write buckets that nobody named to it' },
    );
  },
});
