import type { Carrier } from '../../src/iam/carriers.ts';
import { endpointCrossings, type CrossedBy, type EndpointPlace } from '../../src/iam/endpoint-crossings.ts';
import type { Caller } from '../../src/iam/key-domain.ts';
import { readPolicy, type PolicyDocument } from '../../src/iam/policy-document.ts';
import type { Answer } from '../../src/iam/solve.ts';
import { account } from './rows.ts';

/** The endpoint that is asked about. */
export const place: EndpointPlace = { partition: 'aws', region: 'eu-west-1', endpointId: 'vpce-1', vpcId: 'vpc-1' };

const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

/** Statements that are about everything and everybody, but for what is said. */
export const allow = (more: object = {}) => ({ ...all, ...more });
export const deny = (more: object = {}) => ({ ...all, Effect: 'Deny', ...more });
export const when = (operator: string, key: string, value: string | readonly string[]) => ({ Condition: { [operator]: { [key]: value } } });

/** A role of the account, in the organization o-1. */
export function own(given: Partial<Caller> = {}): Caller {
  const principal = { type: 'role', arn: `arn:aws:iam::${account}:role/ml`, account } as const;
  return { principal, tags: new Map(), sessionTags: false, organization: 'o-1', ...given };
}

export function document(...Statement: readonly object[]): PolicyDocument {
  const read = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (read.kind === 'unreadable') throw new Error(read.reason);
  return read;
}

/** What one kind of credentials may carry through an endpoint with this policy. */
export function crossing(
  policy: PolicyDocument,
  by: CrossedBy,
  carrier: Carrier,
  caller: Caller = own(),
  except: readonly string[] = [],
): Answer {
  const found = endpointCrossings({ name: 'vpce-1', document: policy }, place, { carriers: [carrier], own: [caller], who: [by], except });
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) throw new Error(`asked one question, and got ${found.length} answers`);
  return first.answer;
}

/** Answers, said shortly. */
export const verdicts = { possible: 'open', impossible: 'closed', unknown: 'unknown' } as const;
