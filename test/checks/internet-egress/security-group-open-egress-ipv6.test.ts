import check from '../../../src/checks/internet-egress/security-group-open-egress-ipv6.ts';
import { openEgressScenarios } from '../../support/open-egress-scenarios.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(
  check,
  openEgressScenarios({
    requirement: 'EGR-4',
    any: '::/0',
    halves: ['2000::/4', '3000::/4'],
    wide: '2600::/16',
    ownNetwork: 'fd00::/8',
    malformed: '::1/0',
    range: (CidrIpv6) => ({ Ipv6Ranges: [{ CidrIpv6 }] }),
    field: 'Ipv6Ranges.CidrIpv6',
    otherFamily: { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
  }),
);
