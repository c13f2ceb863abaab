import { regionIn } from './region-name.ts';

/** What the path of a file tells of where its content belongs. */
export interface PathPlace {
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** The folder without what is named after a Region: files there are answers to one and the same caller. */
  readonly pool: string;
}

/**
 * The Region and the account that the nearest name in a path tells: `aws_configs/us-west-2/Vpcs.json`, `123456789012/us-west-2/a.json`, and as
 * older tools write it, `Vpcs-us-west-2.json`.
 *
 * @param path with slashes; names of folders above the one that was given may stand in front
 */
export function placeInPath(path: string): PathPlace {
  const names = path.split('/');
  const nearest = [...names].reverse();
  return {
    region: firstOf(nearest, regionIn),
    account: firstOf(nearest, accountIn),
    pool: names
      .slice(0, -1)
      .filter((name) => regionIn(name) === undefined)
      .join('/'),
  };
}

/** The one number of twelve digits in a name. */
function accountIn(name: string): string | undefined {
  const found = new Set(name.match(/(?<!\d)\d{12}(?!\d)/g));
  return found.size === 1 ? [...found][0] : undefined;
}

function firstOf(names: readonly string[], tell: (name: string) => string | undefined): string | undefined {
  for (const name of names) {
    const told = tell(name);
    if (told !== undefined) return told;
  }
  return undefined;
}
