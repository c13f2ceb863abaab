import type { PolicyDocument, Statement } from './policy-document.ts';

/** A policy, and what people know it by. */
export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/**
 * All policies that a request meets. What is not there does not apply: no boundary, no organization, no endpoint on the way.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface PolicySet {
  /** Of the user, its groups, or the role: those that are attached and those within. */
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  readonly session?: readonly NamedPolicy[];
  /** Service control policies, level by level from the root to the account: each level must allow. */
  readonly scp?: readonly (readonly NamedPolicy[])[];
  /** Resource control policies, likewise, of the resource's account. */
  readonly rcp?: readonly (readonly NamedPolicy[])[];
  readonly resource?: NamedPolicy;
  readonly endpoint?: NamedPolicy;
}

/** A statement, by its policy and its place there. */
export interface StatementRef {
  readonly policy: string;
  /** From 1, as people count. */
  readonly statement: number;
  readonly sid: string | undefined;
}

/** @param index of the statement in its policy, from 0 */
export function refOf(policy: string, index: number, { sid }: Statement): StatementRef {
  return { policy, statement: index + 1, sid };
}
