import type { Caller } from './key-domain.ts';

/** A role of the account that no policy singles out: without tags, under a name that nobody has given. */
export function anybodyIn(partition: string, account: string, organization: Caller['organization']): Caller {
  return {
    principal: { type: 'role', arn: `arn:${partition}:iam::${account}:role/any`, account },
    id: 'AROAZZQ7ANYBODYATALLX',
    tags: new Map(),
    sessionTags: false,
    organization,
  };
}
