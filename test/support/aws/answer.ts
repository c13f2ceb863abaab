import type { AccountFixture } from './account.ts';
import {
  accessDenied,
  AwsError,
  expired,
  notSimulated,
  serverError,
  throttled,
  unknownCredentials,
  unknownOperation,
} from './aws-error.ts';
import { catalogue, collectionNames } from './catalogue.ts';
import type { Fault } from './faults.ts';
import { furtherGone } from './further-operations.ts';
import type { Answer, Call, Item } from './handler.ts';
import { operations } from './operations.ts';
import { firstToken } from './paging.ts';
import { publishedRate, quotaKey, type TokenBuckets } from './quota.ts';
import { notFound } from './sagemaker-resource.ts';

/**
 * What the service answers, faults and quotas included. Those faults that concern the connection are not dealt with here.
 *
 * @param account `undefined` for credentials that belong to none
 * @param buckets `undefined` where no quota is enforced
 * @throws AwsError for every refusal
 */
export function answer(
  call: Omit<Call, 'account'>,
  account: AccountFixture | undefined,
  faults: readonly Fault[],
  buckets: TokenBuckets | undefined,
): Answer {
  const { service, operation, region } = call;
  if (account === undefined) throw unknownCredentials(service);
  const complete: Call = { ...call, account };
  for (const fault of faults) refuse(fault, complete);
  const name = `${service}:${operation}`;
  if (
    buckets !== undefined &&
    !buckets.take(`${account.account} ${region} ${quotaKey(name)}`, publishedRate(name, isBounded(call.input)))
  ) {
    throw throttled(service);
  }
  const handler = operations.get(name);
  if (handler === undefined) throw unknownOperation(service, operation);
  const answered = handler(complete);
  if (faults.some(({ kind }) => kind === 'lost-token')) return withoutToken(answered);
  return faults.some(({ kind }) => kind === 'repeat-token') ? repeatToken(answered, complete) : answered;
}

/** @throws AwsError if the fault is one that refuses a call */
function refuse(fault: Fault, call: Call): void {
  const { service, operation, account } = call;
  switch (fault.kind) {
    case 'access-denied':
      throw accessDenied(service, operation, account.callerArn);
    case 'throttle':
      throw throttled(service);
    case 'server-error':
      throw serverError(service);
    case 'expired-token':
      throw expired(service);
    case 'region-disabled':
      throw unknownCredentials(service);
    case 'gone':
      throw gone(call);
    case 'error':
      throw new AwsError(fault.code, fault.message, fault.status);
    case 'delay':
    case 'hang':
    case 'reset':
    case 'cut-off':
    case 'truncated':
    case 'html':
    case 'repeat-token':
    case 'lost-token':
  }
}

function gone(call: Call): AwsError {
  for (const collection of collectionNames) {
    const resource = catalogue[collection];
    if (resource.service === 'sagemaker' && resource.describe === call.operation) return notFound(collection, resource, call);
  }
  const further = furtherGone(`${call.service}:${call.operation}`);
  if (further !== undefined) return further;
  return notSimulated(`a resource that is gone for ${call.operation}`);
}

function withoutToken(answered: Answer): Answer {
  return Object.fromEntries(Object.entries(answered).filter(([name]) => name !== 'NextToken'));
}

/** The answer, as if there were always more from the place that was asked for. */
function repeatToken(answered: Answer, call: Call): Answer {
  const scope = { service: call.service, operation: call.operation, account: call.account.account, region: call.region };
  if (call.operation === 'ListResourceRecordSets') {
    const [first] = answered['ResourceRecordSets'] as readonly Item[];
    return { ...answered, IsTruncated: true, NextRecordName: first?.['Name'] ?? '.', NextRecordType: first?.['Type'] ?? 'NS' };
  }
  if (call.service === 'iam') return { ...answered, IsTruncated: true, Marker: call.input['Marker'] ?? firstToken(scope) };
  const byMarker = call.service === 'lambda' || (call.service.startsWith('elastic') && call.operation !== 'DescribeAccessPoints');
  const [asked, given] = byMarker ? ['Marker', 'NextMarker'] : ['NextToken', 'NextToken'];
  return { ...answered, [given]: call.input[asked] ?? answered[given] ?? firstToken(scope) };
}

function isBounded(input: Call['input']): boolean {
  return Object.values(input).some((value) => value !== undefined && value !== false);
}
