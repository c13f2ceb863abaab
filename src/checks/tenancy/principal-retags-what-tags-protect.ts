import { ask } from '../../iam/ask.ts';
import { foreignTags, personalTags, type Personal } from '../../iam/foreign-tags.ts';
import { policiesOf } from '../../iam/policies-of.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { principalsOf } from '../../iam/principals.ts';
import { absent, many, one } from '../../iam/request.ts';
import { known } from '../../inventory/fact.ts';
import { defineCheck, type Scope } from '../check.ts';
import { accessVerdict, worstAnswer, type ReadAnswer } from '../subjects/access-verdict.ts';
import { sagemakerAsk, strangersName } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import {
  principalFacts,
  principalResource,
  principalSections,
  principalSubjects,
  type PrincipalSubject,
} from '../subjects/principal-subjects.ts';
import { strangerTags } from '../subjects/stranger-tags.ts';

export default defineCheck({
  id: 'principal-retags-what-tags-protect',
  title: 'Principal may change the tags that its access hangs on',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-12'],
  controls: [],
  description:
    'Where a policy allows or denies by the tags of a resource, whoever may put that tag on a resource decides for itself what it may touch: it tags a ' +
    'notebook of somebody else as its own, and opens it. Looked at are the users and roles whose policies ask for tags of resources in SageMaker ' +
    '(`aws:ResourceTag`, `sagemaker:ResourceTag`). Asked is for `sagemaker:AddTags` with such a tag on a resource that has none, and for `sagemaker:DeleteTags` of such a ' +
    "tag on a resource whose tags are not the caller's own, with no other resource-creating action behind it (`sagemaker:TaggingAction`). " +
    principalMethod,
  remediation:
    'Allow `sagemaker:AddTags` only while something is created (`sagemaker:TaggingAction`), or deny it, and `sagemaker:DeleteTags`, where `aws:TagKeys` holds a tag that ' +
    'access hangs on: `"ForAnyValue:StringEquals": {"aws:TagKeys": ["owner"]}`. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/domain-resource-isolation.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  *resources({ accountAuthorization, scope, ...facts }) {
    const personal = personalTags(principalsOf(accountAuthorization).map(({ caller }) => caller));
    for (const subject of principalSubjects(accountAuthorization, facts, scope)) {
      const tags = protectingTags(subject.policies);
      if (tags.length > 0) yield known({ resource: principalResource(subject.principal, scope), about: { subject, tags, personal } });
    }
  },
  evaluate({ subject, tags, personal }, { scope, estate }) {
    const regions = estate.places.filter(({ account }) => account === scope.account).map(({ region }) => region);
    return accessVerdict(subject, scope, (policies) => retagAnswer(subject, policies, tags, personal, { ...scope, regions }), {
      what: 'change tags that its access hangs on',
      held: 'cannot change the tags that its access hangs on',
    });
  },
});

const tagOf = /^(?:aws|sagemaker):resourcetag\/(.+)$/;

/** The tags of resources that statements about SageMaker ask for, in lower case. */
function protectingTags(policies: PolicySet): readonly string[] {
  const found = new Set<string>();
  for (const { document } of policiesOf(policies)) {
    if (document.kind === 'unreadable') continue;
    for (const { actions, conditions } of document.statements) {
      if (!actions.not && !actions.patterns.some((pattern) => pattern.startsWith('*') || /^sagemaker:/i.test(pattern))) continue;
      for (const { key } of conditions) {
        const tag = tagOf.exec(key)?.[1];
        if (tag !== undefined) found.add(tag);
      }
    }
  }
  return [...found].sort();
}

function retagAnswer(
  { principal: { caller } }: PrincipalSubject,
  policies: PolicySet,
  tags: readonly string[],
  personal: Personal,
  place: Scope & { readonly regions: readonly string[] },
): ReadAnswer {
  // It is not written what the key says for a call of AddTags itself; while something is created it names that action.
  const direct = {
    kind: 'listed',
    candidates: [
      { value: absent },
      { value: one('AddTags'), doubt: 'what sagemaker:TaggingAction says for AddTags itself is not documented' },
    ],
  } as const;
  const resource = `notebook-instance/${strangersName}`;
  const foreign = foreignTags(policies, caller, personal, {}, 'the tags of resources were not read');
  return worstAnswer(
    tags.flatMap((tag) => {
      const keys = { 'aws:tagkeys': { kind: 'listed', candidates: [{ value: many(tag) }] } } as const;
      const value = { kind: 'free', type: 'text', optional: false, natural: ['mine'] } as const;
      const add = { ...strangerTags(policies), ...keys, [`aws:requesttag/${tag}`]: value, 'sagemaker:taggingaction': direct };
      return [
        ask(policies, caller, sagemakerAsk(place, 'AddTags', resource, add), place),
        ask(policies, caller, sagemakerAsk(place, 'DeleteTags', resource, { ...foreign, ...keys }), place),
      ];
    }),
  );
}
