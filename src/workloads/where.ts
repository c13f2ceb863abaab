/** The account and Region in which something was found. */
export interface Where {
  readonly account: string;
  readonly region: string;
}
