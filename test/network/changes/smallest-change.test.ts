import { describe, expect, it } from 'vitest';
import { smallestChanges } from '../../../src/network/changes/smallest-change.ts';
import { internetVerdict, toInternet } from '../../../src/network/reach.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { networkFrom, originIn } from '../../support/network.ts';
import { blockPublicAccess, internetGateway, natGateway, networkAcl } from '../../support/rows-network.ts';
import { igwRoute, mainTable, prefixList, securityGroup, subnet, subnetTable, vpcEndpoint } from '../../support/rows.ts';
import { centralEgress, open, route } from '../cases/world.ts';

const natRoute = route('0.0.0.0/0', 'nat-1');
/** Two subnets with one table to nat-1, and an interface endpoint in subnet-1 that both can use. */
const world: Given = {
  subnets: [
    subnet(),
    subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' }),
    subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' }),
  ],
  networkAcls: [networkAcl(['subnet-1', 'subnet-2', 'subnet-nat'])],
  routeTables: [mainTable([natRoute]), subnetTable('subnet-nat', [igwRoute()])],
  natGateways: [natGateway()],
  internetGateways: [internetGateway()],
  securityGroups: [
    securityGroup({
      IpPermissionsEgress: open,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }],
    }),
  ],
  vpcEndpoints: [vpcEndpoint('sagemaker.api')],
};

const cutsOf = (given: Given, at = 'subnet-1', others: readonly string[] = []) => {
  const network = networkFrom(inventory(given));
  const origin = originIn(network, at);
  const bystanders = others.map((id) => ({ names: [`job in ${id}`], origin: originIn(network, id) }));
  return { network, origin, cuts: smallestChanges(network, [origin], bystanders) };
};

describe('the smallest change', () => {
  it('narrows the group before anything else, and keeps the endpoints', () => {
    const { cuts } = cutsOf(world);
    expect(cuts[0]?.changes.map(({ summary }) => summary)).toEqual([
      'let sg-1 send tcp 443 to 10.0.0.0/16 only, in place of all to 0.0.0.0/0',
    ]);
    expect(cuts[0]?.endpointsLost).toEqual([]);
    expect(cuts[0]?.changes[0]?.commands).toEqual([
      `aws ec2 authorize-security-group-egress --group-id sg-1 --ip-permissions '[{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"IpRanges":[{"CidrIp":"10.0.0.0/16"}]}]' --region eu-west-1`,
      `aws ec2 revoke-security-group-egress --group-id sg-1 --ip-permissions '[{"IpProtocol":"-1","IpRanges":[{"CidrIp":"0.0.0.0/0"}]}]' --region eu-west-1`,
    ]);
  });

  it('tells who else is cut off, and what each change really does: made, it blocks', () => {
    const { network, origin, cuts } = cutsOf(world, 'subnet-1', ['subnet-2']);
    expect(cuts.length).toBeGreaterThan(1);
    for (const { changes, othersCut } of cuts) {
      const after = changes.reduce((before, change) => change.apply(before), network);
      const [place] = after.places;
      expect(internetVerdict(toInternet(after, { ...origin, place: place ?? origin.place }, 4))).toBe('blocked');
      expect(othersCut).toEqual(['job in subnet-2']);
    }
    expect(internetVerdict(toInternet(network, origin, 4))).toBe('reachable');
  });

  it('does not offer to revoke one rule where another lets the same out', () => {
    const twice = securityGroup({
      IpPermissionsEgress: [...open, { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    });
    const { cuts } = cutsOf({ ...world, securityGroups: [twice] });
    const summaries = cuts.flatMap(({ changes }) => changes.map(({ summary }) => summary));
    expect(summaries).not.toContain('revoke the egress rule all to 0.0.0.0/0 of sg-1');
    expect(summaries.some((summary) => summary.startsWith('let sg-1 send tcp 443'))).toBe(true);
  });

  it('knows that deleting a route opens the shorter one behind it', () => {
    // Half of the internet goes by nat-1 explicitly, and would fall back to the default route.
    const { cuts } = cutsOf({
      ...world,
      routeTables: [mainTable([natRoute, route('0.0.0.0/1', 'nat-1')]), subnetTable('subnet-nat', [igwRoute()])],
    });
    const routes = cuts.flatMap(({ changes }) => changes.map(({ summary }) => summary)).filter((summary) => summary.includes('rtb-main'));
    expect(routes).toEqual([]);
  });

  it('says which endpoints a change would cost', () => {
    const s3 = {
      ...world,
      vpcEndpoints: [
        vpcEndpoint('s3', { VpcEndpointId: 'vpce-s3', VpcEndpointType: 'Gateway', SubnetIds: [], RouteTableIds: ['rtb-main'] }),
      ],
      prefixLists: [prefixList('pl-s3', ['52.218.0.0/17'])],
      routeTables: [
        mainTable([natRoute, { DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce-s3', State: 'active' }]),
        subnetTable('subnet-nat', [igwRoute()]),
      ],
    } satisfies Given;
    const { cuts } = cutsOf(s3);
    expect(cuts[0]?.changes[0]?.summary).toBe('let sg-1 send tcp 443 to 10.0.0.0/16, pl-s3 only, in place of all to 0.0.0.0/0');
    expect(cuts[0]?.endpointsLost).toEqual([]);
    const { cuts: all } = cutsOf({ ...s3, blockPublicAccessOptions: [blockPublicAccess()] });
    const revoked = all.find(({ changes }) => changes[0]?.kind === 'revoke-security-group-rule');
    expect(revoked?.endpointsLost ?? ['vpce-s3']).toEqual(['vpce-s3']);
  });

  it('prefers one route to two groups', () => {
    const twoGroups: Given = {
      ...world,
      securityGroups: [securityGroup({ IpPermissionsEgress: open }), securityGroup({ GroupId: 'sg-2', IpPermissionsEgress: open })],
    };
    const network = networkFrom(inventory(twoGroups));
    const origin = originIn(network, 'subnet-1', ['sg-1', 'sg-2']);
    const [best] = smallestChanges(network, [origin], []);
    // Each group alone lets everything out.
    expect(best?.changes.map(({ kind, object }) => `${kind} ${object}`)).toEqual(['delete-route rtb-main']);
  });

  it('cuts a central way out at the table of the transit gateway, or nearer', () => {
    const { cuts } = cutsOf(centralEgress());
    expect(cuts[0]?.changes[0]?.kind).toBe('narrow-security-group');
    expect(cuts.flatMap(({ changes }) => changes.map(({ object }) => object))).toContain('rtb-main');
  });

  it('offers nothing where nothing gets out', () => {
    expect(cutsOf({ ...world, natGateways: [] }).cuts).toEqual([]);
    expect(cutsOf({ ...world, routeTables: [mainTable()] }).cuts).toEqual([]);
  });

  it('quotes for the shell what AWS answers', () => {
    const { cuts } = cutsOf({
      ...world,
      securityGroups: [securityGroup({ GroupId: "sg-1'; rm -rf ~; '", IpPermissionsEgress: open })],
      routeTables: [mainTable([natRoute]), subnetTable('subnet-nat', [igwRoute()])],
    });
    for (const command of cuts.flatMap(({ changes }) => changes.flatMap(({ commands }) => commands)))
      expect(command).not.toMatch(/[^\\]'; rm/);
  });
});
