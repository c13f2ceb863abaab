import type { Session } from '../aws/session.ts';
import type { Described } from '../inventory/described.ts';
import { known, missing } from '../inventory/fact.ts';
import { rowsInMemory } from '../inventory/row-sink.ts';
import type { SectionName } from '../inventory/sections.ts';
import type { Selected, Shape } from '../inventory/stored.ts';
import type { CollectOptions, EarlierFacts } from './collector.ts';
import type { History } from './job-history.ts';
import { notAsked } from './not-asked.ts';
import { isChildless, type Parent } from './parent.ts';
import { readResources } from './read-resources.ts';
import type { ResourcePlan } from './resource-plan.ts';

/**
 * The collector of a kind of resource that one call lists and another describes; where its parents are known to be none, nothing is asked.
 */
export function sagemakerResources<
  const K extends SectionName,
  P extends { NextToken?: string | undefined },
  Summary,
  Detail,
  const SS extends Shape<Summary>,
  const DS extends Shape<Detail>,
  Found,
>(plan: ResourcePlan<K, P, Summary, Detail, SS, DS, Found> & { readonly onlyWith?: Parent }) {
  return {
    section: plan.section,
    after: plan.onlyWith === undefined ? [] : [plan.onlyWith.section],
    actions: actionsOf(plan),
    async collect(session: Session, options: CollectOptions, earlier: EarlierFacts) {
      if (isChildless(plan.onlyWith, earlier)) return notAsked(plan.list, plan.onlyWith.otherwise);
      const sink = rowsInMemory<Described<Selected<Summary, SS>, Selected<Detail, DS>>>();
      const { listGap, ledger, notes } = await readResources(plan, undefined, session, options, sink);
      const rows = sink.rows();
      return { fact: listGap === undefined ? known(rows) : missing(listGap, rows), ledger, notes };
    },
  };
}

/** The collector of jobs, of which a history piles up: only recent and running ones are explained, and there may be more than memory holds. */
export function sagemakerJobs<
  const K extends SectionName,
  P extends { NextToken?: string | undefined },
  Summary,
  Detail,
  const SS extends Shape<Summary>,
  const DS extends Shape<Detail>,
  Found,
>(plan: ResourcePlan<K, P, Summary, Detail, SS, DS, Found> & { readonly history: History<Selected<Summary, SS>> }) {
  return {
    section: plan.section,
    after: [] as const,
    actions: actionsOf(plan),
    async collect(session: Session, options: CollectOptions) {
      const sink = (options.openRows ?? rowsInMemory)<Described<Selected<Summary, SS>, Selected<Detail, DS>>>();
      const { listGap, ledger, notes } = await readResources(plan, plan.history, session, options, sink);
      const rows = sink.rows();
      return { fact: listGap === undefined ? known(rows) : missing(listGap, rows), ledger, notes };
    },
  };
}

interface Calls {
  readonly list: `sagemaker:${string}`;
  readonly describe: `sagemaker:${string}`;
  readonly search?: unknown;
}

function actionsOf({ list, describe, search }: Calls): readonly `sagemaker:${string}`[] {
  return search === undefined ? [list, describe] : [list, describe, 'sagemaker:Search'];
}
