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

/** Sockets in all, over every client and Region. */
const maxSockets = 50;

/**
 * One handler for all clients, so that the bound on sockets holds for the process.
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
    httpAgent: { maxSockets },
    httpsAgent: { maxSockets },
  });
}
