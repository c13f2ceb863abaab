import { partition } from '@aws-sdk/core/client';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';

/** The partition of a Region: `aws`, `aws-cn`, `aws-us-gov` … */
export function partitionOf(region: string): string {
  return partition(region).name;
}

/** A Region of the partition that every account has, to ask for the identity where another Region refuses. */
export function homeRegionOf(region: string): string {
  const { implicitGlobalRegion } = partition(region) as { implicitGlobalRegion?: string };
  return implicitGlobalRegion ?? region;
}

/**
 * Refuses what is no AWS Region, by the SDK's own table, before any call is made to a host that does not exist.
 *
 * @throws MlsecError usage
 */
export function assertRegion(region: string): void {
  // The table describes each Region it lists; for anything else the SDK guesses a partition from the name.
  const listed = (partition(region) as { description?: string }).description !== undefined;
  if (!listed || region.endsWith('-global')) {
    throw new MlsecError(
      exitCode.usage,
      `unknown Region: ${region}`,
      'name a Region such as eu-west-1; --region can be given several times',
    );
  }
}
