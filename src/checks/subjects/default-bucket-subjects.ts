import { known, missing, type Fact } from '../../inventory/fact.ts';
import { defaultBucket } from '../../inventory/default-bucket.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { WorkloadBucket } from '../../inventory/sections/workload-buckets.ts';
import type { Scope, Subject } from '../check.ts';
import { bucketResource } from './bucket-resource.ts';

/** The default bucket of SageMaker in the account and Region, whether or not anybody has made it. */
export function* defaultBucketSubjects(
  workloadBuckets: Fact<readonly WorkloadBucket[]>,
  scope: Scope,
): Generator<Fact<Subject<WorkloadBucket>>, void> {
  const name = defaultBucket(scope);
  const row = [...rowsToName(workloadBuckets)].find(({ summary }) => summary.Bucket === name);
  if (row !== undefined) yield known({ resource: bucketResource(name, scope), about: row });
  else if (!workloadBuckets.known) yield missing(workloadBuckets.gap);
}
