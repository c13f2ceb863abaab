import type { AccountFixture } from './account.ts';

type Loose = Readonly<Record<string, unknown>>;
type Rows = readonly Loose[];

/** What the participants of a shared subnet see of its VPC. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html */
const seenByBoth = ['Vpcs', 'Subnets', 'RouteTables', 'NetworkAcls'];

/** What of the VPC its owner alone sees. */
const seenByOwner = [
  'VpcEndpoints',
  'NatGateways',
  'InternetGateways',
  'EgressOnlyInternetGateways',
  'FlowLogs',
  'FirewallRuleGroupAssociations',
  'FirewallConfigs',
  'ResolverRuleAssociations',
];

/** What belongs to no VPC, and goes where what names it is. */
const beside = ['ManagedPrefixLists', 'PrefixListEntries', 'FirewallRules', 'FirewallDomainLists', 'FirewallDomains', 'ResolverRules'];

/**
 * Gives a VPC of a Region to an account of its own, which shares the subnets with the account that runs workloads in them, as AWS RAM does. The workloads'
 * groups and interfaces stay with those who made them, and the VPC's owner sees these, too; what it made itself, such as endpoints, others do not.
 *
 * @param owner the account that gets it, which lets others in as `mlsec-audit`
 */
export function shareVpc(whole: AccountFixture, region: string, vpcId: string, owner: string): readonly [AccountFixture, AccountFixture] {
  const from: Loose = { ...whole.regions[region] };
  const rowsOf = (name: string): Rows => (from[name] ?? []) as Rows;
  // Policies stay what they are: whom they name is whom they trust.
  const owned = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (name, each: unknown) =>
      name !== 'PolicyDocument' && typeof each === 'string' ? each.replaceAll(whole.account, owner) : each,
    ) as T;
  const places = new Set([vpcId, ...rowsOf('Subnets').flatMap((row) => (row['VpcId'] === vpcId ? [row['SubnetId']] : []))]);
  const isIn = (row: Loose): boolean =>
    [row['VpcId'], row['VPCId'], row['ResourceId']].some((id) => places.has(id)) ||
    ((row['Attachments'] ?? []) as Rows).some((each) => each['VpcId'] === vpcId);
  const isSideOf = (row: Loose, test: (side: Loose) => boolean): boolean =>
    [row['AccepterVpcInfo'], row['RequesterVpcInfo']].some((side) => test(side as Loose));

  const participant: Record<string, unknown> = { ...from };
  const hub: Record<string, unknown> = Object.fromEntries(beside.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  for (const name of seenByBoth) {
    hub[name] = owned(rowsOf(name).filter(isIn));
    participant[name] = rowsOf(name).map((row) => (isIn(row) ? owned(row) : row));
  }
  for (const name of seenByOwner) {
    hub[name] = owned(rowsOf(name).filter(isIn));
    participant[name] = rowsOf(name).filter((row) => !isIn(row));
  }
  // Both sides of a peering see it, and who owns which.
  const peerings = rowsOf('VpcPeeringConnections').map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, (value as Loose)['VpcId'] === vpcId ? owned(value) : value])),
  );
  participant['VpcPeeringConnections'] = peerings.filter((row) =>
    isSideOf(row, (side) => side['VpcId'] !== vpcId && side['OwnerId'] === whole.account),
  );
  hub['VpcPeeringConnections'] = peerings.filter((row) => isSideOf(row, (side) => side['VpcId'] === vpcId));
  const made = JSON.stringify([hub['VpcEndpoints'], hub['NatGateways']]);
  for (const [name, id] of [
    ['SecurityGroups', 'GroupId'],
    ['NetworkInterfaces', 'NetworkInterfaceId'],
  ] as const) {
    const isOwners = (row: Loose): boolean => made.includes(String(row[id]));
    hub[name] = rowsOf(name)
      .filter(isIn)
      .map((row) => (isOwners(row) ? owned(row) : row));
    participant[name] = rowsOf(name).filter((row) => !(isIn(row) && isOwners(row)));
  }
  const attributes = from['VpcDnsAttributes'] as Loose;
  hub['VpcDnsAttributes'] = { [vpcId]: attributes[vpcId] };
  participant['VpcDnsAttributes'] = Object.fromEntries(Object.entries(attributes).filter(([id]) => id !== vpcId));
  const zones = whole.hostedZones ?? [];
  const isZoneIn = (zone: (typeof zones)[number]): boolean => (zone.VPCs ?? []).some(({ VPCId }) => VPCId === vpcId);
  return [
    { ...whole, hostedZones: zones.filter((zone) => !isZoneIn(zone)), regions: { ...whole.regions, [region]: participant } },
    {
      account: owner,
      partition: whole.partition,
      callerArn: `arn:aws:sts::${owner}:assumed-role/network/admin`,
      audited: { roleName: 'mlsec-audit' },
      hostedZones: owned(zones.filter(isZoneIn)),
      regions: { [region]: hub },
    },
  ];
}
