import {
  groupDetailShape,
  managedPolicyDetailShape,
  roleDetailShape,
  userDetailShape,
  type AuthorizationDetail,
} from '../sections/account-authorization.ts';
import { callerIdentityShape, type CallerIdentity } from '../sections/caller-identity.ts';
import { withIamDocuments } from './iam-documents.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { keep, rowsUnder, toldRow, type FileContext, type Source } from './source.ts';
import { placeBy, type Told } from './told.ts';

/** The answer to get-caller-identity. */
export const identity: Source & { readonly row?: CallerIdentity } = {
  keys: ['Account', 'Arn', 'UserId'],
  read(answer) {
    const account = textOf(answer, 'Account') ?? '';
    if (!/^\d{12}$/.test(account) || textOf(answer, 'Arn') === undefined || textOf(answer, 'UserId') === undefined) return undefined;
    const place = { ...placeBy(), account: { id: account, weight: 'caller' } } as const;
    return [{ id: account, value: keep(answer, callerIdentityShape), place }];
  },
};

const lists = [
  ['UserDetailList', 'User', userDetailShape],
  ['GroupDetailList', 'Group', groupDetailShape],
  ['RoleDetailList', 'Role', roleDetailShape],
  ['Policies', 'Policy', managedPolicyDetailShape],
] as const;

/** The answer to get-account-authorization-details: which of its lists a page has depends on where it was cut. */
export const authorization: Source & { readonly row?: AuthorizationDetail } = {
  keys: lists.map(([key]) => key),
  read(answer, file) {
    const told = lists.map(([key, member, shape]) => detailsIn(answer, file, key, member, shape));
    // Policies alone are also what list-policies gives, without their documents.
    const named = told.slice(0, 3).some((list) => list !== undefined) || 'PolicyVersionList' in firstPolicy(answer);
    return named ? told.flatMap((list) => list ?? []) : undefined;
  },
};

function detailsIn(answer: JsonObject, file: FileContext, key: string, member: string, shape: object): readonly Told[] | undefined {
  return rowsUnder(answer, key, ['Arn'], file)?.map((row) => {
    const { id, place } = toldRow(row, ['Arn'], row);
    return { id, place, value: { [member]: keep(withIamDocuments(row), shape) } };
  });
}

function firstPolicy(answer: JsonObject): object {
  const policies = answer['Policies'];
  const first: unknown = Array.isArray(policies) ? policies[0] : undefined;
  return typeof first === 'object' && first !== null ? first : {};
}
