import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/iam/decide.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import type { NamedPolicy, PolicySet } from '../../src/iam/policy-set.ts';
import { many, one, unknownValue, type ContextValue, type Principal, type Request } from '../../src/iam/request.ts';

interface Case {
  readonly id: string;
  readonly rule: string;
  readonly source: string;
  readonly policies: {
    readonly identity?: readonly unknown[];
    readonly boundary?: unknown;
    readonly session?: readonly unknown[];
    readonly scp?: readonly (readonly unknown[])[];
    readonly rcp?: readonly (readonly unknown[])[];
    readonly resource?: unknown;
    readonly endpoint?: unknown;
  };
  readonly request: {
    readonly principal: {
      readonly type: string;
      readonly arn?: string;
      readonly account?: string;
      readonly sessionArn?: string;
      readonly service?: string;
    };
    readonly action: string;
    readonly resource: string;
    readonly resourceAccount?: string;
    readonly context?: Readonly<Record<string, string | readonly string[]>>;
    readonly unknown?: readonly string[];
  };
  readonly expect: 'allowed' | 'denied' | 'unknown';
}

const cases = readFileSync(new URL('../../fixtures/policies/evaluation-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

function policy(name: string, document: unknown): NamedPolicy {
  const kind = /^(rcp|resource|endpoint)/.test(name) ? 'resource' : 'identity';
  return { name, document: readPolicy(typeof document === 'string' ? document : JSON.stringify(document), kind) };
}

function setOf({ identity, boundary, session, scp, rcp, resource, endpoint }: Case['policies']): PolicySet {
  const list = (name: string, documents: readonly unknown[]): readonly NamedPolicy[] =>
    documents.map((document, index) => policy(`${name} ${index + 1}`, document));
  return {
    identity: list('identity', identity ?? []),
    ...(boundary === undefined ? {} : { boundary: policy('boundary', boundary) }),
    ...(session === undefined ? {} : { session: list('session', session) }),
    ...(scp === undefined ? {} : { scp: scp.map((level) => list('scp', level)) }),
    ...(rcp === undefined ? {} : { rcp: rcp.map((level) => list('rcp', level)) }),
    ...(resource === undefined ? {} : { resource: policy('resource', resource) }),
    ...(endpoint === undefined ? {} : { endpoint: policy('endpoint', endpoint) }),
  };
}

function requestOf({ principal, action, resource, resourceAccount, context = {}, unknown = [] }: Case['request']): Request {
  const values = new Map<string, ContextValue>(
    Object.entries(context).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? one(value) : many(...value)]),
  );
  for (const key of unknown) values.set(key.toLowerCase(), unknownValue);
  return {
    principal: principal as Principal,
    action,
    resource,
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    context: values,
  };
}

describe('the evaluator decides as the documentation says', () => {
  it.each(cases)('$id: $rule', (given) => {
    expect(decide(setOf(given.policies), requestOf(given.request)).kind, given.source).toBe(given.expect);
  });
});
