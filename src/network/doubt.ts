import type { Gap } from '../core/gap.ts';

/** Why an answer about the network is undecided. */
export type DoubtCode =
  /** Owned by another account, which alone may show it. */
  | 'CROSS_ACCOUNT'
  /** A read was refused or failed. */
  | 'NO_PERMISSION'
  /** An appliance decides, and what runs on it cannot be seen. */
  | 'APPLIANCE'
  /** A firewall decides by rules that need more than addresses and ports. */
  | 'FIREWALL_RULES'
  /** The way leads to a network outside AWS. */
  | 'ON_PREM'
  /** AWS Cloud WAN decides. */
  | 'CORE_NETWORK'
  /** A kind of target that this version does not know. */
  | 'UNKNOWN_TARGET'
  /** The addresses of a prefix list are not known. */
  | 'UNKNOWN_PREFIX_LIST'
  /** It was being changed while it was read. */
  | 'STATE_CHANGING'
  /** Another resolver than Amazon's answers. */
  | 'NAME_NOT_RESOLVED'
  /** The interface does not exist yet, and the answer depends on which address of its subnet it gets. */
  | 'ADDRESS_UNKNOWN'
  /** AWS answered something that is not a rule, a route or an address. */
  | 'UNREADABLE'
  /** What it names does not exist, or is not visible. */
  | 'DANGLING'
  /** Too many pieces to work with. */
  | 'TOO_COMPLEX';

/** One reason why an answer is undecided, and what would settle it. */
export interface Doubt {
  readonly code: DoubtCode;
  /** The object that leaves the question open: an id, an ARN, or a place in an answer. */
  readonly object: string;
  /** What would have to be known, as a clause: `the entries of pl-1`. */
  readonly settledBy: string;
  /** The failed read, where there is one. */
  readonly gap: Gap | undefined;
}

/** The doubt that a failed read leaves. */
export function unread(object: string, gap: Gap): Doubt {
  return { code: 'NO_PERMISSION', object, settledBy: `${object} (${gap.permission})`, gap };
}

/** Both lists, each doubt once. */
export function withDoubts(doubts: readonly Doubt[], more: readonly Doubt[]): readonly Doubt[] {
  const fresh = more.filter(({ code, object }) => !doubts.some((doubt) => doubt.code === code && doubt.object === object));
  return fresh.length === 0 ? doubts : [...doubts, ...fresh];
}
