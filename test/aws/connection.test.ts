import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { HttpRequest } from '@smithy/core/protocols';
import { ListModelsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../src/aws/connection.ts';
import { failureOf } from '../../src/aws/failure.ts';

/** A host that answers nobody before it is told to, and counts who is connected. */
async function waitingHost(): Promise<{ server: Server; port: number; connected: () => number; answer: () => void }> {
  let open = 0;
  const waiting: (() => void)[] = [];
  let answering = false;
  const server = createServer((_request, response) => {
    if (answering) response.end();
    else waiting.push(() => response.end());
  });
  server.on('connection', () => (open += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = (): void => {
    answering = true;
    for (const end of waiting.splice(0)) end();
  };
  return { server, port: (server.address() as AddressInfo).port, connected: () => open, answer };
}

describe('the handler of all clients', () => {
  it('opens fifty sockets to a host and no more, and no request waits for those of another host', async () => {
    const [busy, other] = [await waitingHost(), await waitingHost()];
    const handler = createHandler({ connectTimeoutMs: 20_000, readTimeoutMs: 20_000, maxAttempts: 1 });
    const ask = async ({ port }: { port: number }): Promise<number> => {
      const request = new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, method: 'GET', path: '/' });
      const { response } = await handler.handle(request);
      // A socket is free again when its answer has been read.
      (response.body as Readable).resume();
      return response.statusCode;
    };
    const requests = [...Array.from({ length: 120 }, () => ask(busy)), ...Array.from({ length: 3 }, () => ask(other))];
    await expect.poll(other.connected).toBe(3);
    await expect.poll(busy.connected).toBe(50);
    // Those that wait for a socket get one as soon as others are done, and none is lost.
    busy.answer();
    other.answer();
    const answers = await Promise.all(requests);
    expect(answers).toEqual(Array.from({ length: 123 }, () => 200));
    expect(busy.connected()).toBe(50);
    handler.destroy();
    for (const { server } of [busy, other]) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('gives up on a server that stops in the middle of its answer', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': '1000' });
      response.write('{"Models":[');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const requestHandler = createHandler({ connectTimeoutMs: 5000, readTimeoutMs: 150, maxAttempts: 1 });
    const client = new SageMakerClient({
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
      requestHandler,
    });
    const failure = await client.send(new ListModelsCommand({})).catch(failureOf);
    expect(failure).toMatchObject({ code: expect.stringMatching(/^(TimeoutError|ECONNRESET)$/) as string });
    requestHandler.destroy();
    server.closeAllConnections();
    server.close();
  });
});
