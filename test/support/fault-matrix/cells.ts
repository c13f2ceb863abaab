import { collectors } from '../../../src/collectors/index.ts';
import type { SectionName } from '../../../src/inventory/sections.ts';
import { catalogue, collectionNames } from '../aws/catalogue.ts';
import { furtherGone } from '../aws/further-operations.ts';
import type { Fault, FaultKind, FaultTarget } from '../aws/faults.ts';
import { iamPrefix, operationShapes, services, type ServiceName } from '../aws/services.ts';

/** What a fault may depend on. */
interface Where {
  /** How often the operation is called where nothing goes wrong. */
  readonly calls: number;
  /** The Region in which it is called first. */
  readonly region: string;
  /** So many failures as even a single call survives. */
  readonly survived: number;
}

interface Way {
  readonly fault: FaultKind | ((where: Where) => FaultKind & FaultTarget);
  /** Codes of the gaps that it leaves; undefined where it leaves none, since it passes. */
  readonly codes?: RegExp;
}

/** Every way in which a call goes wrong in the matrix. */
export const faultKinds = {
  'access denied': { fault: { kind: 'access-denied' }, codes: /^(AccessDenied(Exception)?|UnauthorizedOperation)$/ },
  // A list breaks off after half of its rows, or half of the resources have no description.
  'access denied in the middle': {
    fault: ({ calls }) => ({ kind: 'access-denied', after: Math.floor(calls / 2) }),
    codes: /^(AccessDenied(Exception)?|UnauthorizedOperation)$/,
  },
  'throttled for a while': { fault: ({ survived }) => ({ kind: 'throttle', times: survived }) },
  'throttled for ever': { fault: { kind: 'throttle' }, codes: /^(Throttling(Exception)?|RequestLimitExceeded|SlowDown)$/ },
  '500 for a while': { fault: ({ survived }) => ({ kind: 'server-error', times: survived }) },
  '500 for ever': { fault: { kind: 'server-error' }, codes: /^Internal(Failure|Error)$/ },
  hang: { fault: { kind: 'hang' }, codes: /^TimeoutError$/ },
  'hang once': { fault: () => ({ kind: 'hang', times: 1 }) },
  'connection reset': { fault: { kind: 'reset' }, codes: /^ECONNRESET$/ },
  'connection reset once': { fault: () => ({ kind: 'reset', times: 1 }) },
  'connection reset in the body': { fault: { kind: 'cut-off' }, codes: /^ECONNRESET$/ },
  'truncated body': { fault: { kind: 'truncated' }, codes: /^UnreadableAnswer$/ },
  'HTML for an answer': { fault: { kind: 'html' }, codes: /^UnreadableAnswer$/ },
  'expired token in the middle': {
    fault: ({ calls }) => ({ kind: 'expired-token', after: Math.floor(calls / 2) }),
    codes: /^(ExpiredToken(Exception)?|RequestExpired)$/,
  },
  // Dropped with a note: no gap at all.
  'gone between list and describe': { fault: { kind: 'gone' }, codes: /^$/ },
  'repeated page token': { fault: { kind: 'repeat-token' }, codes: /^RepeatedPageToken$/ },
  'Region not opted in': {
    fault: ({ region }) => ({ kind: 'region-disabled', region }),
    codes: /^(UnrecognizedClientException|AuthFailure|InvalidClientTokenId)$/,
  },
} as const satisfies Readonly<Record<string, Way>>;

export type CellKind = keyof typeof faultKinds;

/** These end every other call of the session, too, so that everything must be read anew. */
export const ofTheSession: ReadonlySet<CellKind> = new Set(['expired token in the middle', 'Region not opted in']);

/** One way to go wrong for one operation. */
export interface Cell {
  readonly operation: string;
  readonly kind: CellKind;
}

/** Every operation that a collector calls. */
export const operations: readonly string[] = [...new Set<string>(collectors.flatMap(({ actions }) => actions as readonly string[]))].sort();

/** The sections that an operation is for, and with them those that are built on them. */
export function sectionsOn(operation: string): ReadonlySet<SectionName> {
  const sections = new Set<SectionName>(
    collectors.filter(({ actions }) => (actions as readonly string[]).includes(operation)).map(({ section }) => section),
  );
  for (let before = -1; before !== sections.size;) {
    before = sections.size;
    for (const { section, after } of collectors) if (after.some((earlier) => sections.has(earlier))) sections.add(section);
  }
  return sections;
}

/** Calls that come before everything else, or that only `--region all` makes: without an answer there is no audit. */
export const needed: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'ec2:DescribeRegions']);

/** Calls that only save others: where nobody answers them, each resource is asked about. */
const saving: ReadonlySet<string> = new Set(['sagemaker:Search']);

/** Ways for which S3 has one answer, 403 without a word, which is also what it says of buckets of others. */
const refused: ReadonlySet<CellKind> = new Set([
  'access denied',
  'access denied in the middle',
  'expired token in the middle',
  'Region not opted in',
]);

/** Ways that are about the body of an answer; that to HEAD has none. */
const ofTheBody: ReadonlySet<CellKind> = new Set(['connection reset in the body', 'truncated body', 'HTML for an answer']);

/** What must come of a cell: an audit as if nothing had been, one with gaps, one with another answer, or none. */
export function expectedOf({ operation, kind }: Cell): 'same' | 'gaps' | 'answered' | 'none' {
  if (operation === 's3:HeadBucket' && refused.has(kind)) return 'answered';
  // Who asks is asked in the partition's own Region, too.
  if (operation === 'sts:GetCallerIdentity' && kind === 'Region not opted in') return 'same';
  if (!('codes' in faultKinds[kind])) return 'same';
  if (saving.has(operation) && !ofTheSession.has(kind)) return 'same';
  return needed.has(operation) ? 'none' : 'gaps';
}

/**
 * The permission for an operation, where it has another name, by hand.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function permissionFor(operation: string): string {
  if (operation.startsWith('apigateway:')) return 'apigateway:GET';
  if (operation === 's3:ListBuckets') return 's3:ListAllMyBuckets';
  return operation === 's3:HeadBucket' ? 's3:ListBucket' : operation;
}

/** All cells: each operation in every way in which it can go wrong. What has no pages repeats no token; what asks for no resource misses none. */
export function allCells(): readonly Cell[] {
  const kinds = Object.keys(faultKinds) as readonly CellKind[];
  return operations.flatMap((operation) =>
    kinds.flatMap((kind): readonly Cell[] => {
      if (kind === 'repeated page token' && !hasPages(operation)) return [];
      if (kind === 'gone between list and describe' && !asksForOne(operation)) return [];
      if (operation === 's3:HeadBucket' && ofTheBody.has(kind)) return [];
      return [{ operation, kind }];
    }),
  );
}

/** The fault that makes a cell. */
export function faultOf({ operation, kind }: Cell, calls: number, region: string): Fault {
  const { fault }: Way = faultKinds[kind];
  // Who asks for the identity has fewer attempts than others.
  const survived = operation.startsWith('sts:') ? 2 : 3;
  return { ...(typeof fault === 'function' ? fault({ calls, region, survived }) : fault), operation };
}

/** Rows on a page, where a list is to break off between two of them. */
export function pageLimitOf({ kind }: Cell): number {
  return kind === 'access denied in the middle' ? 1 : Number.POSITIVE_INFINITY;
}

/** Could this be the code of a gap that the cell leaves? */
export function isCodeOf({ operation, kind }: Cell, code: string): boolean {
  // Without a body there is no code but the status.
  if (operation === 's3:HeadBucket' && /^HTTP 50\d$/.test(code)) return true;
  const { codes }: Way = faultKinds[kind];
  return codes?.test(code) === true;
}

/** Members of an answer that say where the next page begins. */
const pageTokens = new Set(['NextToken', 'NextMarker', 'NextRecordName', 'Marker']);

/**
 * The definitions of features have pages, of which nothing is kept: the rest is on the first page. The stages of REST APIs, which are asked for,
 * have none; those of HTTP APIs, which have the same name, would.
 */
const firstPageOnly: ReadonlySet<string> = new Set(['sagemaker:DescribeFeatureGroup', 'apigateway:GetStages']);

function hasPages(action: string): boolean {
  if (firstPageOnly.has(action)) return false;
  return serviceNames(action).some((service) => {
    const shapes = operationShapes(service, action.split(':')[1] ?? '');
    const members = shapes === undefined ? [] : [...shapes.output.structIterator()].map(([member]) => member);
    return members.some((member) => pageTokens.has(member));
  });
}

function serviceNames(action: string): readonly ServiceName[] {
  return (Object.keys(services) as readonly ServiceName[]).filter((service) => iamPrefix(service) === action.split(':')[0]);
}

function asksForOne(action: string): boolean {
  const name = action.split(':')[1];
  const described = collectionNames.some((collection) => {
    const resource = catalogue[collection];
    return resource.service === 'sagemaker' && action.startsWith('sagemaker:') && resource.describe === name;
  });
  return described || furtherGone(action) !== undefined;
}
