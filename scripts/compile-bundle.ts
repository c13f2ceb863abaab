import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const recorder = fileURLToPath(new URL('record-compiled.cjs', import.meta.url));

/**
 * Has V8 compile the bundle, and keeps the result beside it, for `bin/load.js`. What is compiled is what really runs: the demo, and the way of
 * a live audit to its first answer, which is a refusal here.
 *
 * Only the version of Node.js that this runs in can use the result; others compile the bundle at each start.
 */
export async function compileBundle(): Promise<void> {
  const refusal = '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>';
  const server = createServer((_request, response) => response.writeHead(403, { 'content-type': 'text/xml' }).end(refusal));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await record(['audit', '--demo'], 1, {});
    await record(['audit', '--region', 'us-east-1', '--endpoint-url', endpoint], 4, {
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
  } finally {
    server.close();
  }
}

async function record(args: readonly string[], exit: number, env: Readonly<Record<string, string>>): Promise<void> {
  // Nothing else of the environment: options for Node in it would make code that no one else can use. Windows needs to know where it is.
  const { PATH = '', SystemRoot = '' } = process.env;
  await promisify(execFile)(process.execPath, [recorder, String(exit), ...args], { env: { PATH, SystemRoot, LANG: 'C.UTF-8', ...env } });
}
