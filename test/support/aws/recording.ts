import { readFileSync } from 'node:fs';
import { requiredMembers, type OperationShapes } from './services.ts';

/** An answer as JSON keeps it (dates are ISO strings), or `{ "__error": "AccessDeniedException", "message": "…" }` for a refusal. */
export type RecordedAnswer = Readonly<Record<string, unknown>>;

/** The pages of a list: the first for a request without a token, each other for the token of the page before it. */
export type RecordedPages = readonly RecordedAnswer[];

/**
 * Answers of one client, by command.
 *
 * A list of pages answers whatever the input is. An object has answers by input; its keys are the value of the required input member
 * (`"my-notebook"`, or several joined by `/`), or `Member=value,Member=value` for any other members. The key `""` takes what is left.
 */
export type Recording = Readonly<Record<string, RecordedPages | Readonly<Record<string, RecordedAnswer | RecordedPages>>>>;

/** Reads a recording, such as one of `fixtures/recordings/`. */
export function loadRecording(path: string | URL): Recording {
  return JSON.parse(readFileSync(path, 'utf8')) as Recording;
}

/** The answer to a command; `undefined` where none was recorded. */
export function recordedAnswer(
  recording: Recording,
  command: string,
  input: Readonly<Record<string, unknown>>,
  shapes: OperationShapes,
): RecordedAnswer | undefined {
  const recorded = recording[command];
  if (recorded === undefined) return undefined;
  const answers = isPages(recorded) ? recorded : byInput(recorded, input, shapes);
  return answers === undefined || !isPages(answers) ? answers : pageFor(answers, input['NextToken'] ?? input['Marker']);
}

function isPages(recorded: unknown): recorded is RecordedPages {
  return Array.isArray(recorded);
}

function pageFor(pages: RecordedPages, token: unknown): RecordedAnswer | undefined {
  if (token === undefined) return pages[0];
  // IAM calls its token Marker.
  const previous = pages.findIndex((page) => (page['NextToken'] ?? page['Marker']) === token);
  return previous < 0 ? undefined : pages[previous + 1];
}

function byInput(
  recorded: Readonly<Record<string, RecordedAnswer | RecordedPages>>,
  input: Readonly<Record<string, unknown>>,
  { input: schema }: OperationShapes,
): RecordedAnswer | RecordedPages | undefined {
  const members = requiredMembers(schema).length > 0 ? requiredMembers(schema) : [...schema.structIterator()].map(([name]) => name);
  const name = members
    .map((member) => input[member])
    .filter((value) => value !== undefined)
    .map(String)
    .join('/');
  if (Object.hasOwn(recorded, name)) return recorded[name];
  const conditions = Object.keys(recorded)
    .filter((key) => key.includes('='))
    .toSorted((a, b) => b.split(',').length - a.split(',').length);
  const fitting = conditions.find((key) =>
    key.split(',').every((condition) => {
      const [member = '', value] = condition.split('=');
      return String(input[member]) === value;
    }),
  );
  return recorded[fitting ?? ''];
}
