/** An answer that came with success and lacks what AWS always sends: a portal's page, a proxy's, a cut-off document. */
export class UnreadableAnswer extends Error {
  constructor(member: string) {
    super(`the answer holds no ${member}`);
    this.name = 'UnreadableAnswer';
  }
}

/**
 * A member that AWS sends even where it is empty. Its absence means that nobody read the list, not that the list is empty.
 *
 * @throws UnreadableAnswer
 */
export function always<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw new UnreadableAnswer(member);
  return value;
}
