import { describe, expect, it } from 'vitest';
import { demoAccountPath, loadAccount, type RegionFixture, type ResourceTypes } from '../support/aws/account.ts';
import { validateAccount } from '../support/aws/validate-account.ts';

const demo = loadAccount(demoAccountPath);
const regions: readonly (readonly [string, Required<RegionFixture>])[] = Object.entries(demo.regions).map(
  ([region, fixture]) => [region, fixture as Required<RegionFixture>] as const,
);
const everything = regions.map(([, fixture]) => fixture);
const notebooks = everything.flatMap(({ NotebookInstances }) => NotebookInstances);
const jobs = everything.flatMap(({ TrainingJobs }) => TrainingJobs);

describe('the demo account', () => {
  it('is one that AWS could have', () => {
    expect(validateAccount(demo)).toEqual([]);
  });

  it('is a company of the size that it claims', () => {
    const count = (member: keyof RegionFixture): number => everything.flatMap((fixture) => fixture[member] as readonly unknown[]).length;
    expect([count('NotebookInstances'), count('TrainingJobs'), count('Models'), count('EndpointConfigs'), count('Endpoints')]).toEqual([
      9, 11, 7, 6, 6,
    ]);
  });

  it('has every legal combination of direct internet access, root access and subnet', () => {
    const combinations = notebooks.map(
      ({ DirectInternetAccess, RootAccess, SubnetId }) =>
        `${DirectInternetAccess} ${RootAccess} ${SubnetId === undefined ? 'alone' : 'subnet'}`,
    );
    expect([...new Set(combinations)].toSorted()).toEqual([
      'Disabled Disabled subnet',
      'Disabled Enabled subnet',
      'Enabled Disabled alone',
      'Enabled Disabled subnet',
      'Enabled Enabled alone',
      'Enabled Enabled subnet',
    ]);
  });

  it('has jobs of every age and state', () => {
    const old = jobs.filter(({ CreationTime }) => String(CreationTime) < '2026-08-25');
    expect(old.map(({ TrainingJobStatus }) => String(TrainingJobStatus)).toSorted()).toEqual(['Completed', 'Completed', 'InProgress']);
    expect([...new Set(jobs.map(({ TrainingJobStatus }) => String(TrainingJobStatus)))].toSorted()).toEqual([
      'Completed',
      'Failed',
      'InProgress',
      'Stopped',
    ]);
  });

  it('hides secrets where people hide them, each marked as none', () => {
    const text = JSON.stringify(demo);
    expect(text.match(/not-a-secret/g)?.length).toBeGreaterThanOrEqual(5);
    expect(text).not.toMatch(/AKIA[A-Z0-9]{16}|ghp_|hf_[a-zA-Z]{10}/);
  });

  it('has peers’ favourite mistake to make: main tables that differ', () => {
    const toInternet = (table: ResourceTypes['RouteTables']): boolean =>
      (table.Routes ?? []).some((route) => route.GatewayId?.startsWith('igw-'));
    const main = (table: ResourceTypes['RouteTables']): boolean => (table.Associations ?? []).some((association) => association.Main);
    const mains = demo.regions['eu-west-1']?.RouteTables?.filter(main) ?? [];
    expect(mains.map((table) => String(toInternet(table))).toSorted()).toEqual(['false', 'false', 'true', 'true']);
  });

  it.each(regions)('refers only to what is there, in %s', (region, fixture) => {
    const vpcs = new Set(fixture.Vpcs.map(({ VpcId }) => VpcId));
    const subnets = new Map(fixture.Subnets.map((subnet) => [subnet.SubnetId, subnet.VpcId]));
    const groups = new Map(fixture.SecurityGroups.map((group) => [group.GroupId, group.VpcId]));
    const tables = new Map(fixture.RouteTables.map((table) => [table.RouteTableId, table.VpcId]));
    const endpoints = new Set(fixture.VpcEndpoints.map(({ VpcEndpointId }) => VpcEndpointId));
    const models = new Set<string | undefined>(fixture.Models.map(({ ModelName }) => ModelName));
    const configs = new Set<string | undefined>(fixture.EndpointConfigs.map(({ EndpointConfigName }) => EndpointConfigName));

    const placements = [
      ...fixture.NotebookInstances.map(({ SubnetId, SecurityGroups }) => ({
        Subnets: SubnetId === undefined ? [] : [SubnetId],
        SecurityGroupIds: SecurityGroups ?? [],
      })),
      ...[...fixture.TrainingJobs, ...fixture.Models, ...fixture.EndpointConfigs].flatMap(({ VpcConfig }) => VpcConfig ?? []),
      ...fixture.ProcessingJobs.flatMap(({ NetworkConfig }) => NetworkConfig?.VpcConfig ?? []),
    ];
    for (const { Subnets = [], SecurityGroupIds = [] } of placements) {
      const homes = [...Subnets.map((id) => subnets.get(id)), ...SecurityGroupIds.map((id) => groups.get(id))];
      expect(homes).not.toContain(undefined);
      expect(new Set(homes).size, 'subnets and groups of one workload lie in one VPC').toBeLessThanOrEqual(1);
    }
    for (const home of [...subnets.values(), ...groups.values(), ...tables.values()]) expect(vpcs).toContain(home);
    for (const { Associations = [], VpcId } of fixture.RouteTables) {
      for (const id of Associations.flatMap(({ SubnetId }) => SubnetId ?? [])) expect(subnets.get(id)).toBe(VpcId);
    }
    const gateways = fixture.RouteTables.flatMap(({ Routes = [] }) => Routes.flatMap(({ GatewayId }) => GatewayId ?? []));
    for (const id of gateways.filter((gateway) => gateway.startsWith('vpce-'))) expect(endpoints).toContain(id);
    for (const rule of fixture.SecurityGroups.flatMap(({ IpPermissions = [], IpPermissionsEgress = [] }) => [
      ...IpPermissions,
      ...IpPermissionsEgress,
    ])) {
      for (const { GroupId } of rule.UserIdGroupPairs ?? []) expect(groups.has(GroupId)).toBe(true);
      for (const { PrefixListId = '' } of rule.PrefixListIds ?? []) expect(fixture.PrefixListEntries).toHaveProperty(PrefixListId);
    }
    for (const { SubnetIds = [], RouteTableIds = [], Groups = [], VpcId } of fixture.VpcEndpoints) {
      expect(vpcs).toContain(VpcId);
      for (const id of SubnetIds) expect(subnets.get(id)).toBe(VpcId);
      for (const id of RouteTableIds) expect(tables.get(id)).toBe(VpcId);
      for (const { GroupId } of Groups) expect(groups.get(GroupId)).toBe(VpcId);
    }
    for (const { ProductionVariants = [] } of fixture.EndpointConfigs)
      for (const { ModelName } of ProductionVariants) if (ModelName !== undefined) expect(models).toContain(ModelName);
    for (const { EndpointConfigName } of fixture.Endpoints) expect(configs).toContain(EndpointConfigName);
    for (const arn of JSON.stringify(fixture).match(/arn:aws:(sagemaker|ec2|kms):[^"]+/g) ?? [])
      // AWS's own prefix lists have ARNs of AWS.
      expect(arn).toMatch(new RegExp(`:${region}:(${demo.account}|aws):`));
  });
});
