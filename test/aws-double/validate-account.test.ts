import { describe, expect, it } from 'vitest';
import type { AccountFixture, CollectionName } from '../support/aws/account.ts';
import {
  accountWith,
  endpoint,
  endpointConfig,
  model,
  notebook,
  routeTable,
  securityGroup,
  subnet,
  trainingJob,
  vpc,
  vpcEndpoint,
} from '../support/aws/build-account.ts';
import { enumeratedMembers, enumValues } from '../support/aws/enumerations.ts';
import { startLoopback } from '../support/aws/loopback.ts';
import { shape } from '../support/aws/services.ts';
import { validateAccount } from '../support/aws/validate-account.ts';
import { speakTo } from './speak.ts';

const built = {
  NotebookInstances: [notebook('a')],
  TrainingJobs: [trainingJob('a')],
  Models: [model('a')],
  EndpointConfigs: [endpointConfig('a')],
  Endpoints: [endpoint('a')],
  Vpcs: [vpc()],
  Subnets: [subnet()],
  RouteTables: [routeTable()],
  SecurityGroups: [securityGroup()],
  VpcEndpoints: [vpcEndpoint('s3'), vpcEndpoint('sagemaker.api')],
};

/** The built account with one value replaced, by path; `undefined` takes it away. */
function broken(collection: CollectionName, path: readonly (string | number)[], value: unknown): AccountFixture {
  const copy = structuredClone(built) as Record<string, unknown>;
  let holder = copy[collection] as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return accountWith(copy);
}

describe('an account that AWS could have', () => {
  it('is what the builders build', () => {
    expect(validateAccount(accountWith(built))).toEqual([]);
  });

  it('can do without members that are not required', () => {
    const lean = notebook('a', { SubnetId: undefined, SecurityGroups: undefined, KmsKeyId: undefined });
    expect(lean).not.toHaveProperty('SubnetId');
    expect(validateAccount(accountWith({ NotebookInstances: [lean] }))).toEqual([]);
  });
});

describe('an account that AWS could not have', () => {
  it.each<[string, CollectionName, (string | number)[], unknown, string, RegExp]>([
    ['an unknown member', 'NotebookInstances', [0, 'DirectInternet'], 'Enabled', 'NotebookInstances[0].DirectInternet', /no such member/],
    ['a member of the wrong place', 'Models', [0, 'VpcConfig', 'SubnetIds'], [], 'Models[0].VpcConfig.SubnetIds', /no such member/],
    ['a string for a boolean', 'Models', [0, 'EnableNetworkIsolation'], 'true', 'Models[0].EnableNetworkIsolation', /true or false/],
    [
      'a string for a number',
      'TrainingJobs',
      [0, 'ResourceConfig', 'InstanceCount'],
      '1',
      'TrainingJobs[0].ResourceConfig.InstanceCount',
      /a number/,
    ],
    ['a string for a list', 'NotebookInstances', [0, 'SecurityGroups'], 'sg-1', 'NotebookInstances[0].SecurityGroups', /a list/],
    ['a list for a structure', 'Models', [0, 'PrimaryContainer'], [], 'Models[0].PrimaryContainer', /ContainerDefinition/],
    ['a number in a map', 'TrainingJobs', [0, 'HyperParameters', 'epochs'], 12, 'TrainingJobs[0].HyperParameters.epochs', /a string/],
    ['null', 'NotebookInstances', [0, 'SubnetId'], null, 'NotebookInstances[0].SubnetId', /got null/],
    ['a wrong element', 'RouteTables', [0, 'Routes', 0, 'GatewayId'], 7, 'RouteTables[0].Routes[0].GatewayId', /a string/],
    ['seconds for a timestamp', 'TrainingJobs', [0, 'CreationTime'], 1_794_000_000, 'TrainingJobs[0].CreationTime', /a timestamp/],
    ['a date that is none', 'TrainingJobs', [0, 'CreationTime'], '2026-13-01T00:00:00Z', 'TrainingJobs[0].CreationTime', /a timestamp/],
    [
      'a date without a zone',
      'VpcEndpoints',
      [0, 'CreationTimestamp'],
      '2026-11-01T00:00:00',
      'VpcEndpoints[0].CreationTimestamp',
      /a timestamp/,
    ],
    ['a missing member', 'TrainingJobs', [0, 'TrainingJobStatus'], undefined, 'TrainingJobs[0].TrainingJobStatus', /required/],
    [
      'a missing member of a part',
      'EndpointConfigs',
      [0, 'ProductionVariants', 0, 'VariantName'],
      undefined,
      'EndpointConfigs[0].ProductionVariants[0].VariantName',
      /required/,
    ],
    ['no name where the schema requires none', 'Vpcs', [0, 'VpcId'], undefined, 'Vpcs[0].VpcId', /names the resource/],
    [
      'a value outside an enum',
      'NotebookInstances',
      [0, 'DirectInternetAccess'],
      'disabled',
      'NotebookInstances[0].DirectInternetAccess',
      /none of Disabled, Enabled/,
    ],
    [
      'a value outside an enum, deep',
      'RouteTables',
      [0, 'Routes', 0, 'State'],
      'Active',
      'RouteTables[0].Routes[0].State',
      /none of active, blackhole/,
    ],
    [
      'an instance type of another service',
      'TrainingJobs',
      [0, 'ResourceConfig', 'InstanceType'],
      'm5.xlarge',
      'TrainingJobs[0].ResourceConfig.InstanceType',
      /none of/,
    ],
    ['an endpoint’s state as the SDK spells it', 'VpcEndpoints', [0, 'State'], 'Available', 'VpcEndpoints[0].State', /none of available/],
  ])('%s', (_, collection, path, value, at, message) => {
    const problems = validateAccount(broken(collection, path, value));
    expect(problems).toEqual([{ path: `regions.eu-west-1.${at}`, message: expect.stringMatching(message) as string }]);
  });

  it('two resources of one name', () => {
    expect(validateAccount(accountWith({ Models: [model('a'), model('b'), model('a')] }))).toEqual([
      { path: 'regions.eu-west-1.Models[2]', message: 'a is there twice' },
    ]);
  });

  it('a collection that nobody knows', () => {
    const account = { ...accountWith(built), regions: { 'eu-west-1': { Notebooks: [] } } } as unknown as AccountFixture;
    expect(validateAccount(account)).toMatchObject([{ path: 'regions.eu-west-1.Notebooks' }]);
  });

  it('an id of eleven digits', () => {
    expect(validateAccount({ ...accountWith(built), account: '11112222333' })).toMatchObject([{ path: 'account' }]);
  });

  it('is not served', async () => {
    await expect(startLoopback(broken('Models', [0, 'EnableNetworkIsolation'], 'true'))).rejects.toThrow(
      'regions.eu-west-1.Models[0].EnableNetworkIsolation',
    );
  });

  it('but a value that the SDK does not know yet is', async () => {
    const loopback = await startLoopback(broken('NotebookInstances', [0, 'DirectInternetAccess'], 'Sometimes'));
    const answer = await speakTo(loopback)('sagemaker:DescribeNotebookInstance', { NotebookInstanceName: 'a' });
    await loopback.close();
    expect(answer).toMatchObject({ DirectInternetAccess: 'Sometimes' });
  });
});

describe('the table of enums', () => {
  it.each([...enumeratedMembers()])('$service $shape.$member is a member of the SDK’s', ({ service, shape: name, member }) => {
    expect([...shape(service, name).structIterator()].map(([known]) => known)).toContain(member);
    expect(enumValues(service, name, member)?.length).toBeGreaterThan(0);
  });
});
