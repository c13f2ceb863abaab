import { describe, expect, it } from 'vitest';
import { escapesOf } from '../../src/iam/escapes.ts';
import { actionsWithRole, isExecutionRole, rolesToPass, unknownRoles } from '../../src/iam/passed-role.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';
import { principalsOf } from '../../src/iam/principals.ts';
import { allow, policyText, roleWith, userWith } from '../support/principals.ts';
import { account, role } from '../support/rows.ts';

const place = { partition: 'aws', regions: ['eu-west-1'], roles: unknownRoles };
const caller = {
  principal: { type: 'user', arn: `arn:aws:iam::${account}:user/ana`, account },
  tags: new Map<string, string>(),
  sessionTags: false,
  organization: null,
} as const;
const arnOf = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** Which actions that leave a VPC out are possible today with these permissions and no others. */
function outsideVpc(...actions: readonly string[]): ReadonlySet<string> {
  const identity = [{ name: 'own', document: readPolicy(policyText(allow(actions))) }];
  const { possible } = escapesOf('GRD-1', { identity }, caller, place);
  return new Set(possible.flatMap(({ violation, role }) => (role === null ? [] : [violation.action])));
}

describe('a role that has to be passed', () => {
  // From the API reference: `RoleArn` is required, and lies in nothing that is optional.
  const required = [
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
  ];

  it('is asked for the actions that are not taken without', () => {
    expect([...actionsWithRole].sort()).toEqual(required);
    const without = outsideVpc('sagemaker:*');
    // The role of a model, of an endpoint configuration and of the users of a domain may be left out; a schedule may name a definition.
    expect([...without].sort()).toEqual(
      ['CreateCluster', 'CreateDomain', 'CreateEndpointConfig', 'CreateModel', 'CreateMonitoringSchedule', 'UpdateCluster']
        .concat('UpdateDomain', 'UpdateMonitoringSchedule')
        .sort(),
    );
    const withRole = outsideVpc('sagemaker:*', 'iam:PassRole');
    expect([...withRole].sort()).toEqual([...without, ...required].sort());
  });

  it('is one that SageMaker may take on', () => {
    const trust = (Principal: object): string => policyText({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
    const principals = principalsOf([
      userWith('ana', []),
      roleWith('fit', []),
      role('everybody', { AssumeRolePolicyDocument: trust({ AWS: '*' }) }),
      role('web', { AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }) }),
      role('people', { AssumeRolePolicyDocument: trust({ AWS: account }) }),
      role('linked', { Path: '/aws-service-role/sagemaker.amazonaws.com/' }),
      role('unread', { AssumeRolePolicyDocument: 'no JSON' }),
    ]);
    const { fit, unfit } = rolesToPass(principals);
    expect(fit).toEqual(['fit', 'everybody'].map(arnOf));
    expect([...unfit]).toEqual(['web', 'people', 'linked'].map(arnOf));
    expect(principals.filter(isExecutionRole).map(({ name }) => name)).toEqual(['fit', 'everybody', 'unread']);
  });
});
