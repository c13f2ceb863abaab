import { describe, expect, it } from 'vitest';
import { keyName, sayExample } from '../../src/checks/subjects/say-example.ts';
import { sayStatements } from '../../src/checks/subjects/say-statements.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/nb';

describe('a request, said to people', () => {
  it.each([
    ['nothing but the action', { action: 'sagemaker:Search', resource: '*', context: [] }, 'sagemaker:Search'],
    ['a resource', { action: 'sagemaker:StopNotebookInstance', resource: arn, context: [] }, `sagemaker:StopNotebookInstance on ${arn}`],
    [
      "keys in AWS's spelling, and those that are left out last",
      {
        action: 'sagemaker:CreateNotebookInstance',
        resource: arn,
        context: [
          ['sagemaker:vpcsubnets', null],
          ['sagemaker:rootaccess', 'Enabled'],
          ['aws:tagkeys', ['a', 'b']],
        ],
      },
      `sagemaker:CreateNotebookInstance on ${arn} with sagemaker:RootAccess=Enabled, aws:TagKeys=[a, b], without sagemaker:VpcSubnets`,
    ],
    [
      'only keys that are left out',
      { action: 'sagemaker:CreateModel', resource: '*', context: [['sagemaker:networkisolation', null]] },
      'sagemaker:CreateModel without sagemaker:NetworkIsolation',
    ],
    [
      'nothing that follows from who asks',
      {
        action: 'sagemaker:Search',
        resource: '*',
        context: [
          ['aws:principalarn', 'arn:aws:iam::111122223333:user/u'],
          ['aws:principaltag/team', 'x'],
        ],
      },
      'sagemaker:Search with aws:PrincipalTag/team=x',
    ],
  ] as const)('%s', (_what, example, said) => {
    expect(sayExample(example)).toBe(said);
  });

  it('cuts what an attacker made long', () => {
    const said = sayExample({ action: 'sagemaker:Search', resource: '*', context: [['aws:useragent', 'x'.repeat(6_000)]] });
    expect(said.length).toBeLessThan(160);
  });
});

describe('a condition key', () => {
  it.each([
    ['aws:sourcevpce', 'aws:SourceVpce'],
    ['aws:requesttag/cost-centre', 'aws:RequestTag/cost-centre'],
    ['aws:username', 'aws:username'],
    ['saml:namequalifier', 'saml:namequalifier'],
    ['unheard:of/x', 'unheard:of/x'],
  ])('%s', (key, name) => {
    expect(keyName(key)).toBe(name);
  });
});

describe('statements, said to people', () => {
  const ref = (policy: string, statement: number, sid?: string) => ({ policy, statement, sid });

  it.each([
    [[ref('p', 2, 'Studio')], 'statement 2 (Studio) of policy p'],
    [[ref('p', 1), ref('q', 3)], 'statement 1 of policy p and statement 3 of policy q'],
    [[ref('p', 1), ref('p', 1)], 'statement 1 of policy p'],
    [[1, 2, 3, 4, 5].map((n) => ref('p', n)), 'statement 1 of policy p, statement 2 of policy p, statement 3 of policy p and 2 more'],
  ])('%#', (refs, said) => {
    expect(sayStatements(refs)).toBe(said);
  });
});
