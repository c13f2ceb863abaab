import type { Finding } from '../../core/finding.ts';
import { finishedWords } from '../../core/job-run.ts';
import type { ReportedCheck, StatusCounts } from '../../core/report.ts';
import { severities } from '../../core/severity.ts';
import { statuses, type Status } from '../../core/status.ts';
import { byName, merged, nothing, withResource, type Sample } from './sample.ts';

/** Resources of which a check says the very same thing. */
export interface Variant {
  /** The finding on the first of them by name. */
  readonly example: Finding;
  readonly sample: Sample;
  /** Do all of them have the evidence and the path of the example? */
  readonly sameProof: boolean;
}

/** What one check says with one status. */
export interface Group {
  readonly check: ReportedCheck;
  readonly status: Status;
  readonly count: number;
  /** Most resources first. */
  readonly variants: readonly Variant[];
  /** Resources of variants beyond those that are kept. */
  readonly others: Sample;
}

export interface CheckTally {
  readonly check: ReportedCheck;
  readonly counts: { readonly [K in Status]: number };
  /** Unknown findings on the account itself: resources that could not even be listed. In no count of resources. */
  readonly hidden: number;
  /** Types of the resources, as many as it takes to tell one from several. */
  readonly types: ReadonlySet<string>;
}

/** The verdicts of one account and Region. */
export interface PlaceTally {
  readonly account: string;
  readonly region: string;
  readonly counts: StatusCounts;
}

export interface Tally {
  readonly checks: readonly CheckTally[];
  /** Findings of the wanted statuses, the worst group first. */
  readonly groups: readonly Group[];
  /** Unknown findings that no failed read explains, by check. */
  readonly undecided: readonly Group[];
  readonly failuresShown: number;
  /** In the order in which they come. */
  readonly places: readonly PlaceTally[];
}

/** More than are shown, so that the largest ones are found among them even when they come late. */
const variantsKept = 40;
const keyLimit = 4_000;
const accountType = 'AWS::IAM::Account';

/**
 * One walk over the findings. What stays is bounded by the number of checks and places: a million findings take no more memory than a hundred.
 */
export function tally(checks: readonly ReportedCheck[], findings: Iterable<Finding>, wanted: ReadonlySet<Status>): Tally {
  const drawers = new Map(checks.map((check) => [check.id, new Drawer(check)]));
  const places = new Map<string, { account: string; region: string; counts: Mutable<StatusCounts> }>();
  for (const finding of findings) {
    const { account, region } = finding.resource;
    const key = `${account}\n${region}`;
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = { account, region, counts: { fail: 0, pass: 0, unknown: 0, notApplicable: 0 } }));
    place.counts[finding.status === 'not-applicable' ? 'notApplicable' : finding.status] += 1;
    const drawer = drawers.get(finding.checkId);
    if (drawer === undefined) throw new Error(`finding of a check that the report does not list: ${finding.checkId}`);
    drawer.put(finding, wanted);
  }
  const filled = [...drawers.values()];
  const groups = filled.flatMap((drawer) => drawer.groups()).sort(worstFirst);
  return {
    checks: filled.map((drawer) => drawer.tally()),
    groups,
    undecided: filled.flatMap((drawer) => drawer.undecided()).sort(worstFirst),
    failuresShown: groups.filter(({ status }) => status === 'fail').reduce((sum, { count }) => sum + count, 0),
    places: [...places.values()],
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is kept of one check while the findings pass by. */
class Drawer {
  readonly #check: ReportedCheck;
  readonly #counts: Record<Status, number> = { fail: 0, unknown: 0, pass: 0, 'not-applicable': 0 };
  #hidden = 0;
  readonly #types = new Set<string>();
  readonly #piles = new Map<Status | 'undecided', Pile>();

  constructor(check: ReportedCheck) {
    this.#check = check;
  }

  put(finding: Finding, wanted: ReadonlySet<Status>): void {
    const { status } = finding;
    this.#counts[status]++;
    if (status === 'unknown' && finding.resource.type === accountType) this.#hidden++;
    else if (this.#types.size < 2) this.#types.add(finding.resource.type);
    if (wanted.has(status)) this.#pile(status).add(finding);
    else if (status === 'unknown' && finding.missing.length === 0) this.#pile('undecided').add(finding);
  }

  tally(): CheckTally {
    return { check: this.#check, counts: this.#counts, hidden: this.#hidden, types: this.#types };
  }

  groups(): Group[] {
    return statuses.flatMap((status) => this.#group(status, status));
  }

  undecided(): Group[] {
    return this.#group('undecided', 'unknown');
  }

  #pile(name: Status | 'undecided'): Pile {
    const pile = this.#piles.get(name) ?? new Pile();
    this.#piles.set(name, pile);
    return pile;
  }

  #group(name: Status | 'undecided', status: Status): Group[] {
    const pile = this.#piles.get(name);
    if (pile === undefined) return [];
    const variants = pile.variants();
    const { others } = pile;
    return [{ check: this.#check, status, variants, others, count: merged([others, ...variants.map(({ sample }) => sample)]).count }];
  }
}

class Pile {
  others: Sample = nothing;
  readonly #variants = new Map<string, Variant>();

  add(finding: Finding): void {
    const key = reasonOf(finding).slice(0, keyLimit);
    const known = this.#variants.get(key);
    if (known !== undefined) this.#variants.set(key, joined(known, finding));
    else if (this.#variants.size < variantsKept) this.#variants.set(key, alone(finding));
    else this.others = withResource(this.others, finding.resource, finding.run);
  }

  variants(): readonly Variant[] {
    const all = [...this.#variants.values()];
    return all.sort((a, b) => b.sample.count - a.sample.count || byName(a.example.resource, b.example.resource));
  }
}

/** Why, and not when: jobs that run and jobs that are history share their reason, and the lines below it tell which is which. */
export function reasonOf({ message, run }: Finding): string {
  return run !== undefined && message.endsWith(finishedWords) ? message.slice(0, -finishedWords.length) : message;
}

function alone(finding: Finding): Variant {
  return { example: finding, sample: withResource(nothing, finding.resource, finding.run), sameProof: true };
}

function joined({ example, sample, sameProof }: Variant, finding: Finding): Variant {
  return {
    example: byName(finding.resource, example.resource) < 0 ? finding : example,
    sample: withResource(sample, finding.resource, finding.run),
    sameProof: sameProof && proofOf(example) === proofOf(finding),
  };
}

function proofOf({ evidence, path }: Finding): string {
  return JSON.stringify([evidence, path]);
}

function worstFirst(a: Group, b: Group): number {
  return (
    statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
    severities.indexOf(a.check.severity) - severities.indexOf(b.check.severity) ||
    b.count - a.count ||
    (a.check.id < b.check.id ? -1 : 1)
  );
}
