/** Names and values are written by whoever wrote the policy, and may be thousands of characters long. */
const longest = 100;

/** As much of a text as fits into a message. */
export function clipped(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
