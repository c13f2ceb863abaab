import { ask } from '../../iam/ask.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import type { KeyDomain } from '../../iam/question.ts';
import { absent, one, type ContextValue } from '../../iam/request.ts';
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
import { peopleFacts, studioPeople } from '../subjects/studio-people.ts';

/** What would be done to something in another domain, and on what; `DOMAIN` stands for its id. */
const deeds = [
  ['DeleteApp', `app/DOMAIN/${strangersName}/JupyterLab/default`],
  ['DeleteSpace', `space/DOMAIN/${strangersName}`],
  ['UpdateEndpoint', `endpoint/${strangersName}`],
  ['DeleteModel', `model/${strangersName}`],
  ['StopTrainingJob', `training-job/${strangersName}`],
  ['DescribeTrainingJob', `training-job/${strangersName}`],
] as const;

export default defineCheck({
  id: 'principal-crosses-domains',
  title: 'Role of one Studio domain may act on the work of another',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-11'],
  controls: [],
  description:
    'Several domains in one account share one name space: jobs, models and endpoints belong to the account, and only the tag `sagemaker:domain-arn`, which ' +
    'Studio puts on what is made in it, says of which domain they are. Looked at are the roles of the profiles of each domain, where there are several. Asked ' +
    "is whether such a role, in a session from Studio, may delete apps and spaces, change endpoints, delete models, and stop or read jobs of another domain: with that domain's tag, its " +
    `id, and names that no policy singles out. \`sagemaker:Search\` finds what is there past the condition in any case. ${principalMethod}`,
  remediation:
    'Add the condition `"StringEqualsIfExists": {"aws:ResourceTag/sagemaker:domain-arn": "arn:aws:sagemaker:…:domain/d-…"}` to what the roles of a domain are allowed, name the ' +
    'domain in ARNs of apps and spaces, and deny `sagemaker:Search`; or give each domain an account of its own. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/domain-resource-isolation.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/domain-multiple.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: peopleFacts,
  *resources({ accountAuthorization, scope, estate, across, ...facts }) {
    const { regions, roles } = studioPeople({ estate, scope, across });
    const domains = regions.flatMap(({ region, domains: rows }) => rows.map(({ summary }) => ({ id: summary.DomainId ?? '', region })));
    // Behind a list that could not be read there may be another domain.
    for (const { gap } of regions) if (gap !== undefined) yield { known: false, gap };
    if (domains.length < 2) return;
    for (const subject of principalSubjects(accountAuthorization, facts, scope)) {
      const [own, ...further] = new Set((roles.users.get(subject.principal.arn) ?? []).map(({ name }) => name.split('/')[0] ?? ''));
      if (own === undefined) continue;
      const others = domains.filter(({ id }) => id !== own);
      yield known({ resource: principalResource(subject.principal, scope), about: { subject, own, others, shared: further.length > 0 } });
    }
    // A profile that could not be read may have any role.
    if (roles.hidden !== undefined) yield { known: false, gap: roles.hidden };
  },
  evaluate({ subject, own, others, shared }, { scope }) {
    const answerOf = (policies: PolicySet): ReadAnswer => crossing(subject, policies, own, others, scope);
    const note = shared ? '; it is the role of profiles of several domains' : '';
    return accessVerdict(subject, scope, answerOf, {
      what: 'act on the work of another Studio domain',
      held: 'cannot act on the work of another Studio domain',
      note,
    });
  },
});

const exactly = (value: ContextValue): KeyDomain => ({ kind: 'listed', candidates: [{ value }] });

interface Place {
  readonly id: string;
  readonly region: string;
}

function crossing(
  { principal: { caller } }: PrincipalSubject,
  policies: PolicySet,
  own: string,
  others: readonly Place[],
  scope: Scope,
): ReadAnswer {
  return worstAnswer(
    others.flatMap(({ id, region }) =>
      deeds.map(([action, path]) => {
        const domainArn = `arn:${scope.partition}:sagemaker:${region}:${scope.account}:domain/${id}`;
        const demands: { readonly [key: string]: KeyDomain } = {
          'aws:resourcetag/sagemaker:domain-arn': exactly(one(domainArn)),
          'sagemaker:resourcetag/sagemaker:domain-arn': exactly(one(domainArn)),
          'sagemaker:domainid': exactly(one(own)),
          'sagemaker:userprofilename': exactly(one('somebody')),
          ...(/App$|Space$/.test(action) ? { 'sagemaker:owneruserprofilearn': exactly(absent) } : {}),
        };
        const question = sagemakerAsk(scope, action, path.replace('DOMAIN', id), demands);
        return ask(policies, caller, question, { partition: scope.partition, regions: [region] });
      }),
    ),
  );
}
