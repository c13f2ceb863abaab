/** Where a text stops being JSON: line and column, from one. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** Does the text end before the JSON does? */
  readonly cutOff: boolean;
}

const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next. */
type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/**
 * The first place at which a text is no JSON. Node's own message names it for some faults and not for others, and differently in each version.
 *
 * @param text one that JSON.parse refuses
 */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found: RegExpExecArray | null = token.exec(text);
    const next: Expecting | undefined = found === null ? undefined : after(expecting, found, open);
    if (next === undefined || found === null) break;
    expecting = next;
    at = token.lastIndex;
  }
  return positionOf(text, at + (/^[ \t\n\r]*/.exec(text.slice(at, at + 100_000))?.[0].length ?? 0));
}

/** What may come after this token; undefined where the token may not come. */
function after(expecting: Expecting, [, mark, string]: RegExpExecArray, open: ('{' | '[')[]): Expecting | undefined {
  const ended = (): Expecting => (open.length === 0 ? 'nothing' : ', or end');
  if (expecting === ':') return mark === ':' ? 'value' : undefined;
  if (expecting === ', or end' && mark === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (mark === '}' || mark === ']') {
    const fits =
      open.at(-1) === (mark === '}' ? '{' : '[') && (expecting === ', or end' || expecting === (mark === '}' ? 'key or }' : 'value or ]'));
    if (!fits) return undefined;
    open.pop();
    return ended();
  }
  if (expecting === 'key' || expecting === 'key or }') return string === undefined ? undefined : ':';
  if (expecting !== 'value' && expecting !== 'value or ]') return undefined;
  if (mark === undefined) return ended();
  if (mark !== '{' && mark !== '[') return undefined;
  open.push(mark);
  return mark === '{' ? 'key or }' : 'value or ]';
}

function positionOf(text: string, at: number): JsonFault {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - start + 1, cutOff: at >= text.length };
}
