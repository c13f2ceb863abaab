import type { AccountFixture } from './account.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];
type Loose = Readonly<Record<string, unknown>>;

const ofTransitGateway = [
  'TransitGateways',
  'TransitGatewayAttachments',
  'TransitGatewayVpcAttachments',
  'TransitGatewayPeeringAttachments',
  'TransitGatewayRouteTables',
] as const;
const ofFirewall = ['Firewalls', 'FirewallPolicies', 'FirewallRuleGroups'] as const;

/**
 * Gives a VPC, the transit gateways and the network firewalls of a Region to an account of their own, as a company does that keeps its egress
 * apart. What is left sees of a transit gateway what AWS shows of one that is shared: the gateway, and the attachments of one's own VPCs.
 * https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html
 *
 * @param hub the account that gets them, which lets others in as `mlsec-audit`
 */
export function splitAccount(whole: AccountFixture, region: string, vpcId: string, hub: string): readonly [AccountFixture, AccountFixture] {
  const from: Loose = { ...whole.regions[region] };
  const owned = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(whole.account, hub)) as T;
  const spoke: Record<string, unknown> = { ...from };
  const moved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(from)) {
    if (!Array.isArray(value)) continue;
    const rows = value as Rows;
    const gone = rows.filter((row) => belongsTo(row, vpcId));
    if (gone.length === 0) continue;
    moved[name] = owned(gone);
    spoke[name] = rows.filter((row) => !gone.includes(row));
  }
  for (const name of ofFirewall) {
    moved[name] = owned(from[name]);
    spoke[name] = [];
  }
  const isOwn = (row: Loose): boolean =>
    (row['VpcId'] ?? row['ResourceId']) !== vpcId && !['peering'].includes(String(row['ResourceType']));
  for (const name of ofTransitGateway) {
    const rows = (from[name] ?? []) as Rows;
    // The owner of an attached VPC stays who it is; the gateway itself is the hub's.
    moved[name] = rows.map((row) => (isOwn(row) ? withOwners(row, hub, whole.account) : owned(row)));
    spoke[name] = name.endsWith('Attachments') ? rows.filter(isOwn).map((row) => withOwners(row, hub, whole.account)) : [];
  }
  spoke['TransitGateways'] = owned(from['TransitGateways']);
  spoke['TransitGatewayPeeringAttachments'] = [];
  moved['TransitGatewayRoutes'] = from['TransitGatewayRoutes'];
  delete spoke['TransitGatewayRoutes'];
  // Both sides of a peering see it, and who owns which.
  const peerings = ((from['VpcPeeringConnections'] ?? []) as Rows).map((row) =>
    withPeer(withPeer(row, vpcId, hub, 'RequesterVpcInfo'), vpcId, hub, 'AccepterVpcInfo'),
  );
  spoke['VpcPeeringConnections'] = peerings;
  moved['VpcPeeringConnections'] = peerings.filter((row) => JSON.stringify(row).includes(vpcId));
  return [
    { ...whole, regions: { ...whole.regions, [region]: spoke } },
    {
      account: hub,
      partition: whole.partition,
      callerArn: `arn:aws:sts::${hub}:assumed-role/network/admin`,
      audited: { roleName: 'mlsec-audit' },
      regions: { [region]: moved },
    },
  ];
}

/** Does the row say that it is, or is in, this VPC? */
function belongsTo(row: Loose, vpcId: string): boolean {
  if (row['VpcId'] === vpcId || row['ResourceId'] === vpcId) return true;
  const attachments = (row['Attachments'] ?? []) as Rows;
  return attachments.some((attachment) => attachment['VpcId'] === vpcId);
}

function withPeer(row: Loose, vpcId: string, owner: string, side: 'RequesterVpcInfo' | 'AccepterVpcInfo'): Loose {
  const info = row[side] as Loose;
  return info['VpcId'] === vpcId ? { ...row, [side]: { ...info, OwnerId: owner } } : row;
}

function withOwners(row: Loose, gateway: string, vpc: string): Loose {
  return {
    ...row,
    ...('TransitGatewayOwnerId' in row ? { TransitGatewayOwnerId: gateway } : {}),
    ...('ResourceOwnerId' in row ? { ResourceOwnerId: vpc } : {}),
    ...('VpcOwnerId' in row ? { VpcOwnerId: vpc } : {}),
    ...('OwnerId' in row ? { OwnerId: gateway } : {}),
  };
}
