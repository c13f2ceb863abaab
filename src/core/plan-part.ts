/** Which part of a plan was read: units as `ACCOUNT/REGION`, sorted. A merge puts all parts of one plan together, and nothing else. */
export interface PlanPart {
  /** SHA-256 over what the plan asks for. */
  readonly id: string;
  readonly units: readonly string[];
  /** How many units the whole plan has. */
  readonly of: number;
}
