import type { Described } from '../described.ts';

/**
 * The policy of a file system of a domain. `Policy` is its document, or `null` where it has none: then whoever reaches a mount target may mount it.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy
 */
export type FileSystemPolicy = Described<{ readonly FileSystemId: string }, { readonly Policy: string | null }>;
