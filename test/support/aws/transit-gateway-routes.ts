import { AwsError } from './aws-error.ts';
import { pageSizeOf } from './ec2-resource.ts';
import type { Ec2Filter } from './ec2-filters.ts';
import { text, type Answer, type Call } from './handler.ts';
import { cutPage } from './paging.ts';

/** ec2:SearchTransitGatewayRoutes. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html */
export function transitGatewayRoutes(call: Call): Answer {
  const id = text(call.input, 'TransitGatewayRouteTableId') ?? '';
  const fixture = call.account.regions[call.region];
  const table = fixture?.TransitGatewayRouteTables?.find((candidate) => candidate.TransitGatewayRouteTableId === id);
  if (table === undefined)
    throw new AwsError('InvalidRouteTableID.NotFound', `Transit Gateway Route Table ${id} was deleted or does not exist.`);
  const filters = call.input['Filters'] as readonly Ec2Filter[] | undefined;
  if (filters === undefined || filters.length === 0)
    throw new AwsError('MissingParameter', 'The request must contain the parameter Filters');
  const other = filters.find(({ Name }) => Name !== 'state' && Name !== 'type');
  if (other !== undefined)
    throw new AwsError('NotSimulatedByLoopback', `the loopback AWS does not simulate the filter ${other.Name ?? ''}`);
  const routes = (fixture?.TransitGatewayRoutes?.[id] ?? []).filter((route) =>
    filters.every(({ Name, Values = [] }) => Values.includes(String(Name === 'state' ? route.State : route.Type))),
  );
  const scope = { service: call.service, operation: call.operation, account: call.account.account, region: call.region };
  const size = pageSizeOf(call.input['MaxResults'] ?? 1000, { min: 5, max: 1000 });
  const { items, nextToken } = cutPage(routes, Math.min(size, call.pageLimit), text(call.input, 'NextToken'), scope, call.emptyPages);
  const more = nextToken !== undefined;
  return { Routes: items, AdditionalRoutesAvailable: more, ...(more ? { NextToken: nextToken } : {}) };
}
