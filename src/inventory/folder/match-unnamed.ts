import { unnamedMark } from './described-source.ts';

/**
 * The id that an answer is about; where only its file's name tells it, that of the one resource whose ARN ends in a part of that name.
 *
 * @param ids ARNs of the resources that are there
 * @returns undefined where the name fits none, or several
 */
export function matchUnnamed(id: string, ids: readonly string[]): string | undefined {
  if (!id.startsWith(unnamedMark)) return id;
  const words = id.slice(unnamedMark.length);
  // arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/name/0123456789abcdef
  const fits = ids.filter((arn) => {
    const parts = arn.split('/').slice(1);
    const [name, hash] = [parts.at(-2), parts.at(-1)];
    return [name, hash].some((part) => part !== undefined && isWordOf(part, words));
  });
  return fits.length === 1 ? fits[0] : undefined;
}

/** Does the name stand in the text with nothing before and after it that could belong to a name? */
function isWordOf(word: string, text: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const around = [text[at - 1], text[at + word.length]];
  return around.every((character) => character === undefined || !/[A-Za-z0-9]/.test(character));
}
