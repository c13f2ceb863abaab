import { isRecord } from '../expectation.ts';
import { transitGatewayRoutesShape } from '../sections/transit-gateway-route-tables.ts';
import type { Vpc } from '../sections/vpcs.ts';
import { namedAnswer, objectsIn, type NameRule } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import type { Settle, Settled, Unit } from './section-reader.ts';
import { listIn } from './settle.ts';
import { keep, type Source } from './source.ts';
import { placeTold } from './told.ts';

const table = 'TransitGatewayRouteTableId';
const tableName: NameRule = { pattern: /tgw-rtb-[0-9a-z]+/, looks: 'tgw-rtb-0123456789abcdef0' };

interface Propagation {
  readonly ResourceId?: string;
  readonly ResourceType?: string;
  readonly State?: string;
  readonly TransitGatewayAttachmentId?: string;
}

/** The answer to search-transit-gateway-routes: all the routes of one table. */
export const searchedRoutes: Source = namedAnswer(['Routes', 'AdditionalRoutesAvailable'], table, tableName, (answer) =>
  objectsIn(answer, 'Routes') === undefined ? undefined : keep(answer, transitGatewayRoutesShape),
);

/** The answer to get-transit-gateway-route-table-propagations. */
export const propagations: Source = namedAnswer(['TransitGatewayRouteTablePropagations'], table, tableName, (answer) => {
  const list = objectsIn(answer, 'TransitGatewayRouteTablePropagations');
  return list === undefined ? undefined : { Propagations: list.map(propagationOf) };
});

/** Batfish's snapshots hold the static routes of every table in one file, and the propagations in another. */
export const staticRoutesOfAll: Source = perTable('TransitGatewayStaticRoutes', (entry) => {
  const { Routes, AdditionalRoutesAvailable } = keep(entry, transitGatewayRoutesShape) as JsonObject;
  return { Static: Routes ?? [], AdditionalRoutesAvailable };
});

export const propagationsOfAll: Source = perTable('TransitGatewayPropagations', (entry) => ({
  Propagations: (objectsIn(entry, 'TransitGatewayRouteTablePropagations') ?? []).map(propagationOf),
}));

function perTable(key: string, valueOf: (entry: JsonObject) => object): Source {
  return {
    keys: [key],
    read: (answer) =>
      objectsIn(answer, key)?.flatMap((entry) => {
        const id = textOf(entry, table);
        return id === undefined ? [] : [{ id, value: valueOf(entry), summary: { [table]: id }, place: placeTold(entry, [table]) }];
      }),
  };
}

function propagationOf(row: JsonObject): Propagation {
  return keep(row, { ResourceId: true, ResourceType: true, State: true, TransitGatewayAttachmentId: true });
}

const beyond = 'the routes beyond the first thousand';

/**
 * The routes of a table. Where nobody searched them they are its static routes and what is propagated; of that only the blocks of VPCs are
 * known, as what a VPN or a Direct Connect gateway announces stands in no configuration.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export const settleRoutes: Settle = (parts, unit) => {
  const searched = parts.filter((part) => 'Routes' in part);
  if (searched.length > 0) {
    const value = {
      Routes: distinct(searched.flatMap((part) => listIn(part, 'Routes'))),
      AdditionalRoutesAvailable: searched.every(hasMore),
    };
    return value.AdditionalRoutesAvailable ? { value, lacks: beyond, cut: true } : { value };
  }
  const statics = distinct(parts.flatMap((part) => listIn(part, 'Static')));
  const propagated = parts.filter((part) => 'Propagations' in part).flatMap((part) => listIn(part, 'Propagations'));
  const taken = new Set(statics.map((route) => (isRecord(route) ? route['DestinationCidrBlock'] : undefined)));
  const lacks = new Set<string>();
  if (!parts.some((part) => 'Static' in part)) lacks.add('its static routes');
  if (!parts.some((part) => 'Propagations' in part)) lacks.add('what is propagated to it');
  if (parts.some(hasMore)) lacks.add(beyond);
  const Routes = [...statics];
  for (const propagation of distinct(propagated) as readonly Propagation[]) {
    if (propagation.State === 'disabled' || propagation.State === 'not-enabled') continue;
    const blocks = blocksOf(propagation.ResourceId, unit);
    if (blocks === undefined) lacks.add(`what ${propagation.ResourceId ?? 'an attachment'} propagates to it`);
    // A static route to the same block goes before one that is propagated.
    for (const block of blocks ?? []) if (!taken.has(block)) Routes.push(propagatedRoute(block, propagation));
  }
  const settled: Settled = { value: { Routes, AdditionalRoutesAvailable: false } };
  return lacks.size === 0 ? settled : { ...settled, lacks: [...lacks].join(', ') };
};

function hasMore(part: object): boolean {
  return 'AdditionalRoutesAvailable' in part && part.AdditionalRoutesAvailable === true;
}

function propagatedRoute(DestinationCidrBlock: string, { TransitGatewayAttachmentId, ResourceType, ResourceId }: Propagation): object {
  const TransitGatewayAttachments = [{ TransitGatewayAttachmentId, ResourceType, ResourceId }];
  return { DestinationCidrBlock, Type: 'propagated', State: 'active', TransitGatewayAttachments };
}

/** The blocks of a VPC, which may be another account's that shares the gateway; undefined for one that the folder does not show. */
function blocksOf(vpcId: string | undefined, unit: Unit): readonly string[] | undefined {
  if (vpcId === undefined) return undefined;
  // Only the members are read whose types are asked for: rows come from files.
  const vpc = unit.listedAnywhere('vpcs').find((row): row is Vpc => isRecord(row) && row['VpcId'] === vpcId);
  return vpc === undefined ? undefined : cidrBlocks(vpc);
}

function cidrBlocks(vpc: Vpc): readonly string[] {
  const four = (objectsIn(vpc, 'CidrBlockAssociationSet') ?? []).map((row) => ({ block: row['CidrBlock'], state: row['CidrBlockState'] }));
  const six = (objectsIn(vpc, 'Ipv6CidrBlockAssociationSet') ?? []).map((row) => ({
    block: row['Ipv6CidrBlock'],
    state: row['Ipv6CidrBlockState'],
  }));
  const inUse = [...four, ...six].filter(({ state }) => !isRecord(state) || state['State'] === 'associated').map(({ block }) => block);
  return [...new Set([vpc.CidrBlock, ...inUse].filter((block) => typeof block === 'string'))];
}

function distinct(rows: readonly unknown[]): readonly unknown[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
