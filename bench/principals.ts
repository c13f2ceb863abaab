import { checks } from '../src/checks/index.ts';
import { audit } from '../src/engine/audit.ts';
import { inventory } from '../test/support/inventory.ts';
import { domain, endpoint, endpointConfig, model, notebook, userProfile } from '../test/support/rows.ts';
import { syntheticPrincipals } from './synthetic-principals.ts';
import { table } from './table.ts';

/**
 * What questions about principals cost, and how it grows with their number: every check that judges users and roles, over ten policies each.
 *
 * @param sizes ascending
 */
export function principals(sizes: readonly number[]): string {
  const asked = checks.filter(({ needs }) => needs.length === 1 && needs[0] === 'accountAuthorization');
  let before: { readonly size: number; readonly time: number } | undefined;
  const rows = sizes.map((size) => {
    const time = timed(size, asked);
    const growth = before === undefined ? '' : (Math.log(time / before.time) / Math.log(size / before.size)).toFixed(2);
    before = { size, time };
    return [size.toLocaleString('en'), time.toFixed(0), ((size / time) * 1000).toFixed(0), growth];
  });
  return `${asked.length} checks\n\n${table(['principals', 'time (ms)', 'principals per second', 'growth'], rows)}`;
}

function timed(size: number, asked: typeof checks): number {
  const several = { PrimaryContainer: { Image: 'x', Mode: 'MultiModel' } } as const;
  const account = inventory({
    accountAuthorization: syntheticPrincipals(size),
    domains: [domain('d-1'), domain('d-2')],
    userProfiles: [userProfile('u0'), userProfile('r1'), userProfile('other', {}, 'd-2')],
    notebookInstances: [notebook('nb-1'), notebook('nb-2')],
    endpoints: [endpoint()],
    endpointConfigs: [endpointConfig()],
    models: [model('model-1', several)],
  });
  const start = performance.now();
  audit(account, asked, '0.0.0');
  return performance.now() - start;
}
