const region =
  '(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-(?:gov|iso[a-f]?|de))?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d{1,2}';
const within = new RegExp(`(?<![a-z0-9])${region}(?![a-z0-9])`, 'g');
const ofZone = new RegExp(`^(${region})(?:[a-z]$|-)`);

/** The one Region that a text such as a folder's or a file's name tells; undefined where it tells none, or several. */
export function regionIn(text: string): string | undefined {
  const found = new Set(text.toLowerCase().match(within));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The Region of an Availability Zone, a Local Zone or a Wavelength Zone: `us-west-2b`, `us-west-2-lax-1a`. */
export function regionOfZone(zone: string): string | undefined {
  return ofZone.exec(zone)?.[1];
}

const directions: Readonly<Record<string, string>> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  c: 'central',
  ne: 'northeast',
  nw: 'northwest',
  se: 'southeast',
  sw: 'southwest',
};

/**
 * The Region of the id of a zone: `usw2-az1`.
 * https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
 */
export function regionOfZoneId(id: string): string | undefined {
  const [, area = '', gov, direction = '', number = ''] =
    /^(af|ap|ca|cn|eu|il|me|mx|sa|us)(g)?([nsewc]|n[ew]|s[ew])(\d{1,2})-/.exec(id) ?? [];
  const word = directions[direction];
  return word === undefined ? undefined : `${area}${gov === undefined ? '' : '-gov'}-${word}-${number}`;
}

/** Partitions by the beginning of their Regions' names; everything else is `aws`. */
const partitions: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eusc-/, 'aws-eusc'],
];

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function partitionOfRegion(name: string): string {
  return partitions.find(([start]) => start.test(name))?.[1] ?? 'aws';
}
