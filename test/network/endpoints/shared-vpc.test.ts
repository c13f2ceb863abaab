import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { endpointReach } from '../../../src/network/endpoints/endpoint-reach.ts';
import { closedVpc, calling } from '../../support/closed-vpc.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { networkFrom, originIn } from '../../support/network.ts';
import { account, dnsAttributes, refused, subnet, vpc } from '../../support/rows.ts';

const owner = '999988887777';
const owned = { OwnerId: owner };
const shared = { subnets: [subnet(owned)], vpcs: [vpc(owned)] };

/** What the participant sees: the subnet, its table, groups of its own, and neither endpoints nor attributes. */
const participant: Given = {
  ...shared,
  securityGroups: [calling],
  routeTables: closedVpc.routeTables,
  vpcEndpoints: [],
  vpcDnsAttributes: [],
};

/** The records of the owner's account beside those of the participant's. */
function both(ofOwner: Given): Pick<Inventory, 'sections'> {
  const sections = inventory({ ...shared, ...closedVpc, ...ofOwner }).sections.map((record) => ({ ...record, account: owner }));
  return { sections: [...inventory(participant).sections, ...sections] };
}

const reachFrom = (whole: Pick<Inventory, 'sections'>) => {
  const network = networkFrom(whole);
  return endpointReach(network, originIn(network, 'subnet-1', ['sg-1'], { account }), 'sagemaker.api');
};

describe('an endpoint of a shared VPC', () => {
  it('is seen where its owner was read', () => {
    const { verdict, endpoint } = reachFrom(both({}));
    expect([verdict, endpoint]).toEqual(['private', 'vpce-api']);
  });

  it('is not seen where its owner was not', () => {
    const { verdict, doubts } = reachFrom(inventory(participant));
    expect([verdict, doubts.map(({ code }) => code)]).toEqual(['undecided', ['CROSS_ACCOUNT']]);
  });

  it('stays open where the owner’s attributes were refused', () => {
    const { verdict, doubts } = reachFrom(both({ vpcDnsAttributes: [dnsAttributes('vpc-1', refused('ec2:DescribeVpcAttribute'))] }));
    expect([verdict, doubts.map(({ gap }) => gap?.operation)]).toEqual(['undecided', ['ec2:DescribeVpcAttribute']]);
  });

  it('stays open where the owner’s endpoints were refused', () => {
    const { verdict, doubts } = reachFrom(both({ vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }));
    expect([verdict, doubts.map(({ gap }) => gap?.operation)]).toEqual(['undecided', ['ec2:DescribeVpcEndpoints']]);
  });
});
