import { describe, expect, it } from 'vitest';
import { between } from '../../src/network/between.ts';
import { httpsReach } from '../../src/network/endpoints/https-reach.ts';
import { publicAddresses } from '../../src/network/internet.ts';
import { blockerKey } from '../../src/network/walk.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { securityGroup, subnet } from '../support/rows.ts';
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
const verdicts = (of: ReturnType<typeof network>, from: string, to: string): readonly string[] => {
  const pieces = between(of, originIn(of, 'subnet-1', [from]), originIn(of, 'subnet-2', [to]));
  return [...new Set(pieces.map(({ verdict }) => verdict))];
};

describe('a question that was asked before in another way', () => {
  it('finds members of a group that do not exist yet, whoever was asked about first', () => {
    // Nobody can say which address of its subnet the receiver gets, but each of them would be let out, and in.
    const one = network();
    expect(verdicts(one, 'sg-sender', 'sg-receiver')).toContain('reachable');
    expect(verdicts(one, 'sg-sender', 'sg-closed')).toEqual(['blocked']);
    const other = network();
    expect(verdicts(other, 'sg-sender', 'sg-closed')).toEqual(['blocked']);
    expect(verdicts(other, 'sg-sender', 'sg-receiver')).toContain('reachable');
  });

  it('is let in by a reference for those alone who carry the group', () => {
    const one = network();
    expect(verdicts(one, 'sg-closed', 'sg-receiver')).toEqual(['blocked']);
    expect(verdicts(one, 'sg-sender', 'sg-receiver')).toContain('reachable');
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
});
