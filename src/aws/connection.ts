import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpHandler, HttpRequest } from '@smithy/core/protocols';
import { getProxyForUrl } from 'proxy-from-env';
import { ProxyAgent } from './proxy-agent.ts';

/** How to reach AWS: the same for every client of a run. */
export interface ConnectionOptions {
  /** Instead of AWS's own endpoints. */
  readonly endpointUrl?: string;
  readonly connectTimeoutMs: number;
  /** How long one attempt may take before it counts as failed and is tried again. */
  readonly readTimeoutMs: number;
  readonly maxAttempts: number;
  /** Certificates in PEM to trust in place of the system's. */
  readonly certificates?: string;
}

/**
 * Sockets to one host, that is to one service in one Region, for all who ask it; what the pacer lets pass needs a few of them.
 *
 * Node's bound over all hosts, `maxTotalSockets`, is no use here: idle sockets of one host count, so that requests to another
 * wait until the first host has closed them.
 */
const sockets = { maxSockets: 50, keepAlive: true };

/**
 * One handler for all clients, so that those of one host share its sockets. Each request goes through the proxy that the environment names for
 * its host (HTTPS_PROXY, HTTP_PROXY, NO_PROXY), or directly.
 */
export function createHandler(options: ConnectionOptions): HttpHandler & { readonly destroy: () => void } {
  const direct = nodeHandler(options);
  const throughProxy = new Map<string, NodeHttpHandler>();
  const handlerFor = (request: HttpRequest): NodeHttpHandler => {
    const proxy = getProxyForUrl(urlOf(request));
    if (proxy === '') return direct;
    let handler = throughProxy.get(proxy);
    if (handler === undefined) throughProxy.set(proxy, (handler = nodeHandler(options, proxy)));
    return handler;
  };
  return {
    metadata: direct.metadata,
    handle: (request, settings) => handlerFor(request).handle(request, settings),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => {
      for (const handler of [direct, ...throughProxy.values()]) handler.destroy();
    },
  };
}

/**
 * Without `throwOnRequestTimeout` the SDK only warns and keeps waiting; a server that stops in the middle of a body is caught by the
 * idle timeout of the socket.
 */
function nodeHandler({ connectTimeoutMs, readTimeoutMs, certificates }: ConnectionOptions, proxy?: string): NodeHttpHandler {
  const agents =
    proxy === undefined
      ? { httpAgent: sockets, httpsAgent: { ...sockets, ...(certificates === undefined ? {} : { ca: certificates }) } }
      : { httpAgent: new ProxyAgent(proxy, certificates, sockets), httpsAgent: new ProxyAgent(proxy, certificates, sockets) };
  return new NodeHttpHandler({
    connectionTimeout: connectTimeoutMs,
    requestTimeout: readTimeoutMs,
    socketTimeout: readTimeoutMs,
    throwOnRequestTimeout: true,
    ...agents,
  });
}

function urlOf({ protocol, hostname, port }: HttpRequest): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}
