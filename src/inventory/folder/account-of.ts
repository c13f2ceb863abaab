import type { PathPlace } from './place-in-path.ts';
import type { ReadFile } from './read-file.ts';
import type { ToldAccount } from './told.ts';

/** Stands where nothing tells the account: old snapshots name no owner. */
export const unknownAccount = '000000000000';

/** From what says most to what says least. */
const weights = ['caller', 'own', 'owner'] as const satisfies readonly ToldAccount['weight'][];

/** How often each account is told, by the weight of what tells it. */
type Votes = Readonly<Record<ToldAccount['weight'], Map<string, number>>>;

/**
 * Whose answers files are: the account in the path; else what the files of the same folder tell (its Region folders count as one), and then what
 * the whole folder tells. The caller's identity decides before resources that only their own account lists, and these before owners, since
 * subnets and more may be shared by another account.
 */
export function accountsOf(files: readonly ReadFile[]): (place: PathPlace) => string {
  const pools = new Map<string, Votes>();
  const whole = noVotes();
  for (const { place, answers } of files) {
    if (place.account !== undefined) continue;
    const pool = pools.get(place.pool) ?? noVotes();
    pools.set(place.pool, pool);
    for (const { told } of answers.flatMap((answer) => answer.told.map((row) => ({ told: row.place.account })))) {
      if (told === undefined) continue;
      for (const votes of [pool[told.weight], whole[told.weight]]) votes.set(told.id, (votes.get(told.id) ?? 0) + 1);
    }
  }
  return ({ account, pool }) =>
    account ?? mostTold(callerAbove(pools, pool)) ?? mostTold(pools.get(pool)) ?? mostTold(whole) ?? unknownAccount;
}

/** The identity in a folder goes for the folders below it, too. */
function callerAbove(pools: ReadonlyMap<string, Votes>, pool: string): Votes | undefined {
  for (let folder = pool; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0))) {
    const votes = pools.get(folder);
    if (votes !== undefined && votes.caller.size > 0) return votes;
    if (folder === '') return undefined;
  }
}

function mostTold(votes: Votes | undefined): string | undefined {
  for (const weight of weights) {
    const [first] = [...(votes?.[weight] ?? [])].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    if (first !== undefined) return first[0];
  }
  return undefined;
}

function noVotes(): Votes {
  return { caller: new Map(), own: new Map(), owner: new Map() };
}
