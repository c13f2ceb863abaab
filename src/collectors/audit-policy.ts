import { permissionFor } from '../core/permission-for.ts';

/** An IAM policy, as the console and the CLI take it. */
export interface PolicyJson {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
}

/**
 * The least policy that allows these actions. Lists, and nearly all describes of EC2, take no resource but `*`; so that a policy by resource
 * would read less and not be safer.
 *
 * @param actions the calls, such as `sagemaker:ListModels`; the policy has IAM's names for them
 */
export function auditPolicy(actions: readonly string[]): PolicyJson {
  const permissions = [...new Set(actions.map(permissionFor))].sort();
  return { Version: '2012-10-17', Statement: [{ Sid: 'MlsecReads', Effect: 'Allow', Action: permissions, Resource: '*' }] };
}
