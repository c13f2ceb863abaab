import { enterAccount, roleArnOf, type Entered } from '../aws/assumed-role.ts';
import { failureOf, permissionOf } from '../aws/failure.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import { globalRegion } from '../inventory/sections.ts';
import type { OpenEstate } from './open-estate.ts';

/** The caller's own account is read with the caller's own credentials, every other through the role. */
export async function enter(account: string, { identity, home, role, context }: OpenEstate): Promise<Fact<Entered>> {
  if (account === identity.account) return known({ identity, credentials: context.credentials });
  try {
    return known(await enterAccount(account, role, home, { ...context, account: identity.account }));
  } catch (error) {
    const operation = 'sts:AssumeRole';
    const failure = failureOf(error);
    return missing<Entered>({
      operation,
      code: failure.code,
      message: failure.message,
      permission: permissionOf(operation, failure),
      account,
      region: globalRegion,
      resource: roleArnOf(account, home, role),
    });
  }
}
