import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { escapesOf, type Escapes } from '../../src/iam/escapes.ts';
import type { GuardrailId } from '../../src/iam/guardrails.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import { unknownRoles } from '../../src/iam/passed-role.ts';
import type { NamedPolicy, PolicySet } from '../../src/iam/policy-set.ts';
import { account } from '../support/rows.ts';

const place = { partition: 'aws', regions: ['eu-west-1'], roles: unknownRoles };

const caller = {
  principal: { type: 'role', arn: `arn:aws:iam::${account}:role/scientist`, account },
  tags: new Map<string, string>(),
  sessionTags: false,
  organization: 'o-example',
} as const;

function published(path: string): NamedPolicy {
  return { name: path, document: readPolicy(readFileSync(new URL(`../../fixtures/policies/published/${path}`, import.meta.url), 'utf8')) };
}

const everything: NamedPolicy = {
  name: 'everything',
  document: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })),
};

const of = (id: GuardrailId, policies: PolicySet): Escapes => escapesOf(id, policies, caller, place);
const actions = (escapes: readonly { readonly violation: { readonly action: string } }[]): readonly string[] =>
  [...new Set(escapes.map(({ violation }) => violation.action))].sort();

const passRole: NamedPolicy = {
  name: 'pass role',
  document: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' } })),
};

/** As the only policy of a principal about SageMaker. The pages leave it to others to let roles be passed. */
const alone = (path: string, id: GuardrailId): Escapes => of(id, { identity: [published(path), passRole] });

// What each of them leaves open is worked out in fixtures/policies/published/README.md.
describe("AWS's published guardrails do what their pages say, and no more", () => {
  const scp: PolicySet = { identity: [everything], scp: [[everything, published('data-perimeter/restrict_nonvpc_deployment_scp.json')]] };

  it('the service control policy of the data perimeter leaves out three actions', () => {
    const { possible, impossible } = of('GRD-1', scp);
    expect(actions(possible)).toEqual(['CreateEndpointConfig', 'CreateJob', 'UpdateCluster']);
    expect(actions(impossible)).toHaveLength(16);
  });

  it('… keeps domains in their VPC', () => {
    const { possible, unknown } = of('GRD-2', scp);
    expect([...possible, ...unknown]).toEqual([]);
  });

  it('… does not speak of root access, and of direct internet access only where it is asked for', () => {
    const { possible, unknown } = of('GRD-3', scp);
    expect(actions(possible)).toEqual(['CreateNotebookInstance', 'UpdateNotebookInstance']);
    expect(possible.every(({ violation }) => 'sagemaker:rootaccess' in violation.demands)).toBe(true);
    expect(unknown.map(({ answer }) => answer.reason)).toEqual([expect.stringContaining('sagemaker:DirectInternetAccess')]);
  });

  it('… lets go whoever has its tag', () => {
    const tagged = {
      ...caller,
      tags: new Map([['dp:exclude', 'true']]),
    };
    const { possible } = escapesOf('GRD-1', scp, tagged, place);
    expect(actions(possible)).toHaveLength(19);
  });

  it('LockDownCreateNotebookInstance locks notebook instances down', () => {
    for (const id of ['GRD-1', 'GRD-3'] as const) {
      const { possible, unknown } = alone('sagemaker/lock-down-create-notebook-instance.json', id);
      expect([...possible, ...unknown], id).toEqual([]);
    }
    // Of version 1 of the metadata service it says nothing.
    expect(actions(alone('sagemaker/lock-down-create-notebook-instance.json', 'GRD-5').possible)).toContain('CreateNotebookInstance');
  });

  it('LockDownCreateNotebookInstance beside AmazonSageMakerFullAccess binds nobody', () => {
    const { possible } = of('GRD-3', { identity: [published('sagemaker/lock-down-create-notebook-instance.json'), everything] });
    expect(actions(possible)).toEqual(['CreateNotebookInstance', 'UpdateNotebookInstance']);
  });

  it('training in a VPC is enforced for two actions, as long as nothing else allows them', () => {
    const { possible, unknown, impossible } = alone('sagemaker/restrict-training-to-vpc.json', 'GRD-1');
    expect([...possible, ...unknown]).toEqual([]);
    expect(actions(impossible.filter(({ answer }) => answer.by.length > 0))).toEqual([
      'CreateHyperParameterTuningJob',
      'CreateTrainingJob',
    ]);
  });

  it('network isolation is enforced for two of eleven actions', () => {
    const { possible, unknown, impossible } = alone('sagemaker/enforce-network-isolation.json', 'GRD-4');
    expect([...possible, ...unknown]).toEqual([]);
    expect(actions(impossible.filter(({ answer }) => answer.by.length > 0))).toEqual([
      'CreateHyperParameterTuningJob',
      'CreateTrainingJob',
    ]);
  });

  it('the statement that is called Deny and allows: remote debugging stays off for whoever has nothing else', () => {
    const { possible, unknown } = alone('sagemaker/restrict-remote-debug.json', 'GRD-7');
    expect([...possible, ...unknown]).toEqual([]);
    const beside = of('GRD-7', { identity: [published('sagemaker/restrict-remote-debug.json'), everything] });
    expect(actions(beside.possible)).toContain('CreateTrainingJob');
  });
});
