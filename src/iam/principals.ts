import type { AuthorizationDetail } from '../inventory/sections/account-authorization.ts';
import type { Caller } from './key-domain.ts';
import { readPolicy, type PolicyDocument } from './policy-document.ts';
import type { NamedPolicy, PolicySet } from './policy-set.ts';

/** A user or role of an account, with all that its own side says. */
export interface IamPrincipal {
  readonly kind: 'user' | 'role';
  readonly name: string;
  readonly arn: string;
  /** `/`, `/aws-service-role/…`, or a path of the account's own. */
  readonly path: string;
  readonly caller: Caller;
  /** What is attached, what is within, and the boundary. What an organization adds is not in it. */
  readonly policies: PolicySet;
  /** ARNs of the customer's policies that are attached: who may change one of them changes this principal. */
  readonly attached: readonly string[];
  /** Names of the groups of a user. */
  readonly groups: readonly string[];
  /** Who may become a role. */
  readonly trust: PolicyDocument | undefined;
}

const made = new WeakMap<readonly AuthorizationDetail[], readonly IamPrincipal[]>();

/**
 * Users and roles of an account. A policy that is attached but was not handed over is there as one that could not be read.
 *
 * @param rows of one account, all of them
 */
export function principalsOf(rows: readonly AuthorizationDetail[]): readonly IamPrincipal[] {
  let principals = made.get(rows);
  if (principals === undefined) made.set(rows, (principals = build(rows)));
  return principals;
}

/** As IAM names a policy that is attached. */
interface Attached {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
}

interface Inline {
  readonly PolicyName?: string | undefined;
  readonly PolicyDocument?: string | undefined;
}

function build(rows: readonly AuthorizationDetail[]): readonly IamPrincipal[] {
  const documents = new Map<string, PolicyDocument>();
  /** The same text is read once, and is then the same document to whoever compares. */
  const documentOf = (text: string | undefined): PolicyDocument => {
    if (text === undefined) return { kind: 'unreadable', reason: 'is not in the answer of IAM' };
    let document = documents.get(text);
    if (document === undefined) documents.set(text, (document = readPolicy(text, 'identity')));
    return document;
  };
  const trustOf = (text: string | undefined): PolicyDocument => (text === undefined ? documentOf(text) : readPolicy(text, 'resource'));
  const managed = new Map(
    rows.flatMap(({ Policy }) =>
      Policy?.Arn === undefined ? [] : [[Policy.Arn, Policy.PolicyVersionList?.find((version) => version.IsDefaultVersion)?.Document]],
    ),
  );
  const attachedPolicies = (list: readonly Attached[] | undefined): readonly NamedPolicy[] =>
    (list ?? []).map(({ PolicyArn = '' }) => ({ name: PolicyArn, document: documentOf(managed.get(PolicyArn)) }));
  const inlinePolicies = (list: readonly Inline[] | undefined, owner: string): readonly NamedPolicy[] =>
    (list ?? []).map(({ PolicyName = '', PolicyDocument }) => ({ name: `${owner}/${PolicyName}`, document: documentOf(PolicyDocument) }));
  const groups = new Map(
    rows.flatMap(({ Group }) =>
      Group?.GroupName === undefined
        ? []
        : [
            [
              Group.GroupName,
              [...attachedPolicies(Group.AttachedManagedPolicies), ...inlinePolicies(Group.GroupPolicyList, Group.GroupName)],
            ],
          ],
    ),
  );
  const ofGroup = (name: string): readonly NamedPolicy[] =>
    groups.get(name) ?? [{ name: `group ${name}`, document: documentOf(undefined) }];

  const common = (detail: Detail, inline: readonly NamedPolicy[], more: readonly NamedPolicy[]) => {
    const boundary = detail.PermissionsBoundary?.PermissionsBoundaryArn;
    return {
      arn: detail.Arn ?? '',
      path: detail.Path ?? '/',
      attached: (detail.AttachedManagedPolicies ?? []).flatMap(({ PolicyArn = '' }) =>
        /^arn:[^:]*:iam::\d/.test(PolicyArn) ? [PolicyArn] : [],
      ),
      policies: {
        identity: [...inline, ...attachedPolicies(detail.AttachedManagedPolicies), ...more],
        ...(boundary === undefined ? {} : { boundary: { name: boundary, document: documentOf(managed.get(boundary)) } }),
      },
    };
  };
  return rows.flatMap(({ User, Role }): readonly IamPrincipal[] => {
    if (User?.Arn !== undefined && User.UserName !== undefined) {
      const names = User.GroupList ?? [];
      const base = common(User, inlinePolicies(User.UserPolicyList, User.UserName), names.flatMap(ofGroup));
      const principal = { type: 'user', arn: User.Arn, account: accountOf(User.Arn) } as const;
      const caller = { principal, id: User.UserId, tags: tagsOf(User.Tags), sessionTags: false, organization: undefined };
      return [{ ...base, kind: 'user', name: User.UserName, caller, groups: names, trust: undefined }];
    }
    if (Role?.Arn === undefined || Role.RoleName === undefined) return [];
    const base = common(Role, inlinePolicies(Role.RolePolicyList, Role.RoleName), []);
    const trust = trustOf(Role.AssumeRolePolicyDocument);
    const principal = { type: 'role', arn: Role.Arn, account: accountOf(Role.Arn) } as const;
    const caller = { principal, id: Role.RoleId, tags: tagsOf(Role.Tags), sessionTags: takesSessionTags(trust), organization: undefined };
    return [{ ...base, kind: 'role', name: Role.RoleName, caller, groups: [], trust }];
  });
}

interface Detail {
  readonly Arn?: string | undefined;
  readonly Path?: string | undefined;
  readonly AttachedManagedPolicies?: readonly Attached[] | undefined;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: string | undefined } | undefined;
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function tagsOf(
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): ReadonlyMap<string, string> {
  return new Map((tags ?? []).flatMap(({ Key, Value }) => (Key === undefined || Value === undefined ? [] : [[Key, Value]])));
}

/** May sessions bring tags? https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
function takesSessionTags(trust: PolicyDocument): boolean {
  if (trust.kind === 'unreadable') return true;
  return trust.statements.some(
    ({ effect, actions }) =>
      effect === 'Allow' && (actions.not || actions.patterns.some((pattern) => /^(\*|sts:(\*|tag.*))$/i.test(pattern))),
  );
}
