/** What only another account can read was not asked for: no permission of this account would help. */
export class OwnedByAnotherAccount extends Error {
  static readonly code = 'OwnedByAnotherAccount';

  constructor(owner: string) {
    super(`it belongs to account ${owner}, which alone can read it`);
    this.name = OwnedByAnotherAccount.code;
  }
}
