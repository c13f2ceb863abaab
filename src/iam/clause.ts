import { concernsAction } from './statement-truth.ts';
import type { Statement } from './policy-document.ts';
import { refOf, type NamedPolicy, type StatementRef } from './policy-set.ts';
import { concernsPrincipal } from './principal-match.ts';
import type { Principal } from './request.ts';
import type { Truth } from './truth.ts';

/** A statement that is about the action in question. */
export interface Clause {
  readonly ref: StatementRef;
  readonly statement: Statement;
  readonly variables: boolean;
  /** Whether it names who asks. */
  readonly principal: Truth;
}

/** Policies of which one statement has to allow, and none may deny. */
export interface Layer {
  /** For people, such as `identity policies` or `service control policies of the account`. */
  readonly name: string;
  readonly allows: readonly Clause[];
  readonly denies: readonly Clause[];
  /** The policies that could not be read: they may say anything. */
  readonly unreadable: readonly string[];
}

/**
 * The statements that concern an action, out of policies that stand for each other.
 *
 * @param bounded has who asks a permissions boundary?
 */
export function layerOf(name: string, policies: readonly NamedPolicy[], action: string, principal: Principal, bounded = false): Layer {
  const [allows, denies, unreadable]: [Clause[], Clause[], string[]] = [[], [], []];
  for (const policy of policies) {
    if (policy.document.kind === 'unreadable') {
      unreadable.push(policy.name);
      continue;
    }
    const { variables } = policy.document;
    for (const { statement, index } of concerning(policy.document.statements, action)) {
      const truth = concernsPrincipal(statement, principal, bounded);
      if (truth === 'no') continue;
      const clause = { ref: refOf(policy.name, index, statement), statement, variables, principal: truth };
      (statement.effect === 'Allow' ? allows : denies).push(clause);
    }
  }
  return { name, allows, denies, unreadable };
}

interface Placed {
  readonly statement: Statement;
  readonly index: number;
}

const remembered = new WeakMap<readonly Statement[], Map<string, readonly Placed[]>>();

/** Five thousand principals share their policies: which statements are about an action is found once for each document. */
function concerning(statements: readonly Statement[], action: string): readonly Placed[] {
  let byAction = remembered.get(statements);
  if (byAction === undefined) remembered.set(statements, (byAction = new Map()));
  let found = byAction.get(action);
  if (found === undefined) {
    found = statements.flatMap((statement, index) => (concernsAction(statement.actions, action) ? [{ statement, index }] : []));
    byAction.set(action, found);
  }
  return found;
}
