/** One statement of a shell script, cut into the programs of its pipeline. */
export interface Statement {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly pipeline: readonly (readonly string[])[];
}

/** Programs that start others, and say nothing themselves. */
const wrappers = new Set(['sudo', 'env', 'nohup', 'time', 'exec', 'command', 'then', 'do', 'else', 'if', '!', '{', '(']);

/**
 * The statements of a shell script, roughly: continued lines are joined, and quotes only taken off. That is enough to see what a script fetches,
 * unless it hides it.
 */
export function* statementsOf(script: string): Generator<Statement, void> {
  let [held, start] = ['', 1];
  for (const [at, raw] of script.split(/\r\n|\r|\n/).entries()) {
    if (held === '') start = at + 1;
    if (/^\s*#/.test(raw)) continue;
    if (raw.endsWith('\\')) {
      held += `${raw.slice(0, -1)} `;
      continue;
    }
    for (const text of `${held}${raw}`.split(/&&|\|\||;/)) {
      if (text.trim() !== '') yield { line: start, text, pipeline: text.split('|').map(wordsOf) };
    }
    held = '';
  }
}

/** The words of one command, from its program on: without quotes, settings of variables, and what only starts it. */
function wordsOf(command: string): readonly string[] {
  const words = command.split(/\s+/).flatMap((word) => word.replaceAll(/["'`]/g, '') || []);
  const first = words.findIndex((word, at) => !wrappers.has(word) && !/^[A-Za-z_]\w*=/.test(word) && !isOptionOfWrapper(words, at));
  return first === -1 ? [] : words.slice(first);
}

/** `sudo -u ec2-user -i`: options before the program, and the user that one of them names. */
function isOptionOfWrapper(words: readonly string[], at: number): boolean {
  return words[at]?.startsWith('-') === true || words[at - 1] === '-u';
}
