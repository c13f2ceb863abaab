/**
 * Serves an account until it is stopped, for trying the CLI by hand:
 *
 *     npx tsx test/support/aws/serve.ts fixtures/accounts/demo.json [--port 4566] [--quota] [--latency 20] [--empty-pages 1]
 */
import { parseArgs } from 'node:util';
import { loadAccount } from './account.ts';
import { startLoopback } from './loopback.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    quota: { type: 'boolean', default: false },
    latency: { type: 'string', default: '0' },
    'empty-pages': { type: 'string', default: '0' },
  },
});

if (positionals.length === 0) {
  process.stderr.write('usage: serve.ts ACCOUNT.json… [--port N] [--quota] [--latency MS] [--empty-pages N]\n');
  process.exitCode = 2;
} else {
  const loopback = await startLoopback(
    positionals.map((path) => loadAccount(path)),
    { port: Number(values.port), quota: values.quota, latencyMs: Number(values.latency), emptyPages: Number(values['empty-pages']) },
  );
  for (const [name, value] of Object.entries(loopback.environment())) process.stdout.write(`export ${name}=${value}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void loopback.close());
}
