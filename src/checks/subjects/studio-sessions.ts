import type { KeyDomain } from '../../iam/question.ts';
import { absent, one, type ContextValue } from '../../iam/request.ts';
import { namedBy } from '../../iam/principal-match.ts';
import type { IamPrincipal } from '../../iam/principals.ts';
import type { StudioRoles } from '../../workloads/studio-roles.ts';

/** A kind of session that a principal can have, by whether it comes from Studio. */
export interface StudioSession {
  readonly demands: { readonly [key: string]: KeyDomain };
  /** The name of the user profile, or of the user, that is the principal's own. */
  readonly own: string | undefined;
}

const [domainKey, profileKey] = ['sagemaker:domainid', 'sagemaker:userprofilename'];

/**
 * In a session from Studio, SageMaker says for which domain and profile it is; in any other it says neither.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html#amazonsagemakerai-policy-keys
 *
 * @param profiles names of the profiles of a domain
 */
export function studioSessions(
  { kind, name, arn, trust }: IamPrincipal,
  roles: StudioRoles,
  profiles: (domainId: string) => readonly string[],
): readonly StudioSession[] {
  const elsewhere = { demands: sessionOf(absent, absent), own: kind === 'user' ? name : undefined };
  if (kind === 'user') return [elsewhere];
  const users = roles.users.get(arn) ?? [];
  const inStudio = users.slice(0, most).flatMap((user): readonly StudioSession[] => {
    const [domainId = '', profile = profiles(domainId)[0]] = user.name.split('/');
    return profile === undefined ? [] : [{ demands: sessionOf(one(domainId), one(profile)), own: profile }];
  });
  // A profile that could not be read may have this role.
  const perhaps = roles.hidden !== undefined && trustsSageMaker(trust) ? [{ demands: {}, own: undefined }] : [];
  return [elsewhere, ...inStudio, ...perhaps];
}

/** Policies seldom tell more of them apart, and then by name. */
const most = 3;

function sessionOf(domain: ContextValue, profile: ContextValue): StudioSession['demands'] {
  return {
    [domainKey]: { kind: 'listed', candidates: [{ value: domain }] },
    [profileKey]: { kind: 'listed', candidates: [{ value: profile }] },
  };
}

/** May SageMaker take the role on? Where its trust policy could not be read, it may. */
export function trustsSageMaker(trust: IamPrincipal['trust']): boolean {
  if (trust === undefined) return false;
  if (trust.kind === 'unreadable') return true;
  const service = { type: 'service', service: 'sagemaker.amazonaws.com' } as const;
  return trust.statements.some(({ effect, principals }) => {
    if (effect !== 'Allow' || principals === undefined) return false;
    return principals.not || namedBy(principals, service) !== 'no';
  });
}
