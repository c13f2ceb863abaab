/** Something that AWS would not tell us, or that we could not understand. It describes itself, so that it can be reported alone. */
export interface Gap {
  /** The API action that failed, such as `sagemaker:DescribeModel`. */
  readonly operation: string;
  /** AWS's error code, or one of our own (`Timeout`, `NotCollected`, `RepeatedPageToken` …). */
  readonly code: string;
  readonly message: string;
  /** The IAM permission that would have answered. */
  readonly permission: string;
  readonly account: string;
  readonly region: string;
  /** The ARN that was asked about; `null` where the call concerned no single resource. */
  readonly resource: string | null;
}

/** Identity of a gap within one inventory: one call, asked once. */
export function gapKey(gap: Gap): string {
  return [gap.account, gap.region, gap.operation, gap.resource ?? ''].join('\n');
}

/** What failed alike in one account and Region: the same call, refused in the same way, for want of the same permission. */
export function gapGroupKey({ account, region, operation, code, permission }: Gap): string {
  return [account, region, operation, code, permission].join('\n');
}
