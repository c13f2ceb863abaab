/** One hop of a network path, or the object that decides it. */
export interface PathStep {
  /** What kind of object this is: `subnet`, `route`, `internet-gateway`, `security-group-rule` … */
  readonly kind: string;
  /** The id of the object, such as `rtb-0abc`. */
  readonly id: string;
  /** The very rule, route or entry, such as `0.0.0.0/0 → igw-0abc`. */
  readonly detail: string;
}
