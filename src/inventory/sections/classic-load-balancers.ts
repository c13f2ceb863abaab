import type { LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html */
export const classicLoadBalancerShape = shapeOf<LoadBalancerDescription>()({
  LoadBalancerName: true,
  DNSName: true,
  Scheme: true,
  VPCId: true,
  Subnets: true,
  SecurityGroups: true,
  Instances: true,
  ListenerDescriptions: { Listener: { Protocol: true, LoadBalancerPort: true, InstancePort: true } },
});

export type ClassicLoadBalancer = Selected<LoadBalancerDescription, typeof classicLoadBalancerShape>;
