import type { PathStep } from '../../core/path-step.ts';
import { intersect, parseCidr } from '../address-set.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { internet } from '../internet.ts';
import { known } from '../../inventory/fact.ts';
import type { Network, Place } from '../network.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { destinationOf, targetOf, type Route } from '../route-pieces.ts';
import { awsCommand, patched, type Change } from './change.ts';

/** The routes to public addresses of every table on a path, as routes that could be deleted: of VPCs and of transit gateways. */
export function routeChanges(network: Network, from: Place, path: readonly PathStep[]): readonly Change[] {
  const ids = (kind: string): readonly string[] => [...new Set(path.filter((step) => step.kind === kind).map(({ id }) => id))];
  return [
    ...ids('route').flatMap((id) => ofTable(network, from, id)),
    ...ids('transit-gateway-route').flatMap((id) => ofGateway(network, from, id)),
  ];
}

function ofTable(network: Network, from: Place, id: string): readonly Change[] {
  const found = find({ network, from }, 'routeTables', idOf.routeTables, id);
  if (found.value === undefined) return [];
  const { place } = found;
  return (found.value.Routes ?? [])
    .filter((route) => deletable(route) && isPublic(destinationOf(route), place))
    .map((route): Change => {
      const destination = destinationOf(route);
      const field = destination.startsWith('pl-')
        ? '--destination-prefix-list-id'
        : destination.includes(':')
          ? '--destination-ipv6-cidr-block'
          : '--destination-cidr-block';
      return {
        kind: 'delete-route',
        object: id,
        summary: `delete the route ${destination} → ${targetOf(route) ?? ''} of ${id}`,
        commands: [awsCommand(place.region, 'ec2', 'delete-route', '--route-table-id', id, field, destination)],
        apply: (before) =>
          patched(before, place, 'routeTables', (tables) =>
            tables.map((table) =>
              table.RouteTableId === id
                ? {
                    ...table,
                    Routes: (table.Routes ?? []).filter(
                      (each) => destinationOf(each) !== destination || targetOf(each) !== targetOf(route),
                    ),
                  }
                : table,
            ),
          ),
      };
    });
}

/** Local routes, those of endpoints and propagated ones cannot be deleted this way. */
function deletable(route: Route): boolean {
  const target = targetOf(route);
  if (target === undefined || target === 'local') return false;
  if (route.Origin === 'EnableVgwRoutePropagation' || route.Origin === 'Advertisement') return false;
  return !(target.startsWith('vpce-') && route.DestinationPrefixListId !== undefined);
}

function isPublic(destination: string, place: Place): boolean {
  const entries = destination.startsWith('pl-') ? prefixListEntries(place.facts.prefixLists)(destination) : known([destination]);
  return (entries.known ? (entries.value ?? []) : []).some((block) => {
    const cidr = parseCidr(block);
    return cidr !== undefined && (intersect([cidr], internet[cidr.family]).length > 0 || block === '64:ff9b::/96');
  });
}

function ofGateway(network: Network, from: Place, id: string): readonly Change[] {
  const found = find({ network, from }, 'transitGatewayRouteTables', idOf.transitGatewayRouteTables, id);
  if (found.value === undefined || !found.value.detail.known) return [];
  const { place } = found;
  return (found.value.detail.value.Routes ?? [])
    .filter(
      ({ Type, State, DestinationCidrBlock }) => Type !== 'propagated' && State === 'active' && isPublic(DestinationCidrBlock ?? '', place),
    )
    .map(({ DestinationCidrBlock = '' }): Change => ({
      kind: 'delete-transit-gateway-route',
      object: id,
      summary: `delete the route ${DestinationCidrBlock} of ${id}`,
      commands: [
        awsCommand(
          place.region,
          'ec2',
          'delete-transit-gateway-route',
          '--transit-gateway-route-table-id',
          id,
          '--destination-cidr-block',
          DestinationCidrBlock,
        ),
      ],
      apply: (before) =>
        patched(before, place, 'transitGatewayRouteTables', (tables) =>
          tables.map((table) => {
            if (table.summary.TransitGatewayRouteTableId !== id || !table.detail.known) return table;
            const { value } = table.detail;
            const Routes = (value.Routes ?? []).filter(
              (route) => route.DestinationCidrBlock !== DestinationCidrBlock || route.Type === 'propagated',
            );
            return { ...table, detail: known({ ...value, Routes }) };
          }),
        ),
    }));
}
