/** Who asks. */
export type Principal =
  | { readonly type: 'user'; readonly arn: string; readonly account: string }
  | { readonly type: 'root'; readonly arn: string; readonly account: string }
  /** @param sessionArn of the session, `arn:aws:sts::…:assumed-role/ROLE/SESSION`, where it is known */
  | { readonly type: 'role'; readonly arn: string; readonly account: string; readonly sessionArn?: string }
  /** A service of AWS, such as `sagemaker.amazonaws.com`. */
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'federated'; readonly arn: string; readonly account: string }
  | { readonly type: 'anonymous' };

/** What a request says for one condition key: nothing, one value, several, or it is not known what. */
export type ContextValue =
  | { readonly kind: 'absent' }
  | { readonly kind: 'one'; readonly value: string }
  | { readonly kind: 'many'; readonly values: readonly string[] }
  | { readonly kind: 'unknown' };

export const absent: ContextValue = { kind: 'absent' };
export const unknownValue: ContextValue = { kind: 'unknown' };

export function one(value: string): ContextValue {
  return { kind: 'one', value };
}

export function many(...values: readonly string[]): ContextValue {
  return { kind: 'many', values };
}

/**
 * One request to AWS, as policies see it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html
 */
export interface Request {
  readonly principal: Principal;
  /** `service:Action`. */
  readonly action: string;
  /** The ARN, or `*` where the action is about no resource. */
  readonly resource: string;
  /** Whose the resource is; the principal's account where it is not said. */
  readonly resourceAccount?: string;
  /** By key in lower case; a key that is not there is absent from the request. */
  readonly context: ReadonlyMap<string, ContextValue>;
}

/** What a request says for a key. */
export function valueOf(context: Request['context'], key: string): ContextValue {
  return context.get(key) ?? absent;
}
