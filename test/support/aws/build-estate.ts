import type { AccountFixture, OrganizationTreeFixture } from './account.ts';
import { accountOf, model } from './build-account.ts';

/** Three accounts: the first looks at the organization, and the others let it in as `mlsec-audit`. */
export const first = '111122223333';
export const second = '222233334444';
export const third = '333344445555';

/** A unit below another, an account that is suspended, and one that has been closed. */
export const organization: OrganizationTreeFixture = {
  units: [
    { Id: 'ou-demo-11111111', Parent: 'r-demo' },
    { Id: 'ou-demo-22222222', Parent: 'ou-demo-11111111' },
  ],
  accounts: [
    { Id: first, Parent: 'r-demo', State: 'ACTIVE' },
    { Id: second, Parent: 'ou-demo-11111111', State: 'ACTIVE' },
    { Id: third, Parent: 'ou-demo-22222222', State: 'ACTIVE' },
    { Id: '444455556666', Parent: 'ou-demo-22222222', State: 'SUSPENDED' },
    { Id: '555566667777', Parent: 'r-demo', State: 'CLOSED' },
  ],
};

/** The first has a model in both of its Regions, the others have one in the only Region that they have enabled. */
export function estate(): readonly [AccountFixture, AccountFixture, AccountFixture] {
  const audited = { roleName: 'mlsec-audit' };
  return [
    {
      ...accountOf({ 'eu-west-1': { Models: [model('of-first')] }, 'eu-central-1': { Models: [model('also-of-first')] } }, first),
      organizationTree: organization,
    },
    { ...accountOf({ 'eu-west-1': { Models: [model('of-second')] } }, second), audited },
    { ...accountOf({ 'eu-west-1': { Models: [model('of-third')] } }, third), audited },
  ];
}
