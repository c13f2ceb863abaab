import type { LoadBalancer as SdkLoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export const loadBalancerShape = shapeOf<SdkLoadBalancer>()({
  LoadBalancerArn: true,
  LoadBalancerName: true,
  DNSName: true,
  Type: true,
  Scheme: true,
  VpcId: true,
  State: { Code: true },
  AvailabilityZones: { SubnetId: true, LoadBalancerAddresses: true },
  SecurityGroups: true,
  IpAddressType: true,
});

export type LoadBalancer = Selected<SdkLoadBalancer, typeof loadBalancerShape>;
