import type { AccountFixture, RegionFixture } from './account.ts';
import { prefixList, route, routeTable, localRoute, securityGroup, subnet, vpc, vpcEndpoint } from './build-network.ts';
import { ids, place } from './build-place.ts';

export * from './build-network.ts';
export { ids, place, roleArn, sagemakerArn, type Overrides } from './build-place.ts';
export * from './build-jobs.ts';
export * from './build-sagemaker.ts';
export * from './build-studio.ts';

/** A private network with everything that the built workloads refer to, and the endpoints that make it usable. */
export function secureNetwork(): RegionFixture {
  return {
    Vpcs: [vpc()],
    Subnets: [
      subnet(ids.subnetA),
      subnet(ids.subnetB, { CidrBlock: '10.20.2.0/24', AvailabilityZone: `${place.region}b`, AvailabilityZoneId: 'euw1-az2' }),
    ],
    RouteTables: [
      routeTable(ids.routeTable, { Routes: [localRoute(), route(ids.s3PrefixList, { GatewayId: vpcEndpoint('s3').VpcEndpointId })] }),
    ],
    SecurityGroups: [securityGroup()],
    PrefixLists: [prefixList()],
    PrefixListEntries: { [ids.s3PrefixList]: [{ Cidr: '3.5.64.0/21' }, { Cidr: '52.218.0.0/17' }] },
    VpcEndpoints: [vpcEndpoint('s3'), vpcEndpoint('sagemaker.api'), vpcEndpoint('sagemaker.runtime')],
  };
}

/** An account with what is given, per Region, and nothing else. */
export function accountOf(regions: AccountFixture['regions'], account: string = place.account): AccountFixture {
  return {
    account,
    partition: place.partition,
    callerArn: `arn:${place.partition}:sts::${account}:assumed-role/security-audit/mlsec`,
    regions,
  };
}

/**
 * An account with one Region that holds these workloads in the secure network.
 * A collection that is given replaces the one of the network; to keep both, spread {@link secureNetwork}.
 */
export function accountWith(collections: RegionFixture): AccountFixture {
  return accountOf({ [place.region]: { ...secureNetwork(), ...collections } });
}
