import type { Ask } from '../../iam/ask.ts';
import { foreignTags, personalTags, type Personal } from '../../iam/foreign-tags.ts';
import { literal } from '../../iam/pattern.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { principalsOf } from '../../iam/principals.ts';
import type { Counterexample, KeyDomain } from '../../iam/question.ts';
import { absent, one } from '../../iam/request.ts';
import { defineCheck, type Scope } from '../check.ts';
import { accessVerdict, worstAnswer, type ReadAnswer } from '../subjects/access-verdict.ts';
import { targetAnswers, type AccessTarget } from '../subjects/access-target.ts';
import { moreThanOwn } from '../subjects/more-than-own.ts';
import { sagemakerAsk } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections, type PrincipalSubject } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { peopleFacts, studioPeople, type StudioPeople, type StudioRegion } from '../subjects/studio-people.ts';
import { studioSessions } from '../subjects/studio-sessions.ts';

export default defineCheck({
  id: 'principal-changes-spaces-of-others',
  title: 'Principal may change spaces and apps of other Studio users',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-6'],
  controls: [],
  description:
    'Whoever may create an app for another profile, or in the private space of another, chooses its image and its scripts and works next to that ' +
    "user's files; whoever may change or delete them takes work away. SageMaker says in `sagemaker:OwnerUserProfileArn` and `sagemaker:SpaceSharingType` whose a " +
    'space is, and in `sagemaker:UserProfileName` and `sagemaker:DomainId` who asks from Studio. Asked is, where domains have several profiles, for creating, updating and ' +
    'deleting private spaces, and for creating and deleting apps in them and of profiles, of more than one owner: the own name left out first. Roles of ' +
    `profiles are asked with a session of theirs, and with one from elsewhere. ${principalMethod}`,
  remediation:
    'Allow the actions on private spaces with the condition `"ArnLike": {"sagemaker:OwnerUserProfileArn": ' +
    '"arn:aws:sagemaker:*:*:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}"}`, and apps of profiles on ' +
    '`app/${sagemaker:DomainId}/${sagemaker:UserProfileName}/*` alone. AmazonSageMakerFullAccess allows apps for every profile. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: peopleFacts,
  *resources({ accountAuthorization, scope, estate, across, ...facts }) {
    const people = studioPeople({ estate, scope, across });
    const regions = people.regions.filter(({ profiles, gap }) => gap !== undefined || namesOf(profiles).length > 1);
    const personal = personalTags(principalsOf(accountAuthorization).map(({ caller }) => caller));
    if (regions.length > 0) yield* principalsAbout(accountAuthorization, facts, scope, { people, regions, personal });
  },
  evaluate({ subject, targets }, { scope }) {
    const words = { what: 'change spaces or apps of other Studio users', held: 'cannot change spaces or apps of other Studio users' };
    return accessVerdict(subject, scope, (policies) => othersAnswer(subject, policies, targets, scope), words);
  },
});

interface Targets {
  readonly people: StudioPeople;
  readonly regions: readonly StudioRegion[];
  readonly personal: Personal;
}

const ownerKey = 'sagemaker:owneruserprofilearn';

function namesOf(profiles: StudioRegion['profiles']): readonly string[] {
  return [...new Set(profiles.map(({ summary }) => summary.UserProfileName ?? ''))];
}

function othersAnswer(
  { principal }: PrincipalSubject,
  policies: PolicySet,
  { people, regions, personal }: Targets,
  scope: Scope,
): ReadAnswer {
  return worstAnswer(
    studioSessions(principal, people.roles, people.profilesOf).map(({ demands, own }) => {
      const tags = foreignTags(policies, principal.caller, personal, demands, 'the tags of spaces and apps were not read');
      const beside = (names: readonly string[]): ReadAnswer => {
        const called = [own, principal.kind === 'user' ? principal.name : undefined].flatMap((name) => name ?? []);
        const targets = regions.flatMap((region) => targetsIn(region, { names, called }, { ...tags, ...demands }, scope));
        return worstAnswer(targetAnswers(targets, policies, principal.caller, scope));
      };
      return moreThanOwn(own, beside, ownerOf);
    }),
  );
}

/** Who is not asked about: owners of these names, and apps that are called as the caller is, as those of its own profile are. */
interface Own {
  readonly names: readonly string[];
  readonly called: readonly string[];
}

/** Apps and private spaces in one Region, of all owners but these. */
function targetsIn(
  { region, profiles, gap }: StudioRegion,
  { names, called }: Own,
  demands: { readonly [key: string]: KeyDomain },
  scope: Scope,
): readonly AccessTarget[] {
  const { partition, account } = scope;
  const profile = (path: string): string => `arn:${partition}:sagemaker:${region}:${account}:user-profile/${path}`;
  const paths = profiles.map(({ summary }) => `${summary.DomainId ?? ''}/${summary.UserProfileName ?? ''}`);
  const owned = {
    ...demands,
    [ownerKey]: {
      kind: 'free',
      type: 'text',
      optional: false,
      base: profile('?*/?*'),
      except: names.map((name) => profile(`*/${literal(name)}`)),
      natural: paths.map(profile),
    },
    'sagemaker:spacesharingtype': { kind: 'listed', candidates: [{ value: one('Private') }] },
  } as const;
  const nobodys = {
    ...demands,
    [ownerKey]: { kind: 'listed', candidates: [{ value: absent }] },
    'sagemaker:spacesharingtype': { kind: 'listed', candidates: [{ value: absent }] },
  } as const;
  const domain = paths[0]?.split('/')[0] ?? 'd-example';
  const appsOf = (list: readonly string[]): readonly string[] =>
    list.map((name) => `arn:${partition}:sagemaker:REGION:${account}:app/*/${literal(name)}/*/*`);
  const ofProfile = (action: string): Ask => ({
    ...sagemakerAsk(
      scope,
      action,
      'app/?*/?*/?*/?*',
      nobodys,
      paths.map((path) => `app/${path}/JupyterLab/default`),
    ),
    except: appsOf(names),
  });
  const questions = [
    ...['CreateApp', 'DeleteApp'].map(ofProfile),
    ...['CreateApp', 'DeleteApp'].map((action) => ({
      ...sagemakerAsk(scope, action, 'app/?*/?*/?*/?*', owned, [`app/${domain}/a-space/JupyterLab/default`]),
      except: appsOf(called),
    })),
    ...['UpdateSpace', 'DeleteSpace', 'CreateSpace'].map((action) =>
      sagemakerAsk(scope, action, 'space/?*/?*', owned, [`space/${domain}/a-space`]),
    ),
  ];
  return questions.map((question) => ({ question, regions: [region], gap: namesOf(profiles).length > 1 ? undefined : gap }));
}

/** Whose the app or the space of a request is: its owner's, where the request has one. Undefined where no policy asked for the owner. */
function ownerOf({ resource, context }: Counterexample): string | undefined {
  const owner = context.find(([key]) => key === ownerKey)?.[1];
  if (typeof owner === 'string') return owner.split('/').at(-1);
  return owner === null && resource.includes(':app/') ? resource.split('/')[2] : undefined;
}
