import { describe, expect, it } from 'vitest';
import { between } from '../../src/network/between.ts';
import { formsOf } from '../../src/network/endpoints/aws-service.ts';
import { httpsReach } from '../../src/network/endpoints/https-reach.ts';
import { resolveName } from '../../src/network/endpoints/resolve-name.ts';
import { publicAddresses } from '../../src/network/internet.ts';
import { blockerKey } from '../../src/network/walk.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { region, securityGroup, subnet } from '../support/rows.ts';
import { pieceOf } from '../support/sets-of.ts';
import { privateHostedZone } from '../support/rows-names.ts';
import { networkAcl } from '../support/rows-network.ts';

/** sg-sender lets TCP 443 out to whoever carries sg-receiver, which lets in whoever carries sg-sender. */
const rule = (GroupId: string) => ({
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  UserIdGroupPairs: [{ GroupId, UserId: '111122223333' }],
});
const groups = [
  securityGroup({ GroupId: 'sg-sender', IpPermissions: [], IpPermissionsEgress: [rule('sg-receiver')] }),
  securityGroup({ GroupId: 'sg-receiver', IpPermissions: [rule('sg-sender')], IpPermissionsEgress: [] }),
  securityGroup({ GroupId: 'sg-closed', IpPermissions: [], IpPermissionsEgress: [] }),
];
const network = () =>
  networkFrom(
    inventory({
      securityGroups: groups,
      subnets: [subnet({ CidrBlock: '10.0.0.0/24' }), subnet({ SubnetId: 'subnet-2', CidrBlock: '10.0.2.0/24' })],
      networkAcls: [networkAcl(['subnet-1', 'subnet-2'])],
      networkInterfaces: [networkInterface('eni-1', '10.0.2.9', { SubnetId: 'subnet-2', Groups: [{ GroupId: 'sg-receiver' }] })],
    }),
  );
/** What becomes of HTTPS to one address of subnet-2 that no interface has. */
const toNewcomer = (of: ReturnType<typeof network>, from: string, to: string): string | undefined => {
  const pieces = between(of, originIn(of, 'subnet-1', [from]), originIn(of, 'subnet-2', [to]));
  return pieceOf(pieces, { remote: '10.0.2.77', protocol: 6, port: 443, type: 0, code: 0 }, 4)?.verdict;
};

describe('a question that was asked before in another way', () => {
  it('finds members of a group that do not exist yet, whoever was asked about first', () => {
    const one = network();
    expect(toNewcomer(one, 'sg-sender', 'sg-receiver')).toBe('reachable');
    expect(toNewcomer(one, 'sg-sender', 'sg-closed')).toBe('blocked');
    const other = network();
    expect(toNewcomer(other, 'sg-sender', 'sg-closed')).toBe('blocked');
    expect(toNewcomer(other, 'sg-sender', 'sg-receiver')).toBe('reachable');
  });

  it('is let in by a reference for those alone who carry the group', () => {
    const one = network();
    expect(toNewcomer(one, 'sg-closed', 'sg-receiver')).toBe('blocked');
    expect(toNewcomer(one, 'sg-sender', 'sg-receiver')).toBe('reachable');
  });

  it('is another one where a blocker is to be passed by', () => {
    const one = network();
    const origin = originIn(one, 'subnet-1', ['sg-closed']);
    const codes = (ignore?: ReadonlySet<string>): readonly (string | undefined)[] => {
      const pieces = httpsReach(one, origin, 4, publicAddresses[4], ignore === undefined ? {} : { ignore });
      return pieces.map((piece) => (piece.verdict === 'blocked' ? piece.blocker.code : piece.verdict));
    };
    const groupsOf = new Set([blockerKey('SECURITY_GROUP', { kind: 'security-group', id: 'sg-closed', detail: '' })]);
    expect(codes()).toEqual(['SECURITY_GROUP']);
    expect(codes(groupsOf)).toEqual(['NO_ROUTE']);
    expect(codes()).toEqual(['SECURITY_GROUP']);
  });

  it('is another one for each name of a service', () => {
    const [form] = formsOf('s3', region);
    const [own = '', anyBucket = ''] = form.hosts;
    const zone = privateHostedZone(own, [{ Name: `${own}.`, Type: 'A', ResourceRecords: [{ Value: '192.0.2.1' }] }]);
    const one = networkFrom(inventory({ vpcEndpoints: [], privateHostedZones: [zone] }));
    const [place] = one.places;
    if (place === undefined) throw new Error('no place');
    const kinds = (hosts: readonly string[]) => hosts.map((host) => resolveName(one, place, 'vpc-1', form, host).kind);
    // The zone holds the one name, and has nothing for those below it.
    expect(kinds([own, anyBucket, own])).toEqual(['addresses', 'nothing', 'addresses']);
  });
});
