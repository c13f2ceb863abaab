/** Principals, actions or resources of a statement: those that are listed, or with `not` all but those. */
export interface Listed {
  readonly not: boolean;
  readonly patterns: readonly string[];
}

/** One condition of a statement. All of a statement's conditions must hold; of the values one is enough, for most operators. */
export interface Condition {
  /** As written, such as `ForAnyValue:StringLike`. */
  readonly operator: string;
  /** In lower case: condition keys are not case-sensitive. */
  readonly key: string;
  readonly values: readonly string[];
}

/** One statement. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface Statement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** Undefined in policies of identities, which are about those they are attached to. */
  readonly principals: Listed | undefined;
  readonly actions: Listed;
  readonly resources: Listed;
  readonly conditions: readonly Condition[];
}

export type PolicyDocument =
  | {
      readonly kind: 'read';
      readonly statements: readonly Statement[];
      /** Are `${…}` variables? Only in the version of 2012. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
      readonly variables: boolean;
    }
  /** What is wrong with it, as the end of a sentence that begins with "the policy". */
  | { readonly kind: 'unreadable'; readonly reason: string };

const parts = new Set(['Version', 'Id', 'Statement']);
const versions = new Set<unknown>(['2012-10-17', '2008-10-17']);
const elements = new Set(['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

class Unreadable extends Error {}

/**
 * Where a policy stands: with an identity (or over it, in an organization) it names resources and no principal; with a resource it names
 * principals, and a role's trust policy no resource. `any` takes both.
 */
export type PolicyKind = 'identity' | 'resource' | 'any';

/**
 * Reads a policy as AWS gives it: plain JSON, or URL-encoded as IAM does. Whatever it does not understand makes the whole policy unreadable,
 * since a statement that is skipped could be the one that decides.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string, kind: PolicyKind = 'any'): PolicyDocument {
  try {
    const document = parsed(text);
    if (!isObject(document)) throw new Unreadable('is no JSON object');
    for (const name of Object.keys(document)) if (!parts.has(name)) throw new Unreadable(`has the unknown element ${name}`);
    const { Statement, Version } = document;
    if (Version !== undefined && !versions.has(Version)) throw new Unreadable('has a Version that is not known');
    const list: readonly unknown[] = Array.isArray(Statement) ? (Statement as readonly unknown[]) : [Statement];
    return {
      kind: 'read',
      statements: list.map((statement, index) => statementOf(statement, index, kind)),
      variables: Version === '2012-10-17',
    };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(/^\s*[{[]/.test(text) ? text : decodeURIComponent(text.replaceAll('+', '%20')));
  } catch {
    throw new Unreadable('is no JSON');
  }
}

function statementOf(value: unknown, index: number, kind: PolicyKind): Statement {
  const where = `statement ${index + 1}`;
  if (!isObject(value)) throw new Unreadable(`has a ${where} that is no object`);
  for (const name of Object.keys(value)) if (!elements.has(name)) throw new Unreadable(`has the unknown element ${name} in ${where}`);
  const { Sid, Effect } = value;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw new Unreadable(`has no Effect that is known in ${where}`);
  const actions = listed(value, 'Action', where);
  if (actions === undefined) throw new Unreadable(`names no action in ${where}`);
  const principals = principalsOf(value, where);
  const resources = listed(value, 'Resource', where);
  if (kind === 'identity' && principals !== undefined)
    throw new Unreadable(`names a principal in ${where}, which a policy of an identity must not`);
  if (kind === 'identity' && resources === undefined) throw new Unreadable(`names no resource in ${where}`);
  if (kind === 'resource' && principals === undefined) throw new Unreadable(`names no principal in ${where}`);
  return {
    sid: typeof Sid === 'string' ? Sid : undefined,
    effect: Effect,
    principals,
    actions,
    // Trust policies name no resource: theirs is the role itself.
    resources: resources ?? { not: false, patterns: ['*'] },
    conditions: conditionsOf(value['Condition'], where),
  };
}

function listed(statement: Readonly<Record<string, unknown>>, element: 'Action' | 'Resource', where: string): Listed | undefined {
  const [yes, no] = [statement[element], statement[`Not${element}`]];
  if (yes !== undefined && no !== undefined) throw new Unreadable(`has both ${element} and Not${element} in ${where}`);
  if (yes === undefined && no === undefined) return undefined;
  return {
    not: no !== undefined,
    patterns: texts(yes ?? no, `${element} of ${where}`).map((text) => (element === 'Resource' ? wholeArn(text) : text)),
  };
}

/** `"*"` is anybody; `{"AWS": "*"}` is the same. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function principalsOf(statement: Readonly<Record<string, unknown>>, where: string): Listed | undefined {
  const { Principal, NotPrincipal } = statement;
  if (Principal !== undefined && NotPrincipal !== undefined) throw new Unreadable(`has both Principal and NotPrincipal in ${where}`);
  const value = Principal ?? NotPrincipal;
  if (value === undefined) return undefined;
  const not = NotPrincipal !== undefined;
  if (value === '*') return { not, patterns: ['*'] };
  if (!isObject(value)) throw new Unreadable(`has a Principal that is neither * nor an object in ${where}`);
  const patterns = Object.entries(value).flatMap(([type, names]) =>
    texts(names, `Principal of ${where}`).map((name) => (type === 'AWS' ? name : `${type}:${name}`)),
  );
  return { not, patterns };
}

function conditionsOf(value: unknown, where: string): readonly Condition[] {
  if (value === undefined) return [];
  if (!isObject(value)) throw new Unreadable(`has a Condition that is no object in ${where}`);
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isObject(keys)) throw new Unreadable(`has a Condition whose ${operator} is no object in ${where}`);
    return Object.entries(keys).map(([key, given]) => ({
      operator,
      key: key.toLowerCase(),
      values: values(given, `Condition of ${where}`),
    }));
  });
}

/** What an ARN lacks at its end stands for anything. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html#policies-grammar-notes-strings */
function wholeArn(text: string): string {
  const missing = text.startsWith('arn:') ? 6 - text.split(':').length : 0;
  return missing > 0 ? text + ':*'.repeat(missing) : text;
}

/** One text or a list of them. */
function texts(value: unknown, where: string): readonly string[] {
  return scalars(value, where).map((item) => {
    if (typeof item !== 'string') throw new Unreadable(`has something other than text in the ${where}`);
    return item;
  });
}

/** Values of a condition: numbers and booleans stand for their text, as IAM takes them. */
function values(value: unknown, where: string): readonly string[] {
  return scalars(value, where).map(String);
}

function scalars(value: unknown, where: string): readonly (string | number | boolean)[] {
  const list: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.map((item) => {
    if (typeof item === 'string' || typeof item === 'boolean' || typeof item === 'number') return item;
    throw new Unreadable(`has something other than text in the ${where}`);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
