import { regionIn } from './region-name.ts';

/** What the path of a file tells of where its content belongs. */
export interface PathPlace {
  /** The name of the nearest folder that is a Region's. */
  readonly region: string | undefined;
  /** The nearest name that has one in it, as older tools write it: `Vpcs-us-west-2.json`. Resources are named after Regions, too, and not always theirs. */
  readonly likelyRegion: string | undefined;
  readonly account: string | undefined;
  /** The folder without what is named after a Region: files there are answers to one and the same caller. */
  readonly pool: string;
}

/**
 * Where a file belongs, by the names in its path: `aws_configs/us-west-2/Vpcs.json`, `accounts/123456789012/us-west-2/a.json`.
 *
 * @param path with slashes; names of folders above the one that was given may stand in front
 */
export function placeInPath(path: string): PathPlace {
  const names = path.split('/').reverse();
  const folders = names.slice(1);
  return {
    region: folders.find((name) => regionIn(name) === name),
    likelyRegion: firstOf(names, regionIn),
    account: folders.find((name) => accountIn(name) === name) ?? firstOf(names, accountIn),
    pool: folders
      .filter((name) => regionIn(name) === undefined)
      .reverse()
      .join('/'),
  };
}

/** A year, month, day, hour and minute have twelve digits, too, and snapshots are called after them. */
const time = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/;

/** The one number of twelve digits in a name that is neither a time nor a part of an identifier. */
function accountIn(name: string): string | undefined {
  const found = new Set(name.match(/(?<![a-z0-9])\d{12}(?![a-z0-9])/gi)?.filter((digits) => !time.test(digits)));
  return found.size === 1 ? [...found][0] : undefined;
}

function firstOf(names: readonly string[], tell: (name: string) => string | undefined): string | undefined {
  for (const name of names) {
    const told = tell(name);
    if (told !== undefined) return told;
  }
  return undefined;
}
