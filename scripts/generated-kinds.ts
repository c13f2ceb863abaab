import type { AnyCheck } from '../src/checks/check.ts';
import type { AnyCollector } from '../src/collectors/collector.ts';
import { sectionCatalogue, sectionNames, type SectionName } from '../src/inventory/sections.ts';
import { kindsWithoutCheck } from './requirements/kinds-without-check.ts';

/** Which sections a check reads. */
export type Reading = Pick<AnyCheck, 'id' | 'needs' | 'consults' | 'across'>;
/** More checks than can be read in one cell; each names what it judges on its own page. */
const several = 6;

type Calling = Pick<AnyCollector, 'section' | 'actions'>;

/** Every kind of SageMaker resource, in the order in which an inventory holds them. */
export const kinds: readonly SectionName[] = sectionNames.filter((section) => sectionCatalogue[section].operation.startsWith('sagemaker:'));

/** The part of `docs/coverage.md` that says of each kind of resource how it is read, and which checks judge it. */
export function generatedKinds(checks: readonly Reading[], collectors: readonly Calling[]): string {
  return [
    '## Kinds of resources',
    '',
    'Everything of SageMaker that is read, by which calls, and the checks for which it is a resource to judge. Where there is none, the checks that it helps to',
    'decide stand in brackets, or the reason why there is nothing to ask.',
    '',
    '| kind | read by | Checks |',
    '| --- | --- | --- |',
    ...kinds.map((kind) => `| ${wordsOf(kind)} | ${callsFor(kind, collectors)} | ${answerFor(kind, checks)} |`),
    '',
  ].join('\n');
}

/** Does a check name or consult this kind? */
export function readersOf(
  kind: SectionName,
  checks: readonly Reading[],
): { readonly judging: readonly Reading[]; readonly consulting: readonly Reading[] } {
  const judging = checks.filter(({ needs }) => needs.includes(kind));
  const consulting = checks.filter((check) => !judging.includes(check) && [...check.consults, ...check.across].includes(kind));
  return { judging, consulting };
}

function answerFor(kind: SectionName, checks: readonly Reading[]): string {
  const { judging, consulting } = readersOf(kind, checks);
  if (judging.length > several) return `${judging.length} checks`;
  if (judging.length > 0) return judging.map(link).join(', ');
  if (consulting.length > 0) return `(${consulting.map(link).join(', ')})`;
  const { reason, source } = kindsWithoutCheck[kind] ?? { reason: 'open', source: undefined };
  return source === undefined ? reason : `none: ${reason} ([source](${source}))`;
}

function callsFor(kind: SectionName, collectors: readonly Calling[]): string {
  const actions = collectors.find(({ section }) => section === kind)?.actions ?? [];
  return actions.map((action) => action.replace('sagemaker:', '')).join(', ');
}

/** `hyperParameterTuningJobs` and `autoMLJobs` in words. */
function wordsOf(kind: SectionName): string {
  return kind
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
}

const link = ({ id }: Reading): string => `[${id}](checks/${id}.md)`;
