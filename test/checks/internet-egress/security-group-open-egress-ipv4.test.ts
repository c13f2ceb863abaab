import check from '../../../src/checks/internet-egress/security-group-open-egress-ipv4.ts';
import { openEgressScenarios } from '../../support/open-egress-scenarios.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(
  check,
  openEgressScenarios({
    requirement: 'EGR-3',
    any: '0.0.0.0/0',
    halves: ['0.0.0.0/1', '128.0.0.0/1'],
    wide: '11.0.0.0/8',
    ownNetwork: '10.0.0.0/8',
    malformed: '010.0.0.0/8',
    range: (CidrIp) => ({ IpRanges: [{ CidrIp }] }),
    field: 'IpRanges.CidrIp',
    otherFamily: { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
  }),
);
