import { ask, type Ask } from '../../iam/ask.ts';
import { foreignTags, personalTags, type Personal } from '../../iam/foreign-tags.ts';
import { literal } from '../../iam/pattern.ts';
import { principalsOf } from '../../iam/principals.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { defineCheck, type Scope } from '../check.ts';
import { accessVerdict, worstAnswer, type ReadAnswer } from '../subjects/access-verdict.ts';
import { moreThanOwn } from '../subjects/more-than-own.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections, type PrincipalSubject } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { peopleFacts, studioPeople, type StudioPeople, type StudioRegion } from '../subjects/studio-people.ts';
import { studioSessions } from '../subjects/studio-sessions.ts';
import type { Gap } from '../../core/gap.ts';

export default defineCheck({
  id: 'principal-opens-studio-of-others',
  title: 'Principal may open Studio as somebody else',
  severity: 'high',
  family: 'tenancy',
  requirements: ['TEN-5'],
  controls: [],
  description:
    'Whoever may call `sagemaker:CreatePresignedDomainUrl` for a user profile works as that user: with the execution role, the home directory, the ' +
    'apps and the notebooks of the profile. A policy should allow it for the own profile alone: by name (`user-profile/d-…/${aws:username}`), or by a ' +
    'tag of the profile that is compared with the name or a tag of the caller. Asked is, where domains in IAM mode have several profiles, whether ' +
    'profiles of more than one name can be opened: with the name or the tags that tie a profile to the caller alone left out. A tag that several ' +
    'users or roles bear ties to none of them. Profiles of one name in several domains are taken for one person. Tags of profiles are not read: what ' +
    `hangs on them is unknown. ${principalMethod}`,
  remediation:
    'Allow `sagemaker:CreatePresignedDomainUrl` on `arn:aws:sagemaker:*:*:user-profile/d-…/${aws:username}`, or on all profiles with the condition ' +
    '`"StringEquals": {"sagemaker:ResourceTag/studiouserid": "${aws:username}"}`, and keep people from changing that tag. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: peopleFacts,
  *resources({ accountAuthorization, scope, estate, across, ...facts }) {
    const people = studioPeople({ estate, scope, across });
    const targets = {
      people,
      regions: people.regions.flatMap(openRegion),
      personal: personalTags(principalsOf(accountAuthorization).map(({ caller }) => caller)),
    };
    if (targets.regions.length > 0) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets }, { scope }) {
    const words = { what: 'open Studio as somebody else', held: 'cannot open Studio as anybody else' };
    return accessVerdict(subject, scope, (policies) => othersAnswer(subject, policies, targets, scope), words);
  },
});

/** A Region where presigned URLs open domains. */
interface OpenRegion {
  readonly region: string;
  /** ARNs after the account. */
  readonly profiles: readonly string[];
  /** Domains that no presigned URL opens. */
  readonly closed: readonly string[];
  readonly gap: Gap | undefined;
}

/** Where more than one person works in domains in IAM mode, or may. With Identity Center nobody makes such URLs. */
function openRegion({ region, domains, profiles, gap }: StudioRegion): readonly OpenRegion[] {
  const closed = new Set<string>();
  let unread = gap;
  for (const { summary, detail } of domains) {
    if (!detail.known) unread ??= detail.gap;
    else if (detail.value.AuthMode === 'SSO') closed.add(summary.DomainId ?? '');
  }
  const open = profiles.filter(({ summary }) => !closed.has(summary.DomainId ?? ''));
  const names = new Set(open.map(({ summary }) => summary.UserProfileName));
  const sure = new Set(
    open.flatMap(({ summary }) => {
      const domain = domains.find((one) => one.summary.DomainId === summary.DomainId);
      return domain?.detail.known === true ? [summary.UserProfileName] : [];
    }),
  );
  if (names.size < 2 && gap === undefined) return [];
  const paths = open.map(({ summary }) => `${summary.DomainId ?? ''}/${summary.UserProfileName ?? ''}`);
  return [{ region, profiles: paths, closed: [...closed], gap: sure.size > 1 ? undefined : unread }];
}

interface Targets {
  readonly people: StudioPeople;
  readonly regions: readonly OpenRegion[];
  readonly personal: Personal;
}

function othersAnswer({ principal }: PrincipalSubject, policies: PolicySet, targets: Targets, scope: Scope): ReadAnswer {
  const { caller } = principal;
  const arn = (path: string): string => `arn:${scope.partition}:sagemaker:REGION:${scope.account}:user-profile/${path}`;
  return worstAnswer(
    studioSessions(principal, targets.people.roles, targets.people.profilesOf).map(({ demands, own }) => {
      const tags = foreignTags(policies, caller, targets.personal, demands, 'the tags of user profiles were not read');
      const beside = (names: readonly string[]): ReadAnswer =>
        worstAnswer(
          targets.regions.map(({ region, profiles, closed, gap }): ReadAnswer => {
            const question: Ask = {
              action: 'sagemaker:CreatePresignedDomainUrl',
              resource: arn('?*/?*'),
              except: [...names.map((name) => arn(`*/${literal(name)}`)), ...closed.map((id) => arn(`${id}/*`))],
              examples: [...profiles, 'd-example/somebody'].map(arn),
              demands: { ...tags, ...demands },
            };
            const answer = ask(policies, caller, question, { partition: scope.partition, regions: [region] });
            if (gap === undefined || answer.kind !== 'possible') return answer;
            return { kind: 'unknown', reason: `${gap.operation} failed (${gap.code})`, gap };
          }),
        );
      return moreThanOwn(own, beside, ({ resource }) => resource.split('/').at(-1));
    }),
  );
}
