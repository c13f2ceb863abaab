import type { BucketFixture } from '../test/support/aws/buckets.ts';
import type { HostedZoneFixture } from '../test/support/aws/further-resources.ts';
import type { RegionFixture } from '../test/support/aws/account.ts';

/** A section with something to count. */
export interface Counted {
  /** What of the section an account holds. */
  readonly fill: (count: number) => RegionFixture;
  /** The fewest calls with which AWS tells all that is asked about so many, together with those that say that they are there. */
  readonly fewest: (count: number) => number;
  readonly why: string;
  /** Buckets of the account, which no Region holds. */
  readonly buckets?: (count: number) => readonly BucketFixture[];
  /** Zones of the account, which belong to no Region. */
  readonly zones?: (count: number) => readonly HostedZoneFixture[];
}

export const pages = (count: number, size: number): number => Math.max(1, Math.ceil(count / size));
export const names = (count: number, prefix: string): readonly string[] => Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
export const id = (prefix: string, at: number): string => `${prefix}-0${at.toString(16).padStart(16, '0')}`;

export const described: Pick<Counted, 'fewest' | 'why'> = {
  fewest: (count) => pages(count, 100) + count,
  why: 'a list of 100 names; all else is in the description',
};

export const listed = (size: number): Pick<Counted, 'fewest' | 'why'> => ({
  fewest: (count) => pages(count, size),
  why: `a list of ${size} tells all`,
});
