import type { JobRun } from '../../core/job-run.ts';
import type { Resource } from '../../core/resource.ts';

/** How many resources there are, and the first few of them by name; jobs by what they were made from. */
export interface Sample {
  readonly count: number;
  /** Resources that are no jobs, or that nothing is told of. */
  readonly first: readonly Resource[];
  readonly templates: ReadonlyMap<string, TemplateRuns>;
  /** Jobs that are history, of all that were counted. */
  readonly finished: number;
}

/** The jobs that were made from one template. */
export interface TemplateRuns {
  readonly template: string;
  readonly finished: number;
  readonly running: number;
  /** The first of them by name. */
  readonly example: Resource;
}

/** More than any list shows. */
const kept = 12;
/** So many that the largest is found among them in any ordinary account. */
const templatesKept = 60;

export const nothing: Sample = { count: 0, first: [], templates: new Map(), finished: 0 };

/** One more resource. The list stays sorted and short, in whatever order they come. */
export function withResource(sample: Sample, resource: Resource, run?: JobRun): Sample {
  const counted = { ...sample, count: sample.count + 1, finished: sample.finished + (run?.finished === true ? 1 : 0) };
  if (run !== undefined && run.template !== '') {
    const one = { template: run.template, finished: run.finished ? 1 : 0, running: run.finished ? 0 : 1, example: resource };
    return { ...counted, templates: withRuns(sample.templates, [one]) };
  }
  const { first } = sample;
  const last = first.at(-1);
  if (last !== undefined && first.length === kept && byName(last, resource) <= 0) return counted;
  return { ...counted, first: [...first, resource].sort(byName).slice(0, kept) };
}

function withRuns(templates: Sample['templates'], more: Iterable<TemplateRuns>): Sample['templates'] {
  const all = new Map(templates);
  for (const runs of more) {
    const key = `${runs.example.account}\n${runs.example.region}\n${runs.template}`;
    const known = all.get(key);
    if (known !== undefined) all.set(key, joined(known, runs));
    else if (all.size < templatesKept) all.set(key, runs);
  }
  return all;
}

function joined(a: TemplateRuns, b: TemplateRuns): TemplateRuns {
  const example = byName(b.example, a.example) < 0 ? b.example : a.example;
  return { template: a.template, finished: a.finished + b.finished, running: a.running + b.running, example };
}

export function merged(samples: readonly Sample[]): Sample {
  return {
    count: samples.reduce((sum, { count }) => sum + count, 0),
    first: samples
      .flatMap(({ first }) => first)
      .sort(byName)
      .slice(0, kept),
    templates: withRuns(
      new Map(),
      samples.flatMap(({ templates }) => [...templates.values()]),
    ),
    finished: samples.reduce((sum, { finished }) => sum + finished, 0),
  };
}

/** What still runs first, then what ran most often. */
export function byRuns(a: TemplateRuns, b: TemplateRuns): number {
  return Math.sign(b.running) - Math.sign(a.running) || b.finished + b.running - a.finished - a.running || byName(a.example, b.example);
}

export function byName(a: Resource, b: Resource): number {
  return compare(a.name, b.name) || compare(a.account, b.account) || compare(a.region, b.region) || compare(a.arn, b.arn);
}

/** By code unit: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
