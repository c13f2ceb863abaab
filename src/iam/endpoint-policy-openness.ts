import { matchesGlob } from './glob.ts';
import type { Condition, Listed, Statement } from './policy-document.ts';

/** Whether an endpoint policy lets anybody do anything with any resource of a service. */
export type Openness =
  /** This statement does, and nothing takes it back. */
  | { readonly kind: 'open'; readonly statement: number }
  /** What it allows is limited, by this. */
  | { readonly kind: 'limited'; readonly by: string }
  /** Why it cannot be told. */
  | { readonly kind: 'undecided'; readonly reason: string };

/** Keys that say whose the caller or the resource is. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const trustKeys = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:resourceaccount',
]);

/** Keys that whatever comes through the endpoint satisfies: it says where a request comes from, not whose it is. */
const idleKeys = new Set(['aws:sourcevpc', 'aws:sourcevpce', 'aws:securetransport']);

/** Keys with which a Deny spares the services of AWS. */
const serviceKeys = new Set(['aws:principalisawsservice', 'aws:viaawsservice']);

const equals = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/;
const differs = /^(ForAllValues:)?(StringNotEquals|StringNotEqualsIgnoreCase|StringNotLike|ArnNotEquals|ArnNotLike)(IfExists)?$/;

/**
 * Does a policy allow every principal every action of a service on every resource? What it does not weigh it calls undecided.
 *
 * @param service the prefix of its actions, such as `sagemaker`
 */
export function endpointPolicyOpenness(statements: readonly Statement[], service: string): Openness {
  const verdicts = statements.map((statement, index) => ({ statement, index, reach: reachOf(statement, service) }));
  const allows = verdicts.filter(({ statement }) => statement.effect === 'Allow');
  const open = allows.find(({ reach }) => reach.kind === 'all');
  if (open === undefined) {
    const unsure = allows.find(({ reach }) => reach.kind === 'unsure');
    if (unsure?.reach.kind === 'unsure') return { kind: 'undecided', reason: unsure.reach.reason };
    const by = allows.flatMap(({ reach }) => (reach.kind === 'part' ? [reach.by] : []))[0];
    return { kind: 'limited', by: by ?? 'it allows nothing' };
  }
  const denies = verdicts.filter(({ statement }) => statement.effect === 'Deny');
  for (const { statement, index } of denies) {
    const spared = sparedBy(statement, service);
    if (spared !== undefined) return { kind: 'limited', by: `statement ${index + 1} denies ${spared}` };
  }
  if (denies.length > 0) return { kind: 'undecided', reason: 'how far its Deny statements narrow it is not weighed' };
  return { kind: 'open', statement: open.index };
}

type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly by: string }
  | { readonly kind: 'unsure'; readonly reason: string };

/** How much an Allow allows. */
function reachOf({ principals, actions, resources, conditions }: Statement, service: string): Reach {
  const parts: Reach[] = [
    widthOf(principals ?? { not: false, patterns: ['*'] }, (pattern) => pattern === '*', 'principals'),
    widthOf(actions, (pattern) => coversActions(pattern, service), 'actions'),
    widthOf(resources, (pattern) => coversResources(pattern, service), 'resources'),
    ...conditions.map(allowCondition),
  ];
  return parts.find(({ kind }) => kind === 'part') ?? parts.find(({ kind }) => kind === 'unsure') ?? { kind: 'all' };
}

function widthOf({ not, patterns }: Listed, covers: (pattern: string) => boolean, what: string): Reach {
  if (not) {
    return patterns.some(covers) ? { kind: 'part', by: `its ${what}` } : { kind: 'unsure', reason: `it allows all ${what} but some` };
  }
  return patterns.some(covers) ? { kind: 'all' } : { kind: 'part', by: `its ${what}` };
}

/** A character that no name holds: a pattern that takes it takes any. */
const anything = '\0';

/** Does the pattern cover every action of the service? Actions are not case-sensitive. */
function coversActions(pattern: string, service: string): boolean {
  return pattern.endsWith('*') && matchesGlob(pattern.toLowerCase(), `${service}:${anything}`);
}

/** Does the pattern cover every resource of the service in any account? An endpoint is in one partition and Region; which ones are named is no limit. */
function coversResources(pattern: string, service: string): boolean {
  const [, partition = anything, , region = anything] = pattern.split(':').map((part) => (/[*?]/.test(part) ? anything : part));
  return pattern.endsWith('*') && matchesGlob(pattern, `arn:${partition}:${service}:${region}:${anything}:${anything}`);
}

/** What a condition makes of an Allow. */
function allowCondition({ operator, key, values }: Condition): Reach {
  if (idleKeys.has(key) && (equals.test(operator) || (operator === 'Bool' && values.every((value) => value === 'true'))))
    return { kind: 'all' };
  if (trustKeys.has(key) && equals.test(operator)) {
    if (values.every((value) => names(key, value, operator))) return { kind: 'part', by: `its condition on ${key}` };
    if (values.includes('*') && operator.endsWith('Like')) return { kind: 'all' };
  }
  return { kind: 'unsure', reason: `its condition ${operator} on ${key} is not weighed` };
}

/** Does the value of a condition name whom to trust, or would somebody else's account or organization match as well? */
function names(key: string, value: string, operator: string): boolean {
  if (!/Like|^Arn/.test(operator) || !/[*?]/.test(value)) return true;
  if (key.endsWith('orgpaths')) return /^o-[a-z0-9]+\//.test(value);
  return key === 'aws:principalarn' && /^arn:[^:*?]+:[^:*?]+:[^:]*:[0-9]{12}:/.test(value);
}

/** Whom a Deny of everything denies: all, or those of other owners. Undefined for a Deny that is narrower, or is not understood. */
function sparedBy(statement: Statement, service: string): string | undefined {
  const { conditions, ...scope } = statement;
  if (reachOf({ ...scope, conditions: [] }, service).kind !== 'all') return undefined;
  if (conditions.length === 0) return 'everything';
  const trust = conditions.filter(
    ({ key, operator, values }) => trustKeys.has(key) && differs.test(operator) && values.every((value) => names(key, value, operator)),
  );
  const understood = conditions.every((condition) => trust.includes(condition) || sparesServices(condition));
  return understood && trust.length === 1 ? `what differs in ${trust[0]?.key}` : undefined;
}

/** A Deny for whatever is no service of AWS. */
function sparesServices({ key, operator, values }: Condition): boolean {
  return serviceKeys.has(key) && /^Bool(IfExists)?$/.test(operator) && values.every((value) => value.toLowerCase() === 'false');
}
