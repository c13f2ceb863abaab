import { createHash } from 'node:crypto';
import type { Resource } from '../core/resource.ts';

/** SHA-256 over check id, account, Region and ARN: what makes two findings of two scans the same finding. */
export function fingerprint(checkId: string, resource: Resource): string {
  return createHash('sha256').update([checkId, resource.account, resource.region, resource.arn].join('\n')).digest('hex');
}
