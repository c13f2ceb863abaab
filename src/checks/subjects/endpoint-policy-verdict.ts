import type { Evidence } from '../../core/evidence.ts';
import { carriersOf } from '../../iam/carriers.ts';
import { endpointCrossings, type CrossedBy, type Crossing, type CrossingQuestion } from '../../iam/endpoint-crossings.ts';
import { organizationControl } from '../../iam/organization-control.ts';
import { readPolicy, type Statement } from '../../iam/policy-document.ts';
import type { Answer } from '../../iam/solve.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import type { Scope } from '../check.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';
import { executionCallers } from './execution-callers.ts';
import { sayExample } from './say-example.ts';
import { sayStatements } from './say-statements.ts';

const source = 'ec2:DescribeVpcEndpoints';

/** Enough to recognise a policy; AWS allows 20,480 characters. */
const shown = 400;

/** More ways than this are counted, and not named. */
const named = 4;

type Facts = Parameters<typeof executionCallers>[0] & { readonly scope: Scope };

/** What an endpoint has where nobody has given it a policy. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const defaultPolicy = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}';

const ways: { readonly [by in CrossedBy]: string } = {
  stranger: 'with credentials of any other account',
  nobody: 'without credentials',
  own: 'with credentials of this account',
};

/**
 * Does an endpoint's policy let data through to resources of strangers? @throws MissingFact
 *
 * @param more questions beside whether data can go out, such as whether objects can come in
 */
export function endpointPolicyVerdict(
  endpoint: VpcEndpoint,
  service: string,
  facts: Facts,
  more: readonly Omit<CrossingQuestion, 'own'>[] = [],
): Verdict {
  const { scope } = facts;
  const { VpcEndpointId: endpointId = '', VpcId: vpcId = '', PolicyDocument: text } = endpoint;
  const evidence: Evidence = { source, path: 'PolicyDocument', value: text === undefined ? null : clippedPolicy(text) };
  const document = readPolicy(text === undefined || text === '' ? defaultPolicy : text);
  if (document.kind === 'unreadable') return unknown(`the policy ${document.reason}`, [evidence]);
  const place = { partition: scope.partition, region: scope.region, endpointId, vpcId };
  const own = executionCallers(facts, document.statements, scope);
  const crossings = [{ carriers: carriersOf(service) }, ...more].flatMap((question) =>
    endpointCrossings({ name: endpointId, document }, place, { ...question, own }),
  );
  return verdictOf(crossings, { service, evidence, hasOwn: text !== undefined && text !== '' }, document.statements, facts);
}

interface Asked {
  readonly service: string;
  readonly evidence: Evidence;
  /** False where it has the default policy. */
  readonly hasOwn: boolean;
}

function verdictOf(
  crossings: readonly Crossing[],
  { service, evidence, hasOwn }: Asked,
  statements: readonly Statement[],
  facts: Facts,
): Verdict {
  const open = crossings.flatMap(({ by, answer }) => (answer.kind === 'possible' ? [{ by, answer }] : []));
  const [first] = open;
  if (first !== undefined) {
    const others = open.slice(0, named).map(({ by, answer }): Evidence => ({
      source,
      path: sayStatements(answer.by),
      value: `${sayExample(answer.example)}, ${ways[by]}`,
    }));
    const what = `lets ${sayExample(first.answer.example)} through ${ways[first.by]}${reachedBy(open)}`;
    const subject = hasOwn ? `the policy of the endpoint for ${service}` : `the endpoint for ${service} has no policy of its own:`;
    return fail(hasOwn ? `${subject} ${what}` : `${subject} the default one ${what}`, [evidence, ...others]);
  }
  const doubt = crossings.find(({ answer }) => answer.kind === 'unknown');
  if (doubt?.answer.kind === 'unknown') {
    const { id, gap } = organizationControl(facts, facts.scope.account);
    const byOrganization =
      id === undefined && statements.some(({ conditions }) => conditions.some(({ key }) => /org(id|paths)$/.test(key)));
    return unknown(
      `cannot tell whether the policy lets ${doubt.action} through to resources of strangers ${ways[doubt.by]}: ${doubt.answer.reason}`,
      [evidence],
      [],
      byOrganization && gap !== undefined ? [gap] : [],
    );
  }
  const refused = crossings.flatMap(({ answer }) => (answer.kind === 'impossible' ? [answer] : []));
  return pass(`nothing gets through the endpoint for ${service} to resources of strangers: ${whyOf(refused)}`, [
    evidence,
    ...byStatements(refused),
  ]);
}

/** Who else, beside the first. */
function reachedBy(open: readonly { readonly by: CrossedBy }[]): string {
  const others = [...new Set(open.map(({ by }) => by))].slice(1).map((by) => ways[by].replace('credentials of ', 'those of '));
  return others.length === 0 ? '' : `, and likewise ${others.join(' or ')}`;
}

/** The reason that says most: a Deny, or what the Allow is limited to, before there being none at all. */
function whyOf(refused: readonly Extract<Answer, { kind: 'impossible' }>[]): string {
  const found = refused.find(({ by }) => by.length > 0) ?? refused[0];
  return found?.why ?? 'nobody is there to ask';
}

function byStatements(refused: readonly Extract<Answer, { kind: 'impossible' }>[]): readonly Evidence[] {
  const said = new Map([...refused].reverse().flatMap(({ by, why }) => (by.length === 0 ? [] : [[sayStatements(by), why] as const])));
  return [...said].slice(0, named).map(([path, value]) => ({ source, path, value }));
}

function clippedPolicy(text: string): string {
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
