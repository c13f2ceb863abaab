import { createHash } from 'node:crypto';
import { AwsError } from './aws-error.ts';
import type { ServiceName } from './services.ts';

/** Where a page token belongs: AWS takes it for the same operation, account and Region only. */
export interface TokenScope {
  readonly service: ServiceName;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
}

interface Position {
  readonly offset: number;
  /** Empty pages already handed out before this offset. */
  readonly blanks: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/**
 * One page of a list.
 *
 * @param emptyPages how many empty pages with a token come before each full one
 * @throws AwsError for a token that was not given out for this very list
 */
export function cutPage<T>(all: readonly T[], size: number, token: string | undefined, scope: TokenScope, emptyPages: number): Page<T> {
  const { offset, blanks } = token === undefined ? { offset: 0, blanks: 0 } : readToken(token, scope);
  if (blanks < emptyPages) return { items: [], nextToken: writeToken({ offset, blanks: blanks + 1 }, scope) };
  const end = offset + size;
  return { items: all.slice(offset, end), nextToken: end < all.length ? writeToken({ offset: end, blanks: 0 }, scope) : undefined };
}

/** The token of a list's first page, for a fault that makes a list go round in circles. */
export function firstToken(scope: TokenScope): string {
  return writeToken({ offset: 0, blanks: 0 }, scope);
}

function writeToken({ offset, blanks }: Position, scope: TokenScope): string {
  const payload = Buffer.from(`${offset}.${blanks}`).toString('base64url');
  return `${payload}.${seal(payload, scope)}`;
}

function readToken(token: string, scope: TokenScope): Position {
  const [payload = '', given] = token.split('.');
  if (given !== seal(payload, scope)) throw badToken(scope.service);
  const [offset = Number.NaN, blanks = Number.NaN] = Buffer.from(payload, 'base64url').toString().split('.').map(Number);
  return { offset, blanks };
}

function seal(payload: string, scope: TokenScope): string {
  return createHash('sha256')
    .update(`${payload} ${Object.values(scope).join(' ')}`)
    .digest('base64url')
    .slice(0, 22);
}

function badToken(service: ServiceName): AwsError {
  return service === 'ec2'
    ? new AwsError('InvalidNextToken', 'The token used is invalid')
    : new AwsError('ValidationException', 'Invalid pagination token');
}
