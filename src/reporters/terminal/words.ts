/** `1204` → `1,204`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 failure`, `1,204 failures`. */
export function counted(count: number, singular: string, plural = pluralOf(singular)): string {
  return `${grouped(count)} ${count === 1 ? singular : plural}`;
}

/** What people call resources of these CloudFormation types: `notebook instance`; `resource` where there are several. */
export function nounFor(types: Iterable<string>): string {
  const [only, another] = [...types].slice(0, 2);
  const name = only?.split('::')[2] ?? '';
  return another === undefined && /^[A-Za-z0-9]{1,40}$/.test(name) ? spaced(name) : 'resource';
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `2 min 11 s` between two times; undefined where one of them is none. */
export function duration(from: string, to: string): string | undefined {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  if (!(seconds >= 0)) return undefined;
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const shown = parts.filter(([amount]) => amount > 0).slice(0, 2);
  return shown.length === 0 ? 'under 1 s' : shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}

/** `NotebookInstance` → `notebook instance`; abbreviations such as `VPC` stay. */
function spaced(name: string): string {
  return name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}
