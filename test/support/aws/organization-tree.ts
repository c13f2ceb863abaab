import type { OrganizationTreeFixture } from './account.ts';
import { AwsError } from './aws-error.ts';
import { cutList, tokenList } from './cut-list.ts';
import { text, type Call, type Handler } from './handler.ts';

/** Pages hold twenty at most. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html */
const pages = (member: string) => tokenList(member, { max: 20 });

/** @throws AwsError for an account that is neither the management account nor a delegated administrator */
function organizationOf({ account }: Call): OrganizationTreeFixture {
  if (account.organizationTree !== undefined) return account.organizationTree;
  throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
}

/** @throws AwsError for a parent that is no root and no unit */
function parentOf(call: Call, { units, accounts }: OrganizationTreeFixture): string {
  const asked = text(call.input, 'ParentId') ?? '';
  if ([...units.flatMap(({ Id, Parent }) => [Id, Parent]), ...accounts.map(({ Parent }) => Parent)].includes(asked)) return asked;
  throw new AwsError('ParentNotFoundException', "You provided a root or OU that doesn't exist in this organization.");
}

type Listed = OrganizationTreeFixture['accounts'][number];

const shown = ({ Id, State }: Listed) => ({
  Id,
  Arn: `arn:aws:organizations::111122223333:account/o-demo000000/${Id}`,
  Name: `account ${Id}`,
  State,
});

export const organizationTreeOperations: Readonly<Record<string, Handler>> = {
  'organizations:ListAccounts': (call) => cutList(call, organizationOf(call).accounts.map(shown), pages('Accounts')),
  'organizations:ListAccountsForParent': (call) => {
    const organization = organizationOf(call);
    const parent = parentOf(call, organization);
    const below = organization.accounts.filter(({ Parent }) => Parent === parent);
    return cutList(call, below.map(shown), pages('Accounts'));
  },
  'organizations:ListOrganizationalUnitsForParent': (call) => {
    const organization = organizationOf(call);
    const parent = parentOf(call, organization);
    const below = organization.units.filter(({ Parent }) => Parent === parent);
    return cutList(
      call,
      below.map(({ Id }) => ({ Id })),
      pages('OrganizationalUnits'),
    );
  },
};
