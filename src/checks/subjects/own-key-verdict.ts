import type { Evidence } from '../../core/evidence.ts';
import { fail, notApplicable, pass, type Verdict } from '../verdict.ts';

/** What is encrypted, by which key, and where that was said. */
export interface Keyed {
  readonly key: string | undefined;
  readonly source: string;
  readonly path: string;
  /** In a sentence: `volume of the notebook`. */
  readonly what: string;
}

/** Is something encrypted with a key of the customer's? Without one SageMaker uses a key of AWS's. */
export function ownKeyVerdict({ key, source, path, what }: Keyed): Verdict {
  const evidence: Evidence = { source, path, value: key ?? null };
  if (key === undefined || key === '') return fail(`the ${what} is encrypted with a key of AWS’s, not with one of yours`, [evidence]);
  if (/(^|:)alias\/aws\//.test(key)) return fail(`the ${what} names a key that AWS manages`, [evidence]);
  return pass(`the ${what} is encrypted with a KMS key of yours`, [evidence]);
}

/**
 * Instance types with disks of their own, which encrypt themselves: a job or endpoint on them cannot be given a key.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html#instance-store-volumes
 */
const ownDisks = /^ml\.(?:[cmr]\d+[a-z]*d[a-z]*|g4dn|g5|g6|g6e|gr6|i\d[a-z]*|p3dn|p4de?|p5[a-z]*|p6[a-z0-9-]*|trn\d[a-z]*)\./;

/** Said where every instance has disks that take no key; undefined where a key could be given. */
export function takesNoKey(instanceTypes: readonly string[], source: string, path: string): Verdict | undefined {
  if (instanceTypes.length === 0 || !instanceTypes.every((type) => ownDisks.test(type))) return undefined;
  return notApplicable('its instances have disks that encrypt themselves and take no key', [{ source, path, value: [...instanceTypes] }]);
}
