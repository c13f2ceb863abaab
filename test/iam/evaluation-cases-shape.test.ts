import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Fields = Readonly<Record<string, unknown>>;

const folder = fileURLToPath(new URL('../../fixtures/policies', import.meta.url));
const lines = readFileSync(`${folder}/evaluation-cases.jsonl`, 'utf8').trimEnd().split('\n');
const cases = lines.map((line) => JSON.parse(line) as Fields);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isList = (value: unknown, of: (entry: unknown) => boolean): boolean => Array.isArray(value) && value.every((entry) => of(entry));

const policyKinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  identity: (value) => isList(value, isFields),
  boundary: isFields,
  session: (value) => isList(value, isFields),
  scp: (value) => isList(value, (level) => isList(level, isFields)),
  rcp: (value) => isList(value, (level) => isList(level, isFields)),
  resource: isFields,
  endpoint: isFields,
};

/** What a principal of each type has to say about itself, and may not leave out. */
const principalFields: Readonly<Record<string, readonly string[]>> = {
  user: ['account', 'arn'],
  role: ['account', 'arn', 'sessionArn'],
  root: ['account', 'arn'],
  service: ['service'],
  anonymous: [],
  federated: ['account', 'arn'],
};

/** Everything that is wrong with the form of one case; an empty list if nothing is. */
function faultsOf(given: Fields): string[] {
  const faults: string[] = [];
  const fault = (wrong: boolean, what: string): void => {
    if (wrong) faults.push(what);
  };
  const { id, rule, source, policies, request, expect: expected, ...others } = given;
  fault(!isText(id) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), 'id is not kebab-case');
  fault(!isText(rule) || !rule.endsWith('.'), 'rule is no sentence');
  fault(!isText(source) || !source.startsWith('https://docs.aws.amazon.com/'), 'source is no page of the documentation');
  fault(!['allowed', 'denied', 'unknown'].includes(String(expected)), 'expect is unheard of');
  fault(Object.keys(others).length > 0, `unheard-of fields ${Object.keys(others).join(', ')}`);
  for (const [kind, value] of Object.entries(isFields(policies) ? policies : { missing: policies })) {
    fault(!(policyKinds[kind]?.(value) ?? false), `policies.${kind} is wrong`);
  }
  return isFields(request) ? [...faults, ...faultsOfRequest(request)] : [...faults, 'request is missing'];
}

function faultsOfRequest(request: Fields): string[] {
  const faults: string[] = [];
  const fault = (wrong: boolean, what: string): void => {
    if (wrong) faults.push(what);
  };
  const { principal, action, resource, resourceAccount, context = {}, unknown = [], ...others } = request;
  const { type, ...about } = isFields(principal) ? principal : { type: undefined };
  fault(Object.keys(about).toSorted().join() !== principalFields[String(type)]?.join(), 'the principal has the wrong fields');
  fault(!Object.values(about).every(isText), 'a field of the principal is no text');
  fault(!isText(action) || !/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(action), 'action is wrong');
  fault(!isText(resource), 'resource is missing');
  fault(!isText(resourceAccount) || !/^\d{12}$/.test(resourceAccount), 'resourceAccount is no account');
  fault(Object.keys(others).length > 0, `unheard-of fields ${Object.keys(others).join(', ')}`);
  if (!isFields(context) || !isList(unknown, isText)) return [...faults, 'context or unknown is wrong'];
  fault(
    !Object.values(context).every((value) => isText(value) || isList(value, isText)),
    'a value of the context is neither text nor a list of texts',
  );
  const keys = [...Object.keys(context), ...(unknown as string[])].map((key) => key.toLowerCase());
  fault(new Set(keys).size !== keys.length, 'a key is given twice');
  return faults;
}

describe('the cases of policy evaluation', () => {
  it('are many, of every answer', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(new Set(cases.map(({ expect: expected }) => expected))).toEqual(new Set(['allowed', 'denied', 'unknown']));
  });

  it('have unique ids', () => {
    const seen = new Set<unknown>();
    expect(cases.map(({ id }) => id).filter((id) => seen.has(id) || !seen.add(id))).toEqual([]);
  });

  it('are no two the same question', () => {
    const seen = new Map<string, string>();
    const twice = cases.flatMap(({ id, policies, request }) => {
      const question = JSON.stringify([policies, request]);
      const before = seen.get(question);
      seen.set(question, String(id));
      return before === undefined ? [] : [`${before} and ${String(id)}`];
    });
    expect(twice).toEqual([]);
  });

  it('are well formed', () => {
    const wrong = cases.flatMap((given) => faultsOf(given).map((fault) => `${String(given['id'])}: ${fault}`));
    expect(wrong).toEqual([]);
  });

  it('expect unknown only where something is', () => {
    const certain = cases.filter(({ expect: expected, id, request }) => {
      const { unknown } = request as Fields;
      return (
        expected === 'unknown' &&
        unknown === undefined &&
        !/^malformed-|^principal-canonical-user-|^notprincipal-allow-unsupported$/.test(String(id))
      );
    });
    expect(certain.map(({ id }) => id)).toEqual([]);
  });
});

describe('the published examples', () => {
  const readme = readFileSync(`${folder}/published/README.md`, 'utf8');
  const files = readdirSync(`${folder}/published`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(25));

  it.each(files)('%s has statements, and a line in the README', (file) => {
    const document = JSON.parse(readFileSync(`${folder}/published/${file}`, 'utf8')) as Fields;
    expect(isList(document['Statement'], isFields)).toBe(true);
    const name = (file.split('/').pop() ?? '').replace(/-[1-4]\.json$/, '').replace(/-vpce\.json$/, '');
    expect(readme).toContain(name);
  });
});
