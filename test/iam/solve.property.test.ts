import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/iam/decide.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import type { NamedPolicy, PolicySet } from '../../src/iam/policy-set.ts';
import type { KeyDomain, Question } from '../../src/iam/question.ts';
import { absent, many, one, type ContextValue, type Request } from '../../src/iam/request.ts';
import { solve } from '../../src/iam/solve.ts';

const principal = { type: 'role', arn: 'arn:aws:iam::111122223333:role/r', account: '111122223333' } as const;
const action = 'sagemaker:CreateNotebookInstance';
const base = 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/*';

/** The keys of these tests, and the values that requests and policies draw from. */
const keys: {
  readonly [key: string]: { readonly type: 'text' | 'texts' | 'boolean' | 'number' | 'address'; readonly values: readonly string[] };
} = {
  'aws:requesttag/team': { type: 'text', values: ['a', 'ab', 'abc', 'B', 'z'] },
  'sagemaker:vpcsubnets': { type: 'texts', values: ['subnet-1', 'subnet-2', 'subnet-12', 'other'] },
  'sagemaker:networkisolation': { type: 'boolean', values: ['true', 'false'] },
  'sagemaker:maxruntimeinseconds': { type: 'number', values: ['1', '2', '3', '10'] },
  'aws:sourceip': { type: 'address', values: ['10.0.0.1', '10.0.1.1', '192.0.2.1', '2001:db8::1'] },
};

const operators: { readonly [type: string]: readonly string[] } = {
  text: [
    'StringEquals',
    'StringNotEquals',
    'StringLike',
    'StringNotLike',
    'StringEqualsIgnoreCase',
    'StringEqualsIfExists',
    'StringNotLikeIfExists',
  ],
  texts: [
    'ForAllValues:StringEquals',
    'ForAnyValue:StringLike',
    'ForAllValues:StringNotEquals',
    'ForAnyValue:StringNotLike',
    'ForAllValues:StringLike',
  ],
  boolean: ['Bool', 'BoolIfExists'],
  number: ['NumericEquals', 'NumericLessThan', 'NumericGreaterThanEquals', 'NumericNotEqualsIfExists'],
  address: ['IpAddress', 'NotIpAddress', 'IpAddressIfExists'],
};

const patterns: { readonly [type: string]: readonly string[] } = {
  text: ['a', 'a*', '*b*', 'A?', '*', 'b'],
  texts: ['subnet-1', 'subnet-*', '*2', 'other'],
  boolean: ['true', 'false'],
  number: ['1', '2', '5'],
  address: ['10.0.0.0/16', '10.0.0.0/24', '192.0.2.1', '2001:db8::/32'],
};

const condition = fc.constantFrom(...Object.entries(keys)).chain(([key, { type }]) =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(
          fc.constantFrom(...(operators[type] ?? [])),
          fc.subarray([...(patterns[type] ?? [])], { minLength: 1, maxLength: 2 }),
        ),
      },
      { weight: 1, arbitrary: fc.tuple(fc.constant('Null'), fc.constantFrom(['true'], ['false'])) },
    )
    .map(([operator, values]) => ({ operator, key, values })),
);

const resources = [
  '*',
  base,
  'arn:aws:sagemaker:*:*:notebook-instance/team-*',
  'arn:aws:sagemaker:*:111122223333:notebook-instance/*-x',
  'arn:aws:s3:::b/*',
];

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom('*', 'sagemaker:*', 'sagemaker:Create*', action, 's3:GetObject'),
  Resource: fc.constantFrom(...resources),
  NotResource: fc.constantFrom(undefined, undefined, undefined, ...resources.slice(1)),
  conditions: fc.array(condition, { maxLength: 3 }),
});

type Drawn = typeof statement extends fc.Arbitrary<infer T> ? T : never;

function written({ Effect, Action, Resource, NotResource, conditions }: Drawn): object {
  const Condition: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of conditions) (Condition[operator] ??= {})[key] = values;
  return { Effect, Action, ...(NotResource === undefined ? { Resource } : { NotResource }), Condition };
}

function policy(name: string, statements: readonly Drawn[]): NamedPolicy {
  return { name, document: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements.map(written) })) };
}

const drawnSet = fc.record({
  identity: fc.array(statement, { minLength: 1, maxLength: 6 }),
  boundary: fc.option(fc.array(statement, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  scp: fc.option(fc.array(statement, { minLength: 1, maxLength: 3 }), { nil: undefined }),
});

function setOf({
  identity,
  boundary,
  scp,
}: {
  identity: readonly Drawn[];
  boundary?: readonly Drawn[] | undefined;
  scp?: readonly Drawn[] | undefined;
}): PolicySet {
  return {
    identity: [policy('identity', identity)],
    ...(boundary === undefined ? {} : { boundary: policy('boundary', boundary) }),
    ...(scp === undefined ? {} : { scp: [[policy('scp', scp)]] }),
  };
}

const domains = new Map(Object.entries(keys).map(([key, { type }]): [string, KeyDomain] => [key, { kind: 'free', type, optional: true }]));
const question: Question = {
  principal,
  action,
  resource: base,
  naturalResources: [base.replace('*', 'example')],
  domainOf: (key) => domains.get(key) ?? { kind: 'listed', candidates: [{ value: absent }] },
};

const drawnRequest = fc
  .tuple(
    fc.constantFrom('team-a', 'team-x', 'q-x', 'example', 'zz'),
    ...Object.values(keys).map(({ type, values }): fc.Arbitrary<ContextValue> =>
      fc.oneof(
        fc.constant(absent),
        type === 'texts'
          ? fc.subarray([...values], { minLength: 1 }).map((set) => many(...set))
          : fc.constantFrom(...values).map((value) => one(value)),
      ),
    ),
  )
  .map(([name, ...values]): Request => ({
    principal,
    action,
    resource: base.replace('*', name),
    context: new Map(Object.keys(keys).map((key, index) => [key, values[index] ?? absent])),
  }));

const runs = { numRuns: 3_000 };
/** Each with forty requests. */
const fewer = { numRuns: 1_000 };

describe('the evaluator', () => {
  it('allows no more with one more Deny', () => {
    fc.assert(
      fc.property(drawnSet, statement, drawnRequest, (set, more, request) => {
        const before = decide(setOf(set), request).kind;
        const after = decide(setOf({ ...set, identity: [...set.identity, { ...more, Effect: 'Deny' }] }), request).kind;
        expect(after === 'allowed' && before !== 'allowed').toBe(false);
      }),
      runs,
    );
  });

  it('does not care for the order of statements', () => {
    fc.assert(
      fc.property(drawnSet, drawnRequest, (set, request) => {
        const turned = { ...set, identity: [...set.identity].reverse(), scp: set.scp && [...set.scp].reverse() };
        expect(decide(setOf(turned), request).kind).toBe(decide(setOf(set), request).kind);
      }),
      runs,
    );
  });
});

describe('the solver', () => {
  it('finds requests that the evaluator allows', () => {
    let possible = 0;
    fc.assert(
      fc.property(drawnSet, (set) => {
        const policies = setOf(set);
        const answer = solve(policies, question);
        if (answer.kind !== 'possible') return;
        possible += 1;
        const context = new Map(
          answer.example.context.map(([key, value]): [string, ContextValue] => [
            key,
            value === null ? absent : typeof value === 'string' ? one(value) : many(...value),
          ]),
        );
        expect(decide(policies, { principal, action, resource: answer.example.resource, context }).kind).toBe('allowed');
      }),
      runs,
    );
    expect(possible).toBeGreaterThan(runs.numRuns / 10);
  });

  it('says impossible only where no request is allowed, and decides what is free of doubt', () => {
    let impossible = 0;
    fc.assert(
      fc.property(drawnSet, fc.array(drawnRequest, { minLength: 40, maxLength: 40 }), (set, requests) => {
        const policies = setOf(set);
        const answer = solve(policies, question);
        expect(answer).not.toMatchObject({ kind: 'unknown' });
        if (answer.kind !== 'impossible') return;
        impossible += 1;
        for (const request of requests) expect(decide(policies, request).kind).toBe('denied');
      }),
      fewer,
    );
    expect(impossible).toBeGreaterThan(fewer.numRuns / 10);
  });
});
