import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountFixture } from './account.ts';
import { answer } from './answer.ts';
import { AwsError, expired } from './aws-error.ts';
import { accountOfAccessKey, credentialScope, credentialsOf, isOver } from './credentials.ts';
import { Faults, type Fault } from './faults.ts';
import { TokenBuckets, type Clock } from './quota.ts';
import { revive } from './revive.ts';
import { iamPrefix, operationShapes, serviceOf, services } from './services.ts';
import { assertStructure } from './validate-account.ts';
import { protocolOf, type Response } from './wire.ts';

/** One request that arrived. */
export interface CallRecord {
  /** As in IAM actions. */
  readonly service: string;
  readonly operation: string;
  /** The version of the API, or what tells it in its protocol: two of load balancing share a name. */
  readonly dialect: string;
  readonly region: string;
  /** The account of the access key, whether or not it is served. */
  readonly account: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** By the clock of the loopback AWS. */
  readonly at: number;
  /** The HTTP status; 0 as long as there is no answer. */
  readonly status: number;
  /** The code of the error, if it was one. */
  readonly error?: string;
}

export interface LoopbackOptions {
  /** Enforce the published quotas, per account, Region and operation. */
  readonly quota?: boolean;
  /** How long every answer takes. */
  readonly latencyMs?: number;
  /** For the quotas; milliseconds. */
  readonly clock?: Clock;
  /** How many empty pages with a token every list puts before each full one. */
  readonly emptyPages?: number;
  /** The most rows on a page of any list that is asked for in pages. */
  readonly pageLimit?: number;
  readonly faults?: readonly Fault[];
  readonly port?: number;
  /** How long sessions of roles last, where it is not as long as was asked. */
  readonly sessionSeconds?: number;
  /** Other access keys, and the accounts they belong to. */
  readonly accessKeys?: Readonly<Record<string, string>>;
}

/** An AWS on 127.0.0.1. */
export interface Loopback {
  readonly url: string;
  /** Every request since the start, or since {@link reset}, in the order of arrival. */
  readonly calls: readonly CallRecord[];
  /** @returns what takes the fault back */
  readonly setFault: (fault: Fault) => () => void;
  /** Takes all faults back, and forgets the calls. */
  readonly reset: () => void;
  /** Variables for a child process (or a client) that shall talk to this AWS as one account. */
  readonly environment: (account?: string, region?: string) => Record<string, string>;
  /** Also drops connections that wait for an answer. */
  readonly close: () => Promise<void>;
}

/**
 * Serves accounts over the real wire protocols of AWS.
 *
 * @throws if an account holds what AWS could not answer
 */
export async function startLoopback(
  accounts: AccountFixture | readonly AccountFixture[],
  options: LoopbackOptions = {},
): Promise<Loopback> {
  const served = new Map(('account' in accounts ? [accounts] : accounts).map((account) => [account.account, account]));
  for (const account of served.values()) assertStructure(account);
  const faults = new Faults();
  for (const fault of options.faults ?? []) faults.add(fault);
  const clock = options.clock ?? (() => performance.now());
  const calls: Mutable<CallRecord>[] = [];
  const state: State = { served, faults, clock, calls, options, buckets: options.quota === true ? new TokenBuckets(clock) : undefined };
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      // A fault of the double itself: never to be taken for an answer of AWS.
      response.writeHead(501, { 'content-type': 'text/plain' }).end(`loopback AWS: ${String(error)}`);
    });
  });
  // A client may keep a connection as long as it likes; a server that hangs up first makes tests fail now and then.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [first] = served.values();
  return {
    url,
    calls,
    setFault: (fault) => faults.add(fault),
    reset: () => {
      faults.clear();
      calls.length = 0;
    },
    environment: (account = first?.account ?? '', region = Object.keys(served.get(account)?.regions ?? {})[0] ?? 'us-east-1') => {
      const { accessKeyId, secretAccessKey } = credentialsOf(account);
      return { AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: region };
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface State {
  readonly served: ReadonlyMap<string, AccountFixture>;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly calls: Mutable<CallRecord>[];
  readonly options: LoopbackOptions;
  readonly buckets: TokenBuckets | undefined;
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const scope = credentialScope(request.headers.authorization);
  const service = scope === undefined ? undefined : serviceOf(scope.service, body, request.url ?? '');
  if (scope === undefined || service === undefined) {
    response.writeHead(403, { 'content-type': 'application/json' }).end('{"__type":"MissingAuthenticationTokenException"}');
    return;
  }
  const { region, accessKeyId } = scope;
  const asked = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
  const protocol = protocolOf(service);
  const operation = protocol.operationName(service, asked) ?? '';
  const shapes = operationShapes(service, operation);
  const input = shapes === undefined ? {} : await protocol.readInput(service, operation, shapes, asked);
  const account = state.options.accessKeys?.[accessKeyId] ?? accountOfAccessKey(accessKeyId) ?? '';
  const record: Mutable<CallRecord> = {
    service: iamPrefix(service),
    operation,
    dialect: services[service].dialect,
    region,
    account,
    input,
    at: state.clock(),
    status: 0,
  };
  state.calls.push(record);

  const struck = state.faults.strike(record);
  const delays = struck.map((fault) => (fault.kind === 'delay' ? fault.ms : 0));
  const delay = delays.reduce((sum, ms) => sum + ms, state.options.latencyMs ?? 0);
  if (delay > 0) await sleep(delay);
  if (struck.some(({ kind }) => kind === 'hang')) return;
  if (struck.some(({ kind }) => kind === 'reset')) {
    request.socket.resetAndDestroy();
    return;
  }

  const requestId = randomUUID();
  const respond = (): Response => {
    try {
      const { emptyPages = 0, pageLimit = Number.POSITIVE_INFINITY, sessionSeconds } = state.options;
      const lasting = sessionSeconds === undefined ? {} : { sessionSeconds };
      const call = { service, operation, region, input, emptyPages, pageLimit, neighbours: state.served, ...lasting };
      if (isOver(request.headers['x-amz-security-token'] as string | undefined)) throw expired(service);
      const answered = answer(call, state.served.get(account), struck, state.buckets);
      if (shapes === undefined) throw new Error(`${service} has no operation ${operation}`);
      return protocol.writeOutput(
        service,
        operation,
        shapes,
        revive(shapes.output, answered, operation, () => undefined),
        requestId,
      );
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      record.error = error.code;
      return protocol.writeError(service, error, requestId);
    }
  };
  const html = struck.find((fault) => fault.kind === 'html');
  const answered = html === undefined ? respond() : { status: html.status ?? 200, contentType: 'text/html', body: htmlPage };
  record.status = answered.status;
  send(response, answered, requestId, struck);
}

const htmlPage = '<!doctype html>\n<html><head><title>Sign in to the network</title></head><body><p>Please sign in.</p></body></html>\n';

function send(
  response: ServerResponse,
  { status, contentType, body, headers = {} }: Response,
  requestId: string,
  faults: readonly Fault[],
): void {
  const whole = Buffer.from(body);
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const truncated = faults.some(({ kind }) => kind === 'truncated');
  const cutOff = faults.some(({ kind }) => kind === 'cut-off');
  const sent = truncated ? half : whole;
  const said = Object.assign({}, ...faults.map((fault) => ('headers' in fault ? fault.headers : {}))) as Readonly<Record<string, string>>;
  response.writeHead(status, {
    ...headers,
    ...said,
    'content-type': contentType,
    'content-length': sent.length,
    'x-amzn-requestid': requestId,
  });
  if (cutOff) response.write(half, () => response.socket?.resetAndDestroy());
  else response.end(sent);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
