import { describe, expect, it } from 'vitest';
import { answered, applicationArn, balanced, from, groups, type Scenario } from '../support/load-balancing.ts';
import { listener, loadBalancerListeners, targetGroup } from '../support/rows-load-balancers.ts';
import { refused } from '../support/rows.ts';

const scenarios: readonly Scenario[] = [
  // What could not be read brings in at most what the target's groups let in.
  {
    name: 'load balancers could not be read',
    given: balanced({
      loadBalancers: refused('elasticloadbalancing:DescribeLoadBalancers'),
      securityGroups: groups([{ ...from('10.0.0.0/8', 'tcp'), FromPort: 8080, ToPort: 8080 }]),
    }),
    expected: { 'tcp 8.8.8.8 8080': '? NO_PERMISSION', 'tcp 8.8.8.8 8081': 'NO_PUBLIC_ADDRESS' },
  },
  {
    name: 'load balancers could not be read, and nobody is let in',
    given: balanced({ loadBalancers: refused('elasticloadbalancing:DescribeLoadBalancers'), securityGroups: groups([]) }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'target groups could not be read',
    given: balanced({ targetGroups: refused('elasticloadbalancing:DescribeTargetGroups') }),
    expected: '? NO_PERMISSION',
  },
  {
    name: 'targets could not be read',
    given: balanced({ targetGroups: [targetGroup(refused('elasticloadbalancing:DescribeTargetHealth'))] }),
    expected: '? NO_PERMISSION',
  },
  {
    name: 'listeners could not be read',
    given: balanced({ loadBalancerListeners: [loadBalancerListeners(refused('elasticloadbalancing:DescribeListeners'))] }),
    expected: '? NO_PERMISSION',
  },
  {
    name: 'classic load balancers could not be read',
    given: balanced({ loadBalancers: [], classicLoadBalancers: refused('elasticloadbalancing:DescribeLoadBalancers') }),
    expected: '? NO_PERMISSION',
  },
  {
    name: 'a load balancer behind a load balancer',
    given: balanced({ targetGroups: [targetGroup([{ Id: applicationArn }], { TargetType: 'alb' })] }),
    expected: '? UNKNOWN_TARGET',
  },
  {
    name: 'targets of an unknown type',
    given: balanced({ targetGroups: [targetGroup([], { TargetType: 'pigeon' as 'ip' })] }),
    expected: '? UNKNOWN_TARGET',
  },
  {
    name: 'functions as targets',
    given: balanced({ targetGroups: [targetGroup([{ Id: 'arn:aws:lambda:x' }], { TargetType: 'lambda' })] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
  {
    name: 'ports and protocols that make no sense',
    given: balanced({ loadBalancerListeners: [loadBalancerListeners([listener({ Protocol: 'CARRIER_PIGEON' as 'TCP' })])] }),
    expected: '? UNREADABLE',
  },
  {
    name: 'a target that is no address',
    given: balanced({ targetGroups: [targetGroup([{ Id: '10.0.1.500' }])] }),
    expected: 'NO_PUBLIC_ADDRESS',
  },
];

describe('load balancers that could not be read, or make no sense', () => {
  it.each(scenarios)('$name', (scenario) => {
    const { found, expected } = answered(scenario);
    expect(found).toEqual(expected);
  });
});
