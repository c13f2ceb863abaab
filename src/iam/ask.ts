import type { Layer } from './clause.ts';
import { keyDomain, type Caller, type Origin } from './key-domain.ts';
import type { PolicySet } from './policy-set.ts';
import { contextEntry } from './context-entry.ts';
import type { Candidate, Counterexample, KeyDomain } from './question.ts';
import { many } from './request.ts';
import { sameQuestion } from './same-question.ts';
import { layersOrSilence, solveLayers, type Answer } from './solve.ts';

/** A kind of request: is any of it allowed? */
export interface Ask {
  /** `service:Action`. */
  readonly action: string;
  /** The resource's ARN as a glob, `REGION` standing for the Region, such as `arn:aws:sagemaker:REGION:111122223333:model/*`; or `*`. */
  readonly resource: string;
  /** Resources among them that are not asked about, likewise. */
  readonly except?: readonly string[];
  /** Names that look natural, likewise. */
  readonly examples: readonly string[];
  /** What makes it the request in question: what it carries for these keys, in lower case. */
  readonly demands: { readonly [key: string]: KeyDomain };
  /** Where it may come from; from anywhere unless said otherwise. */
  readonly origins?: readonly Origin[];
}

/** Where a caller may ask. */
export interface Place {
  readonly partition: string;
  readonly regions: readonly string[];
}

const anywhere: readonly Origin[] = ['internet', 'endpoint'];
const originKeys = /^aws:(sourceip|vpcsourceip|sourcevpc(arn|e)?|vpce(account|orgid|orgpaths))$/;

/**
 * May a caller make any request of a kind, from wherever, in whichever Region?
 *
 * Regions and origins go through the policies one by one, but only where some statement tells them apart.
 */
export function ask(policies: PolicySet, caller: Caller, question: Ask, { regions }: Place): Answer {
  const { principal } = caller;
  const layers = layersOrSilence(policies, { principal, action: question.action });
  if ('kind' in layers) return layers;
  const key = sameQuestion(layers, caller, question, regions);
  let answer = remembered.get(key);
  if (answer === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, (answer = askLayers(layers, caller, question, regions)));
  }
  return answer;
}

/** Thousands of principals have the same few policies: what differs between them is often nothing that a statement looks at. */
const remembered = new Map<string, Answer>();
const mostRemembered = 20_000;

function askLayers(layers: readonly Layer[], caller: Caller, question: Ask, regions: readonly string[]): Answer {
  const { principal } = caller;
  const statements = layers.flatMap(({ allows, denies }) => [...allows, ...denies]).map(({ statement }) => statement);
  const tellsOrigins = statements.some(({ conditions }) => conditions.some(({ key }) => originKeys.test(key)));
  const tellsRegions = statements.some(
    ({ conditions, resources }) =>
      conditions.some(({ key }) => key === 'aws:requestedregion') ||
      resources.patterns.some((pattern) => pattern.startsWith('arn:') && pattern.split(':')[3] !== '*'),
  );
  const origins = question.origins ?? anywhere;
  const answers: Answer[] = [];
  for (const region of tellsRegions ? regions : regions.slice(0, 1)) {
    for (const origin of tellsOrigins ? origins : origins.slice(0, 1)) {
      const kind = { caller, action: question.action, region, origin };
      const answer = solveLayers(layers, {
        principal,
        action: question.action,
        resource: question.resource.replace('REGION', region),
        except: (question.except ?? []).map((resource) => resource.replace('REGION', region)),
        naturalResources: question.examples.map((example) => example.replace('REGION', region)),
        domainOf: (key) => question.demands[key] ?? keyDomain(key, kind),
      });
      if (answer.kind === 'possible') return { ...answer, example: withDemands(answer.example, question.demands) };
      answers.push(answer);
    }
  }
  return (
    answers.find(({ kind }) => kind === 'unknown') ??
    answers[0] ?? { kind: 'unknown', reason: 'no Region was read in which it could be asked' }
  );
}

/** A request is what it is also by what no policy asks about. */
function withDemands(example: Counterexample, demands: Ask['demands']): Counterexample {
  const told = new Set(example.context.map(([key]) => key));
  const untold = Object.entries(demands).flatMap(([key, domain]): Counterexample['context'] => {
    const candidate = sureCandidate(domain);
    // What no request of this service ever carries is no news.
    if (told.has(key) || candidate === undefined || (candidate.value.kind === 'absent' && isForeign(key, example.action))) return [];
    return contextEntry(key, candidate.value);
  });
  return { ...example, context: [...example.context, ...untold] };
}

function isForeign(key: string, action: string): boolean {
  const [service] = key.split(':');
  return service !== 'aws' && service !== action.split(':')[0];
}

function sureCandidate(domain: KeyDomain): Candidate | undefined {
  if (domain.kind === 'listed') return domain.candidates.find(({ doubt }) => doubt === undefined);
  return domain.kind === 'free' && domain.including !== undefined ? { value: many(domain.including) } : undefined;
}
