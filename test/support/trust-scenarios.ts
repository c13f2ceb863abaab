import type { Given } from './inventory.ts';
import { inventory } from './inventory.ts';
import type { Written } from './rows-iam.ts';
import { notebook, role } from './rows.ts';

const account = '111122223333';

/** A role `ml` that a notebook uses, with this trust policy. */
export function trusting(...Statement: readonly Written[]) {
  return trustingIn({}, ...Statement);
}

/** The same in the account of `given`. */
export function trustingIn(given: Given, ...Statement: readonly Written[]) {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  return inventory({
    ...given,
    accountAuthorization: [role('ml', { AssumeRolePolicyDocument })],
    notebookInstances: [notebook('nb', { RoleArn: `arn:aws:iam::${account}:role/ml` })],
  });
}

/** Lets somebody take a role on. */
export function letting(Principal: unknown, Condition: object = {}, Action: string | readonly string[] = 'sts:AssumeRole'): Written {
  return { Effect: 'Allow', Principal, Action, Condition };
}

export const sageMaker = letting({ Service: 'sagemaker.amazonaws.com' });
