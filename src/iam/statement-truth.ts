import { conditionTruth } from './condition-truth.ts';
import { matchesGlob } from './glob.ts';
import { expand, literal } from './pattern.ts';
import type { Listed, Statement } from './policy-document.ts';
import { valueOf, type ContextValue, type Request } from './request.ts';
import { every, not, some, yesOrNo, type Truth } from './truth.ts';

/** Does a statement concern a request, apart from whom it names? */
export function statementTruth(statement: Statement, request: Request, variables: boolean): Truth {
  const lookUp = (key: string): ContextValue => valueOf(request.context, key);
  return every([
    yesOrNo(concernsAction(statement.actions, request.action)),
    resourceTruth(statement.resources, request.resource, lookUp, variables),
    ...statement.conditions.map((condition) => conditionTruth(condition, lookUp(condition.key), { lookUp }, variables)),
  ]);
}

/** Actions are not case-sensitive. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function concernsAction({ not: others, patterns }: Listed, action: string): boolean {
  const name = action.toLowerCase();
  return patterns.some((pattern) => matchesGlob(pattern.toLowerCase(), name)) !== others;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function resourceTruth(
  { not: others, patterns }: Listed,
  resource: string,
  lookUp: (key: string) => ContextValue,
  variables: boolean,
): Truth {
  const text = literal(resource);
  const matched = some(
    patterns.map((written): Truth => {
      const pattern = variables ? expand(written, lookUp) : ({ kind: 'pattern', text: written } as const);
      if (pattern.kind === 'absent') return 'no';
      return pattern.kind === 'unknown' ? unsureMatch(written, text) : yesOrNo(matchesGlob(pattern.text, text));
    }),
  );
  return others ? not(matched) : matched;
}

/** A variable of unknown value can be anything: what does not match then matches never. */
function unsureMatch(written: string, text: string): Truth {
  return matchesGlob(written.replaceAll(/\$\{[^}]*\}/g, '*'), text) ? 'maybe' : 'no';
}
