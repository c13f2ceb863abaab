import { ask, type Ask, type Place } from './ask.ts';
import type { Caller } from './key-domain.ts';
import type { PolicySet } from './policy-set.ts';
import type { IamPrincipal } from './principals.ts';
import type { KeyDomain } from './question.ts';
import { one } from './request.ts';
import { resourceTagConditions } from './resource-tag-conditions.ts';
import { layersOf, type Answer } from './solve.ts';

/**
 * Actions that the API takes with a role alone, which the caller must be allowed to pass. Where the role may be left out, or lies in something
 * that is named, as in `CreateModel`, `CreateDomain` and `CreateMonitoringSchedule`, nothing has to be passed.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Service.html
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-pass-role
 */
export const actionsWithRole: ReadonlySet<string> = new Set([
  'CreateAutoMLJob',
  'CreateAutoMLJobV2',
  'CreateDataQualityJobDefinition',
  'CreateHyperParameterTuningJob',
  'CreateJob',
  'CreateModelBiasJobDefinition',
  'CreateModelExplainabilityJobDefinition',
  'CreateModelQualityJobDefinition',
  'CreateNotebookInstance',
  'CreateProcessingJob',
  'CreateTrainingJob',
]);

/** The roles of an account, by whether SageMaker may take them on. */
export interface RolesToPass {
  /** ARNs of a few that it may, for examples. */
  readonly fit: readonly string[];
  /** ARNs of all that it may not: passing one of these starts nothing. */
  readonly unfit: ReadonlySet<string>;
}

/** Nothing is known of the roles of an account: any may be fit. */
export const unknownRoles: RolesToPass = { fit: [], unfit: new Set() };

/** Enough for an example that reads like one. */
const mostFit = 3;

const made = new WeakMap<readonly IamPrincipal[], RolesToPass>();

/** @param principals of one account, all of them */
export function rolesToPass(principals: readonly IamPrincipal[]): RolesToPass {
  let roles = made.get(principals);
  if (roles === undefined) {
    const all = principals.filter(({ kind }) => kind === 'role');
    const fit = all.filter(isExecutionRole);
    const readable = fit.filter(({ trust }) => trust?.kind === 'read');
    roles = {
      fit: readable.slice(0, mostFit).map(({ arn }) => arn),
      unfit: new Set(all.filter((role) => !fit.includes(role)).map(({ arn }) => arn)),
    };
    made.set(principals, roles);
  }
  return roles;
}

/**
 * May SageMaker take on the role? A role that a service of AWS has made for itself is for nobody to pass.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function isExecutionRole({ trust, path }: Pick<IamPrincipal, 'trust' | 'path'>): boolean {
  if (trust === undefined || path.startsWith('/aws-service-role/')) return false;
  if (trust.kind === 'unreadable') return true;
  return trust.statements.some(
    ({ effect, principals }) =>
      effect === 'Allow' &&
      principals !== undefined &&
      (principals.not || principals.patterns.some((pattern) => pattern === '*' || /^Service:sagemaker[.-]/.test(pattern))),
  );
}

/**
 * May a caller pass any role to SageMaker? A role that is not there yet counts, since it may be made tomorrow; one that is there and that
 * SageMaker may not take on does not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function mayPassRole(policies: PolicySet, caller: Caller, place: Place, roles: RolesToPass): Answer {
  return ask(policies, caller, passRoleAsk(policies, caller, place, roles), place);
}

/** The request of {@link mayPassRole}. */
export function passRoleAsk(
  policies: PolicySet,
  caller: Caller,
  { partition }: Pick<Place, 'partition'>,
  { fit, unfit }: RolesToPass,
): Ask {
  const { account } = caller.principal;
  const arn = (path: string): string => `arn:${partition}:iam::${account}:role/${path}`;
  const named = layersOf(policies, { action: 'iam:PassRole', principal: caller.principal }).flatMap(({ allows }) =>
    allows.flatMap(({ statement: { resources } }) => (resources.not ? [] : resources.patterns.filter((pattern) => unfit.has(pattern)))),
  );
  return {
    action: 'iam:PassRole',
    resource: arn('?*'),
    except: [...new Set(named)],
    examples: [...fit, arn('example')],
    demands: {
      ...roleTags(policies),
      'iam:passedtoservice': { kind: 'listed', candidates: [{ value: one('sagemaker.amazonaws.com') }] },
      'iam:associatedresourcearn': {
        kind: 'free',
        type: 'text',
        optional: true,
        base: `arn:${partition}:sagemaker:*:${account}:?*/?*`,
        doubt: 'what iam:AssociatedResourceArn says where a role is passed to SageMaker is not documented',
      },
    },
  };
}

/**
 * What a request that passes a role says of the role's tags: nobody can tell, since conditions on these have no reliable results.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function roleTags(policies: PolicySet): { readonly [key: string]: KeyDomain } {
  const doubt = 'a condition on the tags of a role has no reliable results with iam:PassRole, AWS says';
  return Object.fromEntries([...resourceTagConditions(policies).keys()].map((key) => [key, { kind: 'unknown', doubt }]));
}
