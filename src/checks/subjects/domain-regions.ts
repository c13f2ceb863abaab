import type { Gap } from '../../core/gap.ts';
import type { Estate } from '../../inventory/estate.ts';
import type { Scope } from '../check.ts';
import type { ReadAnswer } from './access-verdict.ts';
import { regionRows } from './region-rows.ts';

/** The Regions of an account in which there are Studio domains. */
export interface DomainRegions {
  readonly regions: readonly string[];
  /** `domain/d-…` of each. */
  readonly paths: readonly string[];
  /** Why it is not known whether there is any, where none was seen. */
  readonly gap: Gap | undefined;
}

/** Undefined where there is no domain. */
export function domainRegions(facts: { readonly estate: Estate<'domains'>; readonly scope: Scope }): DomainRegions | undefined {
  const all = regionRows(facts, 'domains');
  const found = all.filter(({ rows }) => rows.length > 0);
  const unread = all.filter(({ gap }) => gap !== undefined);
  if (found.length === 0 && unread.length === 0) return undefined;
  return {
    regions: (found.length > 0 ? found : unread).map(({ region }) => region),
    paths: found.flatMap(({ rows }) => rows.map(({ summary }) => `domain/${summary.DomainId ?? ''}`)),
    gap: found.length > 0 ? undefined : unread[0]?.gap,
  };
}

/** What is possible is unknown where it is not known whether there is anything to do it to. */
export function unlessUnread(answer: ReadAnswer, gap: Gap | undefined): ReadAnswer {
  if (gap === undefined || answer.kind === 'impossible') return answer;
  return { kind: 'unknown', reason: `${gap.operation} failed (${gap.code})`, gap };
}
