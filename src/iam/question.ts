import type { ContextValue, Principal } from './request.ts';

/** One value that a request may carry for a key. */
export interface Candidate {
  readonly value: ContextValue;
  /** Why it is not sure that a request carries it, as a sentence's end: "whether …" */
  readonly doubt?: string;
}

/** What requests may carry for a key. */
export type KeyDomain =
  /** One of these. */
  | { readonly kind: 'listed'; readonly candidates: readonly Candidate[] }
  /** Whatever the caller likes. */
  | {
      readonly kind: 'free';
      readonly type: 'text' | 'texts' | 'boolean' | 'number' | 'date' | 'address';
      /** May it be left out? */
      readonly optional: boolean;
      /** Which texts there are, as a glob; any, where it is not said. */
      readonly base?: string;
      /** But none of these: globs, in which `literal` hides what is no wildcard. */
      readonly except?: readonly string[];
      /** An element that every set holds, whatever else is in it. */
      readonly including?: string;
      /** Values that look natural, to be preferred. */
      readonly natural?: readonly string[];
      /** Why none of this is sure. */
      readonly doubt?: string;
    }
  /** Fixed by something that is not known. */
  | { readonly kind: 'unknown'; readonly doubt: string };

/** Which requests are asked about: is one of them allowed? */
export interface Question {
  readonly principal: Principal;
  /** `service:Action`. */
  readonly action: string;
  /** The resources, as a glob. */
  readonly resource: string;
  /** Those among them that are not asked about, as globs. */
  readonly except?: readonly string[];
  /** ARNs among them that look natural, to be preferred. */
  readonly naturalResources: readonly string[];
  readonly domainOf: (key: string) => KeyDomain;
}

/** A request that is allowed, with only what policies look at. */
export interface Counterexample {
  readonly action: string;
  readonly resource: string;
  /** By key as the policies write it, in lower case; null where it must be left out. */
  readonly context: readonly (readonly [key: string, value: string | readonly string[] | null])[];
}
