import { describe, expect, it } from 'vitest';
import { ask } from '../../src/iam/ask.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import { allow, deny, policyText, type Written } from '../support/principals.ts';
import { account } from '../support/rows.ts';

/** May a role of an account in this organization change a notebook instance? */
function answer(organization: string | null, ...statements: readonly Written[]) {
  const principal = { type: 'role', arn: `arn:aws:iam::${account}:role/r`, account } as const;
  const caller = { principal, tags: new Map<string, string>(), sessionTags: false, organization };
  const resource = `arn:aws:sagemaker:REGION:${account}:notebook-instance/*`;
  const question = { action: 'sagemaker:UpdateNotebookInstance', resource, examples: [], demands: {} };
  const identity = [{ name: 'own', document: readPolicy(policyText(...statements)) }];
  return ask({ identity }, caller, question, { partition: 'aws', regions: ['eu-west-1'] }).kind;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
describe('keys that a request has only sometimes', () => {
  it('whose the endpoint is, a request from the internet does not say', () => {
    for (const key of ['aws:VpceAccount', 'aws:VpceOrgID', 'aws:SourceVpcArn']) {
      expect(answer('o-1', allow('sagemaker:*'), deny('sagemaker:*', { Null: { [key]: 'false' } })), key).toBe('possible');
    }
  });

  it('… and one through an endpoint may say', () => {
    expect(answer('o-1', allow('sagemaker:*', { Condition: { StringEquals: { 'aws:VpceOrgID': 'o-1' } } }))).toBe('unknown');
  });

  it('paths of an organization, outside of one, there are none', () => {
    const inside = allow('sagemaker:*', { Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/*' } } });
    expect(answer(null, inside)).toBe('impossible');
    expect(answer('o-1', inside)).toBe('unknown');
  });

  it('a variable that a role does not have is like no tag, read or not', () => {
    const own = (Condition: object): Written => allow('sagemaker:UpdateNotebookInstance', { Condition });
    const ofUser = own({ StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } });
    const spared = own({ StringEqualsIfExists: { 'aws:ResourceTag/owner': '${aws:username}' } });
    expect(answer(null, ofUser)).toBe('impossible');
    expect(answer(null, spared)).toBe('unknown');
  });
});
