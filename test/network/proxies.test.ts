import { describe, expect, it } from 'vitest';
import { internetVerdict, toInternet } from '../../src/network/reach.ts';
import type { IpFamily } from '../../src/network/address-set.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { mainTable, refused, securityGroup } from '../support/rows.ts';
import { open } from './cases/world.ts';

const endpoint = networkInterface('eni-9', '10.0.0.99', { InterfaceType: 'vpc_endpoint' });

/** A workload without a route out, where neither NAT gateways nor endpoints could be read. */
function egress(others: readonly ReturnType<typeof networkInterface>[], family: IpFamily = 4): string {
  const network = networkFrom(
    inventory({
      routeTables: [mainTable([])],
      securityGroups: [securityGroup({ IpPermissionsEgress: open })],
      natGateways: refused('ec2:DescribeNatGateways'),
      vpcEndpoints: refused('ec2:DescribeVpcEndpoints'),
      networkInterfaces: others,
    }),
  );
  return internetVerdict(toInternet(network, originIn(network, 'subnet-1'), family));
}

describe('a proxy of Network Firewall that may hide behind an unread endpoint', () => {
  it('leaves open what gets out, where an endpoint has an interface in the VPC', () => {
    expect(egress([endpoint])).toBe('undecided');
  });

  it('is not there where no endpoint has one', () => {
    expect(egress([])).toBe('blocked');
  });

  it('is nothing to who has no address of the family', () => {
    expect(egress([endpoint], 6)).toBe('blocked');
  });
});
