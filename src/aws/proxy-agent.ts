import type { ClientRequest } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

/** Reaches hosts through a tunnel of a proxy, and trusts them by the certificates given; the agent's own options concern the proxy alone. */
export class ProxyAgent extends HttpsProxyAgent<string> {
  readonly #certificates: string | undefined;

  /** @param proxy its URL, with a user and password where it asks for them */
  constructor(proxy: string, certificates: string | undefined, sockets: { readonly maxSockets: number; readonly keepAlive: boolean }) {
    super(proxy, { ...sockets, ...(certificates === undefined ? {} : { ca: certificates }) });
    this.#certificates = certificates;
  }

  override connect(request: ClientRequest, options: ConnectOptions): ReturnType<HttpsProxyAgent<string>['connect']> {
    const trust = this.#certificates === undefined ? {} : { ca: this.#certificates };
    return super.connect(request, { ...options, ...trust });
  }
}
