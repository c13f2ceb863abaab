import { describe, expect, it } from 'vitest';
import { failureOf, isCredentialFailure, isGone, isRefusal, isThrottle, isUnreachable, permissionOf } from '../../src/aws/failure.ts';

const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

describe('failureOf', () => {
  it('keeps the code of AWS', () =>
    expect(failureOf(named('AccessDeniedException', 'no'))).toEqual({ code: 'AccessDeniedException', message: 'no' }));
  it('takes the code of the system where AWS did not answer', () =>
    expect(failureOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })).code).toBe('ECONNREFUSED'));
  it('knows an answer that nobody can read', () => {
    expect(failureOf(new SyntaxError("Unexpected token '<'")).code).toBe('UnreadableAnswer');
    expect(failureOf(new Error('@aws-sdk XML parse error: …')).code).toBe('UnreadableAnswer');
  });
  it('knows an interrupted scan', () =>
    expect(failureOf(new DOMException('This operation was aborted', 'AbortError')).code).toBe('Interrupted'));
  it('keeps messages to one bounded line', () => {
    expect(failureOf(named('X', 'one\ntwo')).message).toBe('one');
    expect(failureOf(named('X', 'x'.repeat(10_000))).message.length).toBeLessThan(600);
  });
});

describe('what a failure means', () => {
  it.each([
    'ExpiredTokenException',
    'ExpiredToken',
    'RequestExpired',
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'AuthFailure',
  ])('%s ends every other call, too', (code) => expect(isCredentialFailure({ code, message: '' })).toBe(true));
  it.each(['AccessDeniedException', 'UnauthorizedOperation', 'ThrottlingException', 'ValidationException'])('%s does not', (code) =>
    expect(isCredentialFailure({ code, message: '' })).toBe(false),
  );
  it.each([
    ['ValidationException', 'Could not find model "arn:aws:sagemaker:…"', true],
    ['ValidationException', 'RecordNotFound', true],
    ['ValidationException', 'Requested resource not found.', true],
    ['ResourceNotFound', '', true],
    ['ResourceNotFoundException', '', true],
    ['NoSuchHostedZone', '', true],
    ['LoadBalancerNotFoundException', '', true],
    ['TargetGroupNotFound', '', true],
    ['NoSuchKeySigningKey', '', false],
    ['InvalidPrefixListID.NotFound', "The prefix list ID 'pl-1' does not exist", true],
    ['ValidationException', "1 validation error detected: Value at 'modelName' failed", false],
    ['AccessDeniedException', 'could not find', false],
  ])('%s: %s', (code, message, gone) => expect(isGone({ code, message })).toBe(gone));
  it.each([
    ['AccessDeniedException', true, false],
    ['AccessDenied', true, false],
    ['UnauthorizedOperation', true, false],
    ['ThrottlingException', false, true],
    ['RequestLimitExceeded', false, true],
    ['TooManyRequestsException', false, true],
    ['SlowDown', false, true],
    ['ValidationException', false, false],
    ['InternalFailure', false, false],
  ])('%s: a refusal %s, a throttle %s', (code, refusal, throttle) => {
    expect(isRefusal({ code, message: '' })).toBe(refusal);
    expect(isThrottle({ code, message: '' })).toBe(throttle);
  });
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'TimeoutError'])('%s: nobody there', (code) =>
    expect(isUnreachable({ code, message: '' })).toBe(true),
  );
});

describe('permissionOf', () => {
  it('is the operation', () =>
    expect(permissionOf('sagemaker:ListModels', { code: 'AccessDeniedException', message: 'no' })).toBe('sagemaker:ListModels'));
  it('is the one that AWS names, where it is another', () =>
    expect(
      permissionOf('sagemaker:DescribeModel', {
        code: 'AccessDeniedException',
        message: 'User: arn:x is not authorized to perform: kms:Decrypt on resource: y',
      }),
    ).toBe('kms:Decrypt'));
});
