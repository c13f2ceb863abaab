import { UnreadableAnswer } from './unreadable-answer.ts';

/**
 * A policy that is an answer's whole body, or a text in it. AWS keeps none that is not a JSON object; anything else is a portal's page, or cut off.
 *
 * @throws UnreadableAnswer
 */
export function policyText(text: string | undefined): string {
  try {
    const document: unknown = JSON.parse(text ?? '');
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return text ?? '';
  } catch {
    // As below.
  }
  throw new UnreadableAnswer('policy');
}
