import type { RuleGroup } from './policy-rows.ts';

/** A rule of Suricata as far as its header goes. https://docs.suricata.io/en/suricata-7.0.8/rules/intro.html */
export interface HeaderRule {
  /** In lower case: `pass`, `drop`, `reject`, `alert`. */
  readonly action: string;
  /** In lower case: `ip`, `tcp`, `tls` … */
  readonly protocol: string;
  readonly source: string;
  readonly sourcePort: string;
  /** Does it match both ways round? */
  readonly bothWays: boolean;
  readonly destination: string;
  readonly destinationPort: string;
  /** Do its options say nothing of what it matches? */
  readonly exact: boolean;
  /** Which packets of a flow its options leave it, where they say so. */
  readonly flow: 'to-server' | 'to-client' | undefined;
  /** Its options, as they are written. */
  readonly options: readonly string[];
  /** The header, as people write it. */
  readonly text: string;
}

/** Options that name, number or describe a rule, and decide nothing. */
const describing = new Set(['sid', 'rev', 'gid', 'msg', 'metadata', 'classtype', 'reference', 'priority', 'target']);

type StatefulRule = NonNullable<NonNullable<RuleGroup['RulesSource']>['StatefulRules']>[number];

/** A rule that was given field by field. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatefulRule.html */
export function ruleFromFields({ Action, Header, RuleOptions }: StatefulRule): HeaderRule | undefined {
  if (Action === undefined || Header === undefined) return undefined;
  const { Protocol, Source, SourcePort, Destination, DestinationPort, Direction } = Header;
  const direction: string | undefined = Direction;
  if (direction !== undefined && direction !== 'FORWARD' && direction !== 'ANY') return undefined;
  const options = (RuleOptions ?? []).map(({ Keyword = '', Settings = [] }) => [Keyword, ...Settings].join(':'));
  return made(
    Action,
    Protocol ?? 'ip',
    [Source ?? 'any', SourcePort ?? 'any', direction === 'ANY' ? '<>' : '->', Destination ?? 'any', DestinationPort ?? 'any'],
    options,
  );
}

const parsed = new WeakMap<object, readonly (HeaderRule | undefined)[]>();

/**
 * The rules of a text in Suricata's language, undefined for each that cannot be read. Read once for each source.
 *
 * @param source the object that holds the text, by which the answer is remembered
 */
export function rulesFromText(source: object, text: string): readonly (HeaderRule | undefined)[] {
  let rules = parsed.get(source);
  if (rules === undefined) {
    const lines = text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/);
    const written = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    parsed.set(source, (rules = written.map(ruleFromLine)));
  }
  return rules;
}

function ruleFromLine(line: string): HeaderRule | undefined {
  const open = line.indexOf('(');
  if (open === -1 || !line.endsWith(')')) return undefined;
  const words = outsideBrackets(line.slice(0, open));
  const [action, protocol, source, sourcePort, direction, destination, destinationPort, ...more] = words;
  if (action === undefined || protocol === undefined || destinationPort === undefined || more.length > 0) return undefined;
  if (!/^(pass|drop|reject|alert)$/i.test(action) || !/^[a-z0-9]+$/i.test(protocol)) return undefined;
  if (direction !== '->' && direction !== '<>') return undefined;
  return made(
    action,
    protocol,
    [source ?? '', sourcePort ?? '', direction, destination ?? '', destinationPort],
    optionsOf(line.slice(open + 1, -1)),
  );
}

function made(
  action: string,
  protocol: string,
  [source, sourcePort, direction, destination, destinationPort]: readonly [string, string, string, string, string],
  options: readonly string[],
): HeaderRule {
  const keywords = options.map((option) => (option.split(':')[0] ?? '').trim().toLowerCase());
  const flows = options
    .filter((_, at) => keywords[at] === 'flow')
    .join()
    .toLowerCase();
  return {
    action: action.toLowerCase(),
    protocol: protocol.toLowerCase(),
    source,
    sourcePort,
    bothWays: direction === '<>',
    destination,
    destinationPort,
    exact: keywords.every((keyword) => describing.has(keyword)),
    flow: /to_server|from_client/.test(flows) ? 'to-server' : /to_client|from_server/.test(flows) ? 'to-client' : undefined,
    options,
    text: [action.toLowerCase(), protocol.toLowerCase(), source, sourcePort, direction, destination, destinationPort].join(' '),
  };
}

/** Words between spaces, but lists in brackets are one word whatever they hold. */
function outsideBrackets(text: string): readonly string[] {
  const words: string[] = [];
  let [depth, word] = [0, ''];
  for (const letter of `${text} `) {
    if (letter === '[') depth += 1;
    else if (letter === ']') depth -= 1;
    if (/\s/.test(letter)) {
      if (depth > 0) continue;
      if (word !== '') words.push(word);
      word = '';
    } else word += letter;
  }
  return words;
}

/** Options end in a semicolon, unless it stands in quotes or behind a backslash. */
function optionsOf(text: string): readonly string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|\\.|[^;"\\])+/g) ?? []).map((option) => option.trim()).filter((option) => option !== '');
}
