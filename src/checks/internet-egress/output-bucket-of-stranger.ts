import { organizationControl } from '../../iam/organization-control.ts';
import { known, missing, need, type Fact } from '../../inventory/fact.ts';
import { bucketNamingSections } from '../../inventory/named-buckets.ts';
import type { Bucket } from '../../inventory/sections/buckets.ts';
import { defineCheck } from '../check.ts';
import { bucketResource } from '../subjects/bucket-resource.ts';
import { bucketUsers } from '../subjects/bucket-users.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 's3:HeadBucket';

export default defineCheck({
  id: 'output-bucket-of-stranger',
  title: 'Results of workloads go to a bucket of another account, or of nobody',
  severity: 'high',
  family: 'internet-egress',
  requirements: ['EGR-10'],
  controls: [],
  description:
    'Endpoints can be told to capture every request and answer, and jobs to write their results, anywhere in S3: with one changed field data flows ' +
    'to somebody else, by SageMaker’s own hand, past every security group. And a bucket that is gone leaves a name that anybody can take. ' +
    'Looked at: every bucket that outputs, captures, asynchronous answers, checkpoints, profiles, offline stores and shared notebooks are ' +
    'written to. It must be the account’s own, or an audited account’s. Whose any other bucket is, S3 does not tell: in an organization it may be a ' +
    'sister account’s, which an audit of that account settles.',
  remediation:
    'Create an endpoint configuration with a destination of your own and update the endpoint to it; jobs are made anew from corrected ' +
    'templates. Deny execution roles buckets of other accounts (`aws:ResourceAccount`, or `aws:ResourceOrgID`), and name the expected owner in the policy ' +
    'of the endpoint for S3.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-create-endpoint.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
  ],
  needs: ['workloadBuckets'],
  consults: [...bucketNamingSections, 'organization', 'organizationRoots', 'organizationTargets', 'organizationPolicies'],
  across: ['buckets'],
  *resources({ workloadBuckets, scope, ...facts }) {
    const { users, hidden } = bucketUsers(facts, 'written');
    if (hidden !== undefined) yield missing<never>(hidden);
    for (const bucket of workloadBuckets) {
      const by = users.get(bucket.summary.Bucket);
      if (by !== undefined) yield known({ resource: bucketResource(bucket.summary.Bucket, scope), about: { bucket, by } });
    }
  },
  evaluate({ bucket: { summary, detail }, by }, facts) {
    const { scope, estate } = facts;
    const { Owned, Exists } = need(detail);
    const used = by.count === 1 ? '1 workload writes to it' : `${by.count} workloads write to it`;
    const evidence = { source, path: `${summary.Bucket}: owner`, value: Owned ? 'this account' : null };
    if (Owned) return pass(`the bucket is the account’s own; ${used}`, [evidence, ...by.evidence]);
    if (Exists === false) {
      return fail(`nobody has the bucket: whoever makes it is sent the data; ${used}`, [evidence, ...by.evidence]);
    }
    const accounts = new Map(estate.places.map((place) => [place.account, estate.fact(place, 'buckets')]));
    const owner = ownerAmong(summary.Bucket, accounts);
    if (owner !== undefined) {
      const own = { source: 's3:ListBuckets', path: `${owner}: Buckets`, value: summary.Bucket };
      return pass(`the bucket is of the audited account ${owner}; ${used}`, [own, ...by.evidence]);
    }
    for (const buckets of accounts.values()) need(buckets);
    const { id, gap } = organizationControl(facts, scope.account);
    if (id === null) {
      const whose = Exists === true ? 'the bucket is another account’s' : 'the bucket is another account’s, or nobody’s';
      return fail(`${whose}, and this account is in no organization; ${used}`, [evidence, ...by.evidence]);
    }
    const where = id === undefined ? 'the organization, which could not be read' : `the organization ${id}`;
    return unknown(
      `the bucket is not of an audited account; whether it is of an account in ${where}, S3 does not tell; ${used}`,
      [evidence, ...by.evidence],
      [],
      gap === undefined ? [] : [gap],
    );
  },
});

function ownerAmong(name: string, accounts: ReadonlyMap<string, Fact<readonly Bucket[]>>): string | undefined {
  for (const [account, buckets] of accounts) {
    const rows = buckets.known ? buckets.value : (buckets.partial ?? []);
    if (rows.some(({ Name }) => Name === name)) return account;
  }
  return undefined;
}
