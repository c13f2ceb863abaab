import { foreignTags, personalTags, type Personal } from '../../iam/foreign-tags.ts';
import { ownNames } from '../../iam/own-names.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { principalsOf } from '../../iam/principals.ts';
import { absent } from '../../iam/request.ts';
import type { NotebookInstance } from '../../inventory/sections/notebook-instances.ts';
import { defineCheck, type Scope } from '../check.ts';
import { accessVerdict, worstAnswer, type ReadAnswer } from '../subjects/access-verdict.ts';
import { targetAnswers } from '../subjects/access-target.ts';
import { sagemakerAsk } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections, type PrincipalSubject } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { regionRows, type RegionRows } from '../subjects/region-rows.ts';

export default defineCheck({
  id: 'principal-opens-notebooks-of-others',
  title: 'Principal may open notebook instances of others',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-5'],
  controls: [],
  description:
    'A notebook instance is meant for one person. Whoever may call `sagemaker:CreatePresignedNotebookInstanceUrl` for it works with its role and its files. A ' +
    'policy should allow it for the own notebooks alone: written out, by a name that begins with `${aws:username}`, or by a tag that is compared with the ' +
    'name or a tag of the caller. Asked is, where there are several notebooks, for one that is none of these; a notebook that a policy writes out is taken ' +
    'for meant, and one that acts with a role for its own. A tag that several users or roles bear ties to none of them. Tags of notebooks are not read: what ' +
    `hangs on them is unknown. ${principalMethod}`,
  remediation:
    'Allow `sagemaker:CreatePresignedNotebookInstanceUrl` on named notebooks, or with the condition `"StringEquals": {"aws:ResourceTag/owner": ' +
    '"${aws:username}"}`, and keep people from changing that tag. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedNotebookInstanceUrl.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: ['notebookInstances'],
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const all = regionRows({ estate, scope }, 'notebookInstances');
    const several = all.flatMap(({ rows }) => rows).length > 1;
    const regions = all.filter(({ rows, gap }) => (several ? rows.length > 0 : gap !== undefined));
    const targets = { several, regions, personal: personalTags(principalsOf(accountAuthorization).map(({ caller }) => caller)) };
    if (regions.length > 0) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets }, { scope }) {
    const words = { what: 'open notebook instances of others', held: 'cannot open notebook instances of others' };
    return accessVerdict(subject, scope, (policies) => othersAnswer(subject, policies, targets, scope), words);
  },
});

interface Targets {
  readonly several: boolean;
  readonly regions: readonly RegionRows<NotebookInstance>[];
  readonly personal: Personal;
}

function othersAnswer(
  { principal }: PrincipalSubject,
  policies: PolicySet,
  { several, regions, personal }: Targets,
  scope: Scope,
): ReadAnswer {
  const { caller, arn } = principal;
  const never = { kind: 'listed', candidates: [{ value: absent }] } as const;
  const demands = {
    ...foreignTags(policies, caller, personal, {}, 'the tags of notebook instances were not read'),
    'sagemaker:domainid': never,
    'sagemaker:userprofilename': never,
  };
  const own = ownNames(policies.identity, 'notebook-instance/', caller, personal);
  const targets = regions.map(({ region, rows, gap }) => {
    const acting = rows.flatMap(({ summary, detail }) =>
      detail.known && detail.value.RoleArn === arn ? [summary.NotebookInstanceName ?? ''] : [],
    );
    const names = rows.map(({ summary }) => `notebook-instance/${summary.NotebookInstanceName ?? ''}`);
    const ask = sagemakerAsk(scope, 'CreatePresignedNotebookInstanceUrl', 'notebook-instance/?*', demands, names);
    const except = [...own, ...acting].map((name) => `arn:${scope.partition}:sagemaker:REGION:${scope.account}:notebook-instance/${name}`);
    return { question: { ...ask, except }, regions: [region], gap: several ? undefined : gap };
  });
  return worstAnswer(targetAnswers(targets, policies, caller, scope));
}
