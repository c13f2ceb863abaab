import { AwsError } from './aws-error.ts';
import type { Item } from './handler.ts';

export interface Ec2Filter {
  readonly Name?: string;
  readonly Values?: readonly string[];
}

/** Filters whose name does not spell the path of the member; the others do: `association.subnet-id` is `Associations[].SubnetId`. */
const paths: Readonly<Record<string, string>> = {
  'is-default': 'IsDefault',
  isDefault: 'IsDefault',
  state: 'State',
  'vpc-endpoint-state': 'State',
  'association.main': 'Associations.Main',
  'association.subnet-id': 'Associations.SubnetId',
  'association.gateway-id': 'Associations.GatewayId',
  'association.route-table-association-id': 'Associations.RouteTableAssociationId',
  'route.destination-cidr-block': 'Routes.DestinationCidrBlock',
  'route.gateway-id': 'Routes.GatewayId',
};

/** Members that a filter without an entry above may name. */
const plain = new Set([
  'VpcId',
  'SubnetId',
  'RouteTableId',
  'GroupId',
  'GroupName',
  'OwnerId',
  'PrefixListId',
  'CidrBlock',
  'AvailabilityZone',
  'AvailabilityZoneId',
  'ServiceName',
  'VpcEndpointId',
  'VpcEndpointType',
  'InstanceTenancy',
]);

/**
 * Whether a resource passes all filters of a request; of the values of one filter any will do, and `*` and `?` are wildcards.
 *
 * @throws AwsError for a filter that the operation does not have
 */
export function passesEc2Filters(item: Item, filters: readonly Ec2Filter[]): boolean {
  return filters.every(({ Name = '', Values = [] }) => {
    const actual = Name.startsWith('tag:') ? tagValues(item, Name.slice('tag:'.length)) : valuesAt([item], memberPath(Name));
    return Values.some((pattern) => actual.some((value) => matches(value, pattern)));
  });
}

function memberPath(filter: string): readonly string[] {
  const path = paths[filter];
  if (path !== undefined) return path.split('.');
  const member = filter.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (plain.has(member)) return [member];
  throw new AwsError('InvalidParameterValue', `The filter '${filter}' is invalid`);
}

function valuesAt(from: readonly unknown[], path: readonly string[]): readonly unknown[] {
  return path.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => (value as Item)[step]).filter((value) => value !== undefined && value !== null),
    from,
  );
}

function tagValues(item: Item, key: string): readonly unknown[] {
  const tags = (item['Tags'] ?? []) as readonly { readonly Key?: string; readonly Value?: string }[];
  return tags.filter((tag) => tag.Key === key).map((tag) => tag.Value);
}

function matches(value: unknown, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(String(value));
}
