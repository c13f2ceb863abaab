import { openEgressCheck } from '../subjects/open-egress-check.ts';

export default openEgressCheck({
  id: 'security-group-open-egress-ipv6',
  title: 'Security group of a workload is open to the internet outwards, IPv6',
  requirement: 'EGR-4',
  ipFamily: 6,
  any: '::/0',
  trap:
    'IPv6 needs no NAT: a dual-stack workload with an egress-only or internet gateway is out at once, and rules for `0.0.0.0/0` say nothing ' +
    'about it.',
});
