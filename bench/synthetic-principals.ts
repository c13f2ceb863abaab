import type { AuthorizationDetail } from '../src/inventory/sections/account-authorization.ts';
import { allow, deny, written } from '../test/support/rows-iam.ts';
import { account } from '../test/support/rows.ts';

const arn = (path: string): string => `arn:aws:sagemaker:*:${account}:${path}`;
const policyArn = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;

/** Policies of the account; each principal has ten of them. */
const kinds = 60;
const each = 10;

/** Users and roles by turns, with ten of sixty policies each: by prefix, by network, by tag, by variable, by Region. */
export function syntheticPrincipals(count: number): readonly AuthorizationDetail[] {
  const trust = written({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' });
  const principals = Array.from({ length: count }, (_, at): AuthorizationDetail => {
    const AttachedManagedPolicies = Array.from({ length: each }, (_policy, step) => `p${(at * 7 + step * 5) % kinds}`).map(
      (PolicyName) => ({
        PolicyName,
        PolicyArn: policyArn(PolicyName),
      }),
    );
    const common = { Path: '/', AttachedManagedPolicies };
    if (at % 2 === 0) return { User: { ...common, UserName: `u${at}`, Arn: `arn:aws:iam::${account}:user/u${at}` } };
    return { Role: { ...common, RoleName: `r${at}`, Arn: `arn:aws:iam::${account}:role/r${at}`, AssumeRolePolicyDocument: trust } };
  });
  return [...principals, ...Array.from({ length: kinds }, (_, at) => policy(at))];
}

function policy(at: number): AuthorizationDetail {
  const name = `p${at}`;
  const jobs = ['sagemaker:Describe*', 'sagemaker:List*', 'sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob'];
  const some = <T>(every: number, statement: T): readonly T[] => (at % every === 0 ? [statement] : []);
  const Document = written(
    allow(jobs, arn(`*/team-${at}-*`)),
    ...some(
      6,
      allow('sagemaker:CreatePresignedDomainUrl', arn('user-profile/d-1/${aws:username}'), {
        StringEquals: { 'aws:SourceVpce': ['vpce-1'] },
      }),
    ),
    ...some(7, allow('sagemaker:InvokeEndpoint', arn(`endpoint/team-${at}-*`), { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } })),
    ...some(11, allow('sagemaker:*', '*', { StringEquals: { 'aws:ResourceTag/team': `t${at}` } })),
    ...some(13, deny('sagemaker:*', '*', { StringNotEqualsIfExists: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } })),
    allow(['s3:GetObject', 's3:PutObject'], [`arn:aws:s3:::team-${at}`, `arn:aws:s3:::team-${at}/*`]),
    allow('iam:PassRole', `arn:aws:iam::${account}:role/team-${at}-*`, {
      StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    }),
  );
  return { Policy: { PolicyName: name, Arn: policyArn(name), PolicyVersionList: [{ IsDefaultVersion: true, Document }] } };
}
