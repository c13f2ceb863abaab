/** The partition, account and Region in which something was found. */
export interface Where {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}
