import type { Truth } from './truth.ts';
import { yesOrNo } from './truth.ts';
import { literal } from './pattern.ts';
import { matchesGlob } from './glob.ts';

/** An ARN has six parts, and the last may hold colons. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const parts = 6;

/** The six parts of an ARN. Undefined for what is none. */
export function arnParts(text: string): readonly string[] | undefined {
  const pieces = text.split(':');
  if (pieces.length < parts) return undefined;
  return [...pieces.slice(0, parts - 1), pieces.slice(parts - 1).join(':')];
}

/**
 * Does an ARN match, part by part? A wildcard does not reach over a colon, but in the last part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 *
 * @returns maybe for a pattern that is no ARN: what AWS makes of it is not written anywhere
 */
export function matchesArn(pattern: string, text: string): Truth {
  if (pattern === '*') return 'yes';
  const wanted = arnParts(pattern);
  if (wanted === undefined) return /[*?]/.test(pattern) ? 'maybe' : yesOrNo(literal(text) === pattern);
  const given = arnParts(literal(text));
  return yesOrNo(given !== undefined && wanted.every((part, index) => matchesGlob(part, given[index] ?? '')));
}
