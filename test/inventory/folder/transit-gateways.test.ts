import { expect, test } from 'vitest';
import { factOf, rowsOf, type Folder } from '../../support/folder.ts';

const table = { TransitGatewayRouteTableId: 'tgw-rtb-1' };
const attachment = (id: string, ResourceId: string, ResourceType = 'vpc') => ({ TransitGatewayAttachmentId: id, ResourceType, ResourceId });
const toVpc = attachment('tgw-attach-1', 'vpc-1');
const list = { TransitGatewayRouteTables: [{ ...table, TransitGatewayId: 'tgw-1', State: 'available' }] };
const vpcs = {
  Vpcs: [
    {
      VpcId: 'vpc-1',
      CidrBlock: '10.1.0.0/16',
      CidrBlockAssociationSet: [
        { CidrBlock: '10.1.0.0/16', CidrBlockState: { State: 'associated' } },
        { CidrBlock: '10.2.0.0/16', CidrBlockState: { State: 'associated' } },
        { CidrBlock: '10.3.0.0/16', CidrBlockState: { State: 'disassociated' } },
      ],
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8::/56', Ipv6CidrBlockState: { State: 'associated' } }],
    },
  ],
};
const statics = (...Routes: object[]) => ({ TransitGatewayStaticRoutes: [{ ...table, AdditionalRoutesAvailable: false, Routes }] });
const propagated = (...rows: object[]) => ({ TransitGatewayPropagations: [{ ...table, TransitGatewayRouteTablePropagations: rows }] });
const blackhole = { DestinationCidrBlock: '192.168.0.0/16', State: 'blackhole', Type: 'static' };

const detailIn = (files: Folder): unknown => {
  const folder = Object.fromEntries(Object.entries({ list, vpcs, ...files }).map(([name, json]) => [`us-west-2/${name}.json`, json]));
  const [row] = rowsOf(folder, 'transitGatewayRouteTables');
  return (row as { detail: unknown }).detail;
};
const route = (DestinationCidrBlock: string) => ({
  DestinationCidrBlock,
  Type: 'propagated',
  State: 'active',
  TransitGatewayAttachments: [toVpc],
});

test('the searched routes of a table, whose id is in the name of the file', () => {
  const Routes = [{ DestinationCidrBlock: '10.0.0.0/8', Type: 'static', State: 'active', TransitGatewayAttachments: [toVpc] }];
  expect(detailIn({ 'tgw-rtb-1': { Routes, AdditionalRoutesAvailable: false } })).toEqual({
    known: true,
    value: { Routes, AdditionalRoutesAvailable: false },
  });
});

test('more routes than AWS gave are a gap', () => {
  expect(detailIn({ 'tgw-rtb-1': { Routes: [blackhole], AdditionalRoutesAvailable: true } })).toMatchObject({
    known: false,
    gap: {
      operation: 'ec2:SearchTransitGatewayRoutes',
      code: 'Truncated',
      resource: 'arn:aws:ec2:us-west-2:000000000000:transit-gateway-route-table/tgw-rtb-1',
      message: expect.stringContaining('aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id tgw-rtb-1 --filters'),
    },
    partial: { Routes: [blackhole] },
  });
});

test('Batfish’s static routes and propagations make the routes: the blocks in use of the VPC, both families', () => {
  expect(detailIn({ a: statics(blackhole), b: propagated({ ...toVpc, State: 'enabled' }) })).toEqual({
    known: true,
    value: { Routes: [blackhole, route('10.1.0.0/16'), route('10.2.0.0/16'), route('2001:db8::/56')], AdditionalRoutesAvailable: false },
  });
});

test('a static route goes before a propagated one to the same block', () => {
  const own = { DestinationCidrBlock: '10.1.0.0/16', State: 'blackhole', Type: 'static' };
  expect(detailIn({ a: statics(own), b: propagated({ ...toVpc, State: 'enabled' }) })).toMatchObject({
    value: { Routes: [own, route('10.2.0.0/16'), route('2001:db8::/56')] },
  });
});

test('what is not propagated makes no route', () => {
  expect(detailIn({ a: statics(), b: propagated({ ...toVpc, State: 'not-enabled' }) })).toMatchObject({
    known: true,
    value: { Routes: [] },
  });
});

test.each<[name: string, files: Folder, lacks: string]>([
  ['no propagations', { a: statics(blackhole) }, 'what is propagated to it'],
  ['no static routes', { b: propagated({ ...toVpc, State: 'enabled' }) }, 'its static routes'],
  [
    'a VPN, whose routes no file tells',
    { a: statics(), b: propagated({ ...attachment('tgw-attach-2', 'vpn-1', 'vpn'), State: 'enabled' }) },
    'what vpn-1 propagates to it',
  ],
  [
    'a VPC of somebody else',
    { a: statics(), b: propagated({ ...attachment('tgw-attach-3', 'vpc-9'), State: 'enabled' }) },
    'what vpc-9 propagates to it',
  ],
])('a part proves nothing: %s', (_name, files, lacks) => {
  expect(detailIn(files)).toMatchObject({
    known: false,
    gap: { code: 'NotCollected', message: expect.stringContaining(`do not tell ${lacks}`) },
  });
});

test('AWS’s own list of propagations is read as well, and a search goes before both', () => {
  const own = { TransitGatewayRouteTablePropagations: [{ ...toVpc, State: 'enabled' }] };
  expect(detailIn({ a: statics(), 'tgw-rtb-1': own })).toMatchObject({ known: true, value: { Routes: [route('10.1.0.0/16'), {}, {}] } });
  expect(detailIn({ a: statics(), 'tgw-rtb-1': own, 'search-tgw-rtb-1': { Routes: [], AdditionalRoutesAvailable: false } })).toMatchObject({
    known: true,
    value: { Routes: [] },
  });
});

test('without the list of tables nobody knows the others', () => {
  expect(factOf({ 'us-west-2/a.json': statics() }, 'transitGatewayRouteTables')).toMatchObject({
    known: false,
    partial: [{ summary: table }],
  });
});

test('a VPC of another account propagates its blocks where the folder shows that account, too', () => {
  const folder = {
    'accounts/111122223333/us-west-2/tables.json': list,
    'accounts/111122223333/us-west-2/statics.json': statics(),
    'accounts/111122223333/us-west-2/propagations.json': propagated({ ...toVpc, State: 'enabled' }),
    'accounts/444455556666/us-west-2/vpcs.json': vpcs,
  };
  const fact = factOf(folder, 'transitGatewayRouteTables', 'us-west-2', '111122223333');
  expect(fact).toMatchObject({
    known: true,
    value: [{ detail: { known: true, value: { Routes: [route('10.1.0.0/16'), route('10.2.0.0/16'), route('2001:db8::/56')] } } }],
  });
});
