import type { GuardrailId, Violation } from './guardrails.ts';

/** A statement as IAM takes it. */
export interface WrittenStatement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Action: readonly string[];
  readonly Resource: '*';
  readonly Condition: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
}

/** A policy as IAM and Organizations take it. */
export interface WrittenPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly WrittenStatement[];
}

/** Requests of one kind that a guardrail should stop and does not, or perhaps does not. */
export interface Gap {
  readonly id: GuardrailId;
  readonly violation: Violation;
}

/** Where workloads may be: what a policy can name as approved. */
export interface Approved {
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
}

/** Characters of a policy, white space not counted. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const policySizes = { identity: 6_144, scp: 5_120 } as const;

/**
 * Deny statements that stop the requests of the gaps, and no request that meets the requirement.
 *
 * @param approved for the gaps of GRD-8, which without a list cannot be closed
 */
export function closingStatements(gaps: readonly Gap[], approved: Approved): readonly WrittenStatement[] {
  const grouped = new Map<
    string,
    { readonly sid: string; readonly condition: WrittenStatement['Condition']; readonly actions: Set<string> }
  >();
  for (const { id, violation } of gaps) {
    const condition = id === 'GRD-8' ? approvedOnly(violation, approved) : violation.denied;
    if (condition === undefined) continue;
    const key = JSON.stringify(condition);
    const sid = `${id.replace('-', '')}x${grouped.size + 1}`;
    const group = grouped.get(key) ?? { sid, condition, actions: new Set<string>() };
    group.actions.add(`sagemaker:${violation.action}`);
    grouped.set(key, group);
  }
  return [...grouped.values()].map(({ sid, condition, actions }) => ({
    Sid: sid,
    Effect: 'Deny',
    Action: [...actions].sort(),
    Resource: '*',
    Condition: condition,
  }));
}

/** A request with one subnet or group that is not approved. A request without any is for GRD-1. */
function approvedOnly({ demands }: Violation, { subnets, groups }: Approved): WrittenStatement['Condition'] | undefined {
  const subnet = demands['sagemaker:vpcsubnets'];
  const bySubnet = subnet?.kind === 'free' && subnet.including !== undefined;
  const list = bySubnet ? subnets : groups;
  if (list.length === 0) return undefined;
  return { 'ForAnyValue:StringNotEquals': { [bySubnet ? 'sagemaker:VpcSubnets' : 'sagemaker:VpcSecurityGroupIds']: list } };
}

/**
 * As few policies as the statements need, each within its size. A statement that is too large alone stands alone: AWS will refuse it, and say so.
 *
 * @param most characters without white space
 */
export function policiesOf(statements: readonly WrittenStatement[], most: number): readonly WrittenPolicy[] {
  const policies: WrittenPolicy[] = [];
  for (const statement of statements) {
    const last = policies.at(-1);
    const longer = { Version: '2012-10-17', Statement: [...(last?.Statement ?? []), statement] } as const;
    if (last !== undefined && JSON.stringify(longer).length <= most) policies[policies.length - 1] = longer;
    else policies.push({ Version: '2012-10-17', Statement: [statement] });
  }
  return policies;
}
