import type { Evidence } from '../../core/evidence.ts';
import type { Gap } from '../../core/gap.ts';
import type { Fact } from '../../inventory/fact.ts';
import { bucketNamingSections } from '../../inventory/named-buckets.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { s3LocationsIn } from '../../inventory/s3-location.ts';
import { sectionCatalogue } from '../../inventory/sections.ts';
import { isWrittenTo } from '../../workloads/s3-direction.ts';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

/** The workloads that name a bucket. */
export interface BucketUsers {
  readonly count: number;
  /** The first few. */
  readonly evidence: readonly Evidence[];
}

interface Row {
  readonly summary: object;
  readonly detail: Fact<unknown>;
}

/** Any facts that hold the sections by whose rows buckets are named. */
export type NamingFacts = { readonly [section in (typeof bucketNamingSections)[number]]: Fact<Iterable<Row>> };

/**
 * Which workloads of an account and Region name which buckets, and the first gap behind which there may be more.
 *
 * @param only places that are written to, or all of them
 */
export function bucketUsers(
  facts: NamingFacts,
  only: 'written' | 'all',
): { readonly users: ReadonlyMap<string, BucketUsers>; readonly hidden: Gap | undefined } {
  const users = new Map<string, { count: number; evidence: Evidence[] }>();
  let hidden: Gap | undefined;
  for (const section of bucketNamingSections) {
    const fact = facts[section];
    if (!fact.known) hidden ??= fact.gap;
    for (const { summary, detail } of rowsToName(fact)) {
      if (!detail.known) hidden ??= detail.gap;
      else
        for (const [bucket, path] of bucketsOf(detail.value, only)) {
          const entry = users.get(bucket) ?? { count: 0, evidence: [] };
          users.set(bucket, entry);
          entry.count += 1;
          const { operation } = sectionCatalogue[section];
          if (entry.evidence.length < shown)
            entry.evidence.push({ source: describing(operation), path: `${nameOf(summary)}: ${path}`, value: bucket });
        }
    }
  }
  return { users, hidden };
}

/** The buckets that one row names, each once, with the field that does. */
function bucketsOf(detail: unknown, only: 'written' | 'all'): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { bucket, path } of s3LocationsIn(detail)) {
    if (only === 'written' && (!isWrittenTo(path) || isSwitchedOff(detail, path))) continue;
    if (!found.has(bucket)) found.set(bucket, path);
  }
  return found;
}

/** Captures may be described, and off. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html */
function isSwitchedOff(detail: unknown, path: string): boolean {
  const { DataCaptureConfig: capture } = detail as { readonly DataCaptureConfig?: { readonly EnableCapture?: boolean } };
  return path.startsWith('DataCaptureConfig.') && capture?.EnableCapture === false;
}

/** The rows of a list are explained by a description each. */
function describing(operation: string): string {
  return operation.replace(/:List(.*?)s$/, ':Describe$1');
}

/** As AWS names it in its list. */
function nameOf(summary: object): string {
  const named = Object.entries(summary).find(([member]) => member.endsWith('Name')) ?? Object.entries(summary)[0];
  return String(named?.[1] ?? '');
}
