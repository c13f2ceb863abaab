import type { TargetDescription, TargetGroup as SdkTargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
export const targetGroupShape = shapeOf<SdkTargetGroup>()({
  TargetGroupArn: true,
  TargetGroupName: true,
  Protocol: true,
  Port: true,
  VpcId: true,
  LoadBalancerArns: true,
  TargetType: true,
  IpAddressType: true,
});

/** Registered targets, whether healthy or not. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html */
export const targetShape = shapeOf<TargetDescription>()({ Id: true, Port: true });

export type TargetGroup = Described<
  Selected<SdkTargetGroup, typeof targetGroupShape>,
  { readonly Targets: readonly Selected<TargetDescription, typeof targetShape>[] }
>;
