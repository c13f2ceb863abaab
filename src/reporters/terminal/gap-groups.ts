import { countOfReads, type ReportedGap } from '../../core/report.ts';

/** Gaps that one cause explains: the same call, refused in the same way, for want of the same permission. */
export interface GapGroup {
  readonly operation: string;
  readonly code: string;
  readonly permission: string;
  readonly count: number;
  /** What AWS said to the first of them. */
  readonly message: string;
  /** The names of the first resources that were asked about. */
  readonly resources: readonly string[];
  readonly resourceCount: number;
  readonly places: ReadonlySet<string>;
  readonly checks: readonly string[];
}

const namesKept = 3;

/** The groups that leave most checks without an answer come first. */
export function gapGroups(gaps: readonly ReportedGap[]): readonly GapGroup[] {
  const piles = new Map<string, ReportedGap[]>();
  for (const gap of gaps) {
    const key = [gap.operation, gap.code, gap.permission].join('\n');
    const pile = piles.get(key);
    if (pile === undefined) piles.set(key, [gap]);
    else pile.push(gap);
  }
  return [...piles.values()].map(groupOf).sort(mostAffectedFirst);
}

function groupOf(gaps: readonly ReportedGap[]): GapGroup {
  const { operation = '', code = '', permission = '', message = '' } = gaps[0] ?? {};
  const resources = [...new Set(gaps.flatMap(({ resource, examples = [] }) => resource ?? examples))].sort();
  const unnamed = gaps.reduce((sum, { count = 0, examples = [] }) => sum + Math.max(0, count - examples.length), 0);
  return {
    operation,
    code,
    permission,
    message,
    count: countOfReads(gaps),
    resources: resources.slice(0, namesKept).map(nameInArn),
    resourceCount: resources.length + (resources.length === 0 ? 0 : unnamed),
    places: new Set(gaps.map(({ account, region }) => `${account} ${region}`)),
    checks: [...new Set(gaps.flatMap(({ checks }) => checks))].sort(),
  };
}

/** `arn:aws:sagemaker:eu-west-1:111122223333:model/churn` → `churn`. */
function nameInArn(arn: string): string {
  return arn.replace(/^arn:(?:[^:]*:){4}(?:[^/:]*[/:])?/, '');
}

function mostAffectedFirst(a: GapGroup, b: GapGroup): number {
  return b.checks.length - a.checks.length || b.count - a.count || (a.operation < b.operation ? -1 : 1);
}
