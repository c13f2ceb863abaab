import { NodeHttpHandler } from '@smithy/node-http-handler';

/** How to reach AWS: the same for every client of a run. */
export interface ConnectionOptions {
  /** Instead of AWS's own endpoints. */
  readonly endpointUrl?: string;
  readonly connectTimeoutMs: number;
  /** How long one attempt may take before it counts as failed and is tried again. */
  readonly readTimeoutMs: number;
  readonly maxAttempts: number;
}

/**
 * Sockets to one host, that is to one service in one Region, for all who ask it; what the pacer lets pass needs a few of them.
 *
 * Node's bound over all hosts, `maxTotalSockets`, is no use here: idle sockets of one host count, so that requests to another
 * wait until the first host has closed them.
 */
const sockets = { maxSockets: 50 };

/**
 * One handler for all clients, so that those of one host share its sockets.
 *
 * Without `throwOnRequestTimeout` the SDK only warns and keeps waiting; a server that stops in the middle of a body is caught by the
 * idle timeout of the socket.
 */
export function createHandler(options: ConnectionOptions): NodeHttpHandler {
  return new NodeHttpHandler({
    connectionTimeout: options.connectTimeoutMs,
    requestTimeout: options.readTimeoutMs,
    socketTimeout: options.readTimeoutMs,
    throwOnRequestTimeout: true,
    httpAgent: sockets,
    httpsAgent: sockets,
  });
}
