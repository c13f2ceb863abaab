import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { request } from 'node:http';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A proxy as companies have them: it opens tunnels, and remembers to where and for whom. */
export async function startProxy(): Promise<
  Listening & { readonly tunnels: readonly { readonly host: string; readonly auth: string | undefined }[] }
> {
  const tunnels: { host: string; auth: string | undefined }[] = [];
  const server = createServer((_asked, answer) => answer.writeHead(405).end());
  server.on('connect', (asked, client, head) => {
    tunnels.push({ host: asked.url ?? '', auth: asked.headers['proxy-authorization'] });
    const [host = '', port = ''] = (asked.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [upstream, client]) socket.on('error', () => undefined);
  });
  return { ...(await listening(server)), tunnels };
}

/** The same server behind TLS, with a certificate that nobody trusts who has not been told to. */
export async function startTls(url: string): Promise<Listening> {
  const file = (name: string): Buffer => readFileSync(new URL(`../../fixtures/tls/${name}`, import.meta.url));
  const { hostname, port } = new URL(url);
  const server = createTlsServer({ key: file('localhost.key'), cert: file('localhost.pem') }, (asked, answer) => {
    const inner = request({ hostname, port, method: asked.method, path: asked.url, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    inner.on('error', () => answer.destroy());
    asked.pipe(inner);
  });
  return listening(server);
}

function listening(server: Server): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ port, close });
    });
  });
}
