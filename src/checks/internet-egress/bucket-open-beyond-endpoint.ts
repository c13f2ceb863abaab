import type { Evidence } from '../../core/evidence.ts';
import { anybodyIn } from '../../iam/anybody.ts';
import { bucketFromInternet, isWhateverAllows, type BucketCaller, type BucketPlace } from '../../iam/bucket-from-internet.ts';
import { callerClass } from '../../iam/caller-class.ts';
import { organizationControl } from '../../iam/organization-control.ts';
import { isExecutionRole } from '../../iam/passed-role.ts';
import { readPolicy, type Statement } from '../../iam/policy-document.ts';
import { principalsOf } from '../../iam/principals.ts';
import type { Answer } from '../../iam/solve.ts';
import { known, need } from '../../inventory/fact.ts';
import { bucketNamingSections } from '../../inventory/named-buckets.ts';
import { defineCheck } from '../check.ts';
import { bucketResource } from '../subjects/bucket-resource.ts';
import { bucketUsers } from '../subjects/bucket-users.ts';
import { executionFacts } from '../subjects/execution-callers.ts';
import { sayExample } from '../subjects/say-example.ts';
import { sayStatements } from '../subjects/say-statements.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 's3:GetBucketPolicy';
const actions = ['s3:GetObject', 's3:PutObject'] as const;

/** Enough to see what it is about. */
const named = 3;

export default defineCheck({
  id: 'bucket-open-beyond-endpoint',
  title: 'Bucket of workloads can be used from outside of any VPC',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-8'],
  controls: [],
  description:
    'Who has taken credentials of an execution role out of a notebook, or holds any others of the account, reads training data and models from ' +
    'anywhere, unless the policy of the bucket refuses what does not come by the expected endpoint or VPC. Asked is whether any request from an ' +
    'address of the internet is left undenied to an ordinary principal of the account; and, where the policy makes exceptions by role, tag or name, ' +
    'whether one of the roles that SageMaker runs as is among them, by its own policies together with that of the bucket and of the organization. ' +
    'Addresses that the policy singles out, and services of AWS, may be excepted.',
  remediation:
    'Change the policy of the bucket in place: deny `s3:*` to everybody with `StringNotEquals` on `aws:SourceVpce` (or `aws:SourceVpc`), sparing ' +
    'services of AWS with `"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}` and what they do for you with `aws:ViaAWSService`. Do not ' +
    'spare execution roles, and no tag that they can carry. The console shows no objects any more from outside.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ],
  needs: ['bucketPolicies'],
  consults: [...bucketNamingSections, ...executionFacts],
  *resources({ bucketPolicies, scope, ...facts }) {
    const { users } = bucketUsers(facts, 'all');
    for (const row of bucketPolicies) {
      const by = users.get(row.summary.Bucket);
      yield known({ resource: bucketResource(row.summary.Bucket, scope), about: { row, evidence: by?.evidence.slice(0, named) ?? [] } });
    }
  },
  evaluate({ row: { summary, detail }, evidence: users }, facts) {
    const { scope, accountAuthorization } = facts;
    const { Policy } = need(detail);
    const name = summary.Bucket;
    const evidence: Evidence = { source, path: 'Policy', value: Policy === null ? null : 'present' };
    const document = Policy === null ? undefined : readPolicy(Policy, 'resource');
    if (document?.kind === 'unreadable') return unknown(`the policy of the bucket ${document.reason}`, [evidence, ...users]);
    const control = organizationControl(facts, scope.account);
    const note = control.rcp === undefined ? '; a policy of the organization, which could not be read, may still refuse it' : '';
    const bucket: BucketPlace = {
      name,
      partition: scope.partition,
      region: summary.BucketRegion ?? scope.region,
      policy: document === undefined ? undefined : { name, document },
    };
    const organization = {
      ...(control.scp === undefined ? {} : { scp: control.scp }),
      ...(control.rcp === undefined ? {} : { rcp: control.rcp }),
    };
    const ordinary = answersFor(bucket, {
      caller: anybodyIn(scope.partition, scope.account, control.id),
      organization,
    });
    const [open] = possible(ordinary);
    if (open !== undefined) {
      const what = document === undefined ? 'the bucket has no policy' : 'the policy of the bucket does not refuse it';
      return fail(`${sayExample(open.example)} is left to who has the right to it: ${what}${note}`, [evidence, ...users]);
    }
    const statements = document?.statements ?? [];
    const doubts = ordinary.flatMap((answer) => (answer.kind === 'unknown' ? [answer.reason] : []));
    const classOf = callerClass([...statements, ...statementsOf(organization)]);
    if (classOf !== undefined) {
      /** Whether anybody of a class is spared at all, whatever its own policies say. */
      const spared = new Map<string, boolean>();
      for (const { name: role, caller: found, policies } of principalsOf(need(accountAuthorization)).filter(isExecutionRole)) {
        const caller = { ...found, organization: control.id };
        const key = classOf(caller);
        if (!spared.has(key))
          spared.set(
            key,
            answersFor(bucket, { caller, organization }).some(({ kind }) => kind !== 'impossible'),
          );
        if (spared.get(key) !== true) continue;
        const answers = answersFor(bucket, { caller, policies, organization });
        const [way] = possible(answers);
        if (way !== undefined) {
          return fail(`the policy of the bucket spares the role ${role}, as which SageMaker runs: ${sayExample(way.example)}${note}`, [
            { source, path: sayStatements(way.by), value: sayExample(way.example) },
            evidence,
            ...users,
          ]);
        }
        doubts.push(...answers.flatMap((answer) => (answer.kind === 'unknown' ? [`${role}: ${answer.reason}`] : [])));
      }
    }
    const [doubt] = doubts;
    if (doubt !== undefined) {
      const gaps = control.gap === undefined ? [] : [control.gap];
      return unknown(`cannot tell whether objects can be had from the internet: ${doubt}`, [evidence, ...users], [], gaps);
    }
    const by = ordinary.flatMap((answer) => (answer.kind === 'impossible' ? answer.by.filter((ref) => !isWhateverAllows(ref)) : []));
    return pass('no object can be read or written from the internet, whoever of the account asks', [
      { source, path: sayStatements(by), value: 'denies it' },
      ...users,
    ]);
  },
});

/** What the organization says counts as well: it may spare some. */
function statementsOf({ scp = [], rcp = [] }: BucketCaller['organization']): readonly Statement[] {
  return [...scp, ...rcp].flat().flatMap(({ document }) => (document.kind === 'read' ? document.statements : []));
}

function answersFor(bucket: BucketPlace, asked: BucketCaller): readonly Answer[] {
  return actions.map((action) => bucketFromInternet(bucket, action, asked));
}

function possible(answers: readonly Answer[]): readonly Extract<Answer, { kind: 'possible' }>[] {
  return answers.flatMap((answer) => (answer.kind === 'possible' ? [answer] : []));
}
