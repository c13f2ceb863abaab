import { openEgressCheck } from '../subjects/open-egress-check.ts';

export default openEgressCheck({
  id: 'security-group-open-egress-ipv4',
  title: 'Security group of a workload is open to the internet outwards, IPv4',
  requirement: 'EGR-3',
  ipFamily: 4,
  any: '0.0.0.0/0',
  trap: 'The rules of a group count together: `0.0.0.0/1` and `128.0.0.0/1` are as open as `0.0.0.0/0`.',
});
