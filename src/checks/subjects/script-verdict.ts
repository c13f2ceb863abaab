import type { Evidence } from '../../core/evidence.ts';
import type { Fetch, Script } from '../../inventory/script.ts';
import { parseAddress, intersect } from '../../network/address-set.ts';
import { internet } from '../../network/internet.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';

/** A script, and where it stands in the answer. */
export interface PlacedScript {
  readonly path: string;
  readonly script: Script;
}

/** Enough to find one of them and to see that there are more. */
const shown = 5;

const said = { run: 'runs what it fetches', install: 'installs packages', clone: 'takes a repository', download: 'downloads' } as const;

/** Do these scripts bring code from the internet? What they download and do not start is not weighed. */
export function scriptVerdict(scripts: readonly PlacedScript[], source: string): Verdict {
  const read = scripts.flatMap(({ path, script }) => (script.Fetches ?? []).map((fetch) => ({ path, fetch })));
  const code = read.filter(({ fetch }) => fetch.How !== 'download');
  const evidence = (rows: typeof read): readonly Evidence[] =>
    rows.slice(0, shown).map(({ path, fetch }) => ({
      source,
      path: `${path} line ${fetch.Line}: ${fetch.Command}`,
      value: `${said[fetch.How]}: ${fetch.Host ?? 'from where is not in the script'}`,
    }));
  const outside = code.filter(({ fetch: { Host } }) => Host !== null && isOnInternet(Host));
  const [first, ...rest] = evidence(outside);
  if (first !== undefined)
    return fail(`${scripts.length === 1 ? 'the script' : 'a script'} ${messageOf(outside.map(({ fetch }) => fetch))}`, [first, ...rest]);
  if (scripts.some(({ script }) => (script.Fetches ?? null) === null)) return unknown('a script could not be decoded');
  const hidden = code.filter(({ fetch }) => fetch.Host === null);
  if (hidden.length > 0) return unknown('a script brings code from a place that it does not name itself', evidence(hidden));
  if (code.length > 0) return pass('the scripts bring code from your own places only', evidence(code));
  return pass('the scripts bring no code from elsewhere', evidence(read));
}

function messageOf(fetches: readonly Fetch[]): string {
  const worst = (['run', 'install', 'clone'] as const).find((how) => fetches.some(({ How }) => How === how)) ?? 'run';
  const from = fetches.find(({ How }) => How === worst)?.Host ?? '';
  return {
    run: `fetches code from ${from} and runs it`,
    install: `installs packages from ${from}`,
    clone: `takes a repository from ${from}`,
  }[worst];
}

/**
 * Is this host somebody else's on the internet? Repositories of CodeCommit and CodeArtifact are those of an account, and private addresses and
 * names lead nowhere outside.
 */
export function isOnInternet(host: string): boolean {
  const address = parseAddress(host);
  if (address !== undefined) return intersect([address], internet[address.family]).length > 0;
  if (/^git-codecommit(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(host)) return false;
  if (/^[a-z0-9-]+\.d\.codeartifact\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(host)) return false;
  return host.includes('.') && !/\.(internal|local|localhost|corp|lan|home\.arpa)$/.test(host);
}
