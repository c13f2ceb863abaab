import { ask, type Ask, type Place } from './ask.ts';
import type { IamPrincipal } from './principals.ts';
import type { KeyDomain } from './question.ts';
import { one } from './request.ts';
import type { Answer } from './solve.ts';
import type { PolicySet } from './policy-set.ts';

const exactly = (value: string): KeyDomain => ({ kind: 'listed', candidates: [{ value: one(value) }] });

/** Writing, attaching or swapping a policy of one's own lifts whatever policies forbid, as far as no boundary and no organization does. */
const actionsOn = {
  user: ['iam:PutUserPolicy', 'iam:AttachUserPolicy'],
  role: ['iam:PutRolePolicy', 'iam:AttachRolePolicy'],
  group: ['iam:PutGroupPolicy', 'iam:AttachGroupPolicy'],
  policy: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
} as const;

/**
 * May a principal change what it may do? That, and not the name of a policy, is what makes an administrator; `sagemaker:*` alone does not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
 *
 * @param policies the principal's, with those of the organization
 */
export function mayChangeItself(principal: IamPrincipal, policies: PolicySet, { partition }: Pick<Place, 'partition'>): Answer {
  const { caller, arn, kind, attached, groups } = principal;
  const { account } = caller.principal;
  const own = [
    ...actionsOn[kind].map((action) => ({ action, resource: arn })),
    ...groups.flatMap((group) =>
      actionsOn.group.map((action) => ({ action, resource: `arn:${partition}:iam::${account}:group/*${group}` })),
    ),
    ...attached.flatMap((policy) => actionsOn.policy.map((action) => ({ action, resource: policy }))),
  ];
  const boundary = policies.boundary?.name;
  const demands = {
    'iam:policyarn': exactly(`arn:${partition}:iam::aws:policy/AdministratorAccess`),
    'iam:permissionsboundary':
      boundary === undefined ? ({ kind: 'listed', candidates: [{ value: { kind: 'absent' } }] } as const) : exactly(boundary),
  };
  // IAM answers in one Region of a partition, whatever is audited.
  const place = { partition, regions: [homeOf(partition)] };
  const answers = own.map(({ action, resource }): Answer => {
    const question: Ask = { action, resource, examples: [resource.replace('group/*', 'group/')], demands };
    return ask(policies, caller, question, place);
  });
  return (
    answers.find((answer) => answer.kind === 'possible') ??
    answers.find((answer) => answer.kind === 'unknown') ??
    answers[0] ?? { kind: 'impossible', by: [], why: 'it has nothing to change' }
  );
}

/** May a principal take its own permissions boundary off? */
export function mayLiftBoundary(
  { caller, kind, arn }: IamPrincipal,
  policies: PolicySet,
  { partition }: Pick<Place, 'partition'>,
): boolean {
  const action = kind === 'user' ? 'iam:DeleteUserPermissionsBoundary' : 'iam:DeleteRolePermissionsBoundary';
  const place = { partition, regions: [homeOf(partition)] };
  return ask(policies, caller, { action, resource: arn, examples: [arn], demands: {} }, place).kind !== 'impossible';
}

function homeOf(partition: string): string {
  if (partition === 'aws-cn') return 'cn-north-1';
  return partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
}
