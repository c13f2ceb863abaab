import type { Severity } from '../../core/severity.ts';
import type { GuardrailId } from '../../iam/guardrails.ts';
import { escapesOf } from '../../iam/escapes.ts';
import { rolesToPass } from '../../iam/passed-role.ts';
import { principalsOf } from '../../iam/principals.ts';
import { known } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { guardrailVerdict } from './guardrail-verdict.ts';
import { principalFacts, principalResource, principalSections, principalSubjects } from './principal-subjects.ts';

/** What one guardrail is about. */
export interface GuardrailCheck {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly guardrail: GuardrailId;
  /** What becomes possible without it; one sentence or two. */
  readonly danger: string;
  /** How to deny it; Markdown. */
  readonly remedy: string;
  readonly references?: readonly string[];
}

/** The check that no principal can make what a guardrail should make impossible. */
export function guardrailCheck({ id, title, severity, guardrail, danger, remedy, references = [] }: GuardrailCheck) {
  return defineCheck({
    id,
    title,
    severity,
    family: 'guardrails',
    requirements: [guardrail],
    controls: [],
    description:
      `${danger} For every user and role it is worked out whether any request that SageMaker accepts is allowed and leaves this open: by all its ` +
      'policies together with its boundary and the service control policies of the organization, with their conditions, for each action and in the audited Regions. A ' +
      'finding names such a request; a pass names the statements that stop it. Where the API takes no such request without a role, the principal ' +
      'must be able to pass one to SageMaker as well. An administrator, who may change its own policies, is told apart: only policies of others ' +
      'bind it. Where service control policies could not be read, the finding says what they may still prevent.',
    remediation: `${remedy} \`mlsec policy --guardrails\` prints policies that close exactly the gaps found. Policies can be changed in place.`,
    references: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html',
      ...references,
    ],
    needs: principalSections,
    consults: principalFacts,
    *resources({ accountAuthorization, scope, ...facts }) {
      const regions = facts.estate.places.filter(({ account }) => account === scope.account).map(({ region }) => region);
      const place = { partition: scope.partition, regions, roles: rolesToPass(principalsOf(accountAuthorization)) };
      const judged = principalSubjects(accountAuthorization, facts, scope).map((subject) => ({
        subject,
        place,
        escapes: escapesOf(guardrail, subject.policies, subject.principal.caller, place),
      }));
      // Whoever may do most comes first; what is found of administrators is for others to mend.
      const rank = ({ subject, escapes }: (typeof judged)[number]): number =>
        subject.administrator().kind === 'possible' ? -1 : escapes.possible.length;
      for (const about of judged.map((each) => ({ each, rank: rank(each) })).sort((a, b) => b.rank - a.rank)) {
        yield known({ resource: principalResource(about.each.subject.principal, scope), about: about.each });
      }
    },
    evaluate: ({ subject, escapes, place }) => guardrailVerdict(guardrail, subject, escapes, place),
  });
}
