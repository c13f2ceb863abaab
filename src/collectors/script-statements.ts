/** One statement of a shell script, cut into the programs of its pipeline. */
export interface Statement {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly pipeline: readonly (readonly string[])[];
}

/** Programs that start others, and say nothing themselves. */
const wrappers = new Set([
  'sudo',
  'doas',
  'env',
  'nohup',
  'time',
  'timeout',
  'nice',
  'ionice',
  'stdbuf',
  'setsid',
  'xargs',
  'exec',
  'command',
  'builtin',
  'then',
  'do',
  'else',
  'elif',
  'if',
  'while',
  'until',
  '!',
  '{',
  '(',
]);

/** Shells that are handed what they run after an option. */
const shells = /^(?:.*\/)?(?:(?:ba|z|da|k)?sh|su)$/;

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
  const words = command.split(/\s+/).flatMap((word) => bareWord(word) || []);
  const first = words.findIndex((word, at) => !wrappers.has(word) && !/^[A-Za-z_]\w*=/.test(word) && !isOptionOfWrapper(words, at));
  return first === -1 ? [] : withinShell(words.slice(first));
}

/** Without quotes, and without the parentheses of a subshell around it. */
function bareWord(word: string): string {
  const bare = word.replaceAll(/["'`]/g, '').replace(/^[({]+(?=.)/, '');
  return bare.includes('(') ? bare : bare.replace(/(?<=.)[)}]+$/, '');
}

/** `sudo -u ec2-user -i`, `timeout 5`: options before the program, and the user or the time that one of them names. */
function isOptionOfWrapper(words: readonly string[], at: number): boolean {
  return words[at]?.startsWith('-') === true || words[at - 1] === '-u' || /^\d+[smhd]?$/.test(words[at] ?? '');
}

/** `sh -c 'curl … | sh'`: what the shell is told to run; a command that it gets from elsewhere (`sh -c "$(curl …)"`) is left as it is. */
function withinShell(words: readonly string[]): readonly string[] {
  const option = words.findIndex((word, at) => at > 0 && /^-[a-z]*c$/.test(word));
  const inner = words[option + 1];
  if (!shells.test(words[0] ?? '') || option === -1 || inner === undefined || /^[$<]\(/.test(inner)) return words;
  return wordsOf(words.slice(option + 1).join(' '));
}
