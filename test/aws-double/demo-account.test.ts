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
    expect(mains.map((table) => String(toInternet(table))).toSorted()).toEqual(['false', 'false', 'false', 'true', 'true']);
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
    for (const arn of JSON.stringify(fixture).match(/arn:aws:(sagemaker|ec2|kms|network-firewall|elasticloadbalancing):[^"]+/g) ?? [])
      // AWS's own prefix lists have ARNs of AWS, and the public crowd belongs to an account of AWS.
      expect(arn).toMatch(new RegExp(`:${region}:(${demo.account}|aws|394669845002(?=:workteam/public-crowd/)):`));
    expectOwners(fixture);
  });

  it.each(regions)('joins its networks without a loose end, in %s', (region, fixture) => {
    const vpcs = new Set(fixture.Vpcs.map(({ VpcId }) => VpcId));
    const subnets = new Map(fixture.Subnets.map((subnet) => [subnet.SubnetId, subnet.VpcId]));
    const interfaces = new Set(fixture.NetworkInterfaces.map(({ NetworkInterfaceId }) => NetworkInterfaceId));
    const {
      TransitGateways = [],
      TransitGatewayAttachments = [],
      TransitGatewayVpcAttachments = [],
      TransitGatewayPeeringAttachments = [],
      TransitGatewayRouteTables = [],
      TransitGatewayRoutes = {},
      VpcPeeringConnections = [],
      CarrierGateways = [],
      EgressOnlyInternetGateways = [],
    } = fixture as RegionFixture;
    const known: readonly (string | undefined)[] = [
      ...TransitGateways.map(({ TransitGatewayId }) => TransitGatewayId),
      ...VpcPeeringConnections.map(({ VpcPeeringConnectionId }) => VpcPeeringConnectionId),
      ...CarrierGateways.map(({ CarrierGatewayId }) => CarrierGatewayId),
      ...fixture.InternetGateways.map(({ InternetGatewayId }) => InternetGatewayId),
      ...EgressOnlyInternetGateways.map(({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId),
      ...fixture.NatGateways.map(({ NatGatewayId }) => NatGatewayId),
    ];
    for (const { Routes = [] } of fixture.RouteTables) {
      for (const route of Routes) {
        const { TransitGatewayId, VpcPeeringConnectionId, CarrierGatewayId, NatGatewayId, GatewayId = '' } = route;
        const target = TransitGatewayId ?? VpcPeeringConnectionId ?? CarrierGatewayId ?? NatGatewayId;
        if (target !== undefined) expect(known, target).toContain(target);
        if (GatewayId.startsWith('igw-')) expect(known).toContain(GatewayId);
      }
    }

    const attachments = new Map(TransitGatewayAttachments.map((each) => [each.TransitGatewayAttachmentId, each]));
    const tables = new Set(TransitGatewayRouteTables.map(({ TransitGatewayRouteTableId }) => TransitGatewayRouteTableId));
    for (const { Association } of TransitGatewayAttachments) expect(tables).toContain(Association?.TransitGatewayRouteTableId);
    for (const each of TransitGatewayVpcAttachments) {
      expect(attachments.get(each.TransitGatewayAttachmentId)).toMatchObject({ ResourceType: 'vpc', ResourceId: each.VpcId });
      for (const id of each.SubnetIds ?? []) expect(subnets.get(id)).toBe(each.VpcId);
    }
    for (const each of TransitGatewayPeeringAttachments) {
      const other = each.AccepterTgwInfo?.TransitGatewayId;
      expect(attachments.get(each.TransitGatewayAttachmentId)).toMatchObject({ ResourceType: 'peering', ResourceId: other });
    }
    expect(TransitGatewayAttachments.length).toBe(TransitGatewayVpcAttachments.length + TransitGatewayPeeringAttachments.length);
    for (const [table, routes] of Object.entries(TransitGatewayRoutes)) {
      expect(tables).toContain(table);
      for (const { TransitGatewayAttachmentId, ResourceId, ResourceType } of routes.flatMap(
        (route) => route.TransitGatewayAttachments ?? [],
      ))
        expect(attachments.get(TransitGatewayAttachmentId)).toMatchObject({ ResourceId, ResourceType });
    }
    for (const { RequesterVpcInfo, AccepterVpcInfo } of VpcPeeringConnections)
      for (const side of [RequesterVpcInfo, AccepterVpcInfo]) expect(vpcs).toContain(side?.VpcId);
    for (const { NetworkInterfaceIds = [] } of fixture.VpcEndpoints) for (const id of NetworkInterfaceIds) expect(interfaces).toContain(id);
    for (const { SubnetId = '', VpcId } of fixture.NetworkInterfaces) expect(subnets.get(SubnetId)).toBe(VpcId);
    const dhcp = fixture.DhcpOptions.map(({ DhcpOptionsId }) => DhcpOptionsId);
    for (const { DhcpOptionsId } of fixture.Vpcs) expect(dhcp).toContain(DhcpOptionsId);
    for (const { SubnetId: id = '' } of fixture.Subnets)
      expect(
        fixture.NetworkAcls.flatMap(({ Associations = [] }) => Associations).filter(({ SubnetId }) => SubnetId === id).length,
        id,
      ).toBe(1);
    expect(region).toMatch(/^eu-/);
  });

  it('has a firewall whose endpoint, policy and rules are there', () => {
    const west = demo.regions['eu-west-1'] ?? {};
    const policies = new Map((west.FirewallPolicies ?? []).map((each) => [each.FirewallPolicyResponse?.FirewallPolicyArn, each]));
    const groups = (west.FirewallRuleGroups ?? []).map(({ RuleGroupResponse }) => RuleGroupResponse?.RuleGroupArn);
    const endpoints = new Map((west.VpcEndpoints ?? []).map((each) => [each.VpcEndpointId, each]));
    const [{ Firewall, FirewallStatus } = {}] = west.Firewalls ?? [];
    for (const { Attachment } of Object.values(FirewallStatus?.SyncStates ?? {})) {
      expect(endpoints.get(Attachment?.EndpointId)).toMatchObject({
        VpcEndpointType: 'GatewayLoadBalancer',
        SubnetIds: [Attachment?.SubnetId],
      });
    }
    const { StatefulRuleGroupReferences = [], StatelessRuleGroupReferences = [] } =
      policies.get(Firewall?.FirewallPolicyArn)?.FirewallPolicy ?? {};
    const named = [...StatefulRuleGroupReferences, ...StatelessRuleGroupReferences].map(({ ResourceArn }) => ResourceArn);
    expect(new Set(named)).toEqual(new Set(groups));
  });

  it('has names, zones and load balancers that fit together', () => {
    const west = demo.regions['eu-west-1'] ?? {};
    const vpcs = (west.Vpcs ?? []).map(({ VpcId }) => VpcId);
    const lists = (west.FirewallDomainLists ?? []).map(({ Id }) => Id);
    for (const { FirewallDomainListId } of west.FirewallRules ?? []) expect(lists).toContain(FirewallDomainListId);
    for (const { VpcId } of west.FirewallRuleGroupAssociations ?? []) expect(vpcs).toContain(VpcId);
    const rules = (west.ResolverRules ?? []).map(({ Id }) => Id);
    for (const { ResolverRuleId, VPCId } of west.ResolverRuleAssociations ?? [])
      expect([rules, vpcs]).toEqual([expect.arrayContaining([ResolverRuleId]), expect.arrayContaining([VPCId])]);
    for (const { VPCId } of (demo.hostedZones ?? []).flatMap(({ VPCs }) => VPCs)) expect(vpcs).toContain(VPCId);
    const balancers = (west.LoadBalancers ?? []).map(({ LoadBalancerArn }) => LoadBalancerArn);
    const targetGroups = (west.TargetGroups ?? []).map(({ TargetGroupArn }) => TargetGroupArn);
    for (const { LoadBalancerArns = [] } of west.TargetGroups ?? []) for (const arn of LoadBalancerArns) expect(balancers).toContain(arn);
    for (const { LoadBalancerArn, DefaultActions = [] } of west.Listeners ?? []) {
      expect(balancers).toContain(LoadBalancerArn);
      for (const { TargetGroupArn } of DefaultActions) expect(targetGroups).toContain(TargetGroupArn);
    }
    const shown = (west.NetworkInterfaces ?? []).flatMap(({ Description = '' }) => /^ELB (.+)$/.exec(Description)?.[1] ?? []);
    expect(shown.toSorted()).toEqual(['legacy-reports', 'net/claims-intake/3f9a1c07d2be6a51']);
  });
});

/** Apps are of a user or a space of a domain, and teams of a workforce. */
function expectOwners({ Domains = [], Spaces = [], UserProfiles = [], Apps = [], Workforces = [], Workteams = [] }: RegionFixture): void {
  const users = UserProfiles.map(({ DomainId, UserProfileName }) => `${DomainId}/${UserProfileName}`);
  const spaces = Spaces.map(({ DomainId, SpaceName }) => `${DomainId}/${SpaceName}`);
  for (const { DomainId, UserProfileName, SpaceName } of Apps) {
    expect(Domains.map((domain) => domain.DomainId)).toContain(DomainId);
    expect([...users, ...spaces]).toContain(`${DomainId}/${UserProfileName ?? SpaceName}`);
  }
  for (const { WorkforceArn } of Workteams) expect(Workforces.map((workforce) => workforce.WorkforceArn)).toContain(WorkforceArn);
}
