import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html */
export const listenerShape = shapeOf<Listener>()({
  ListenerArn: true,
  LoadBalancerArn: true,
  Port: true,
  Protocol: true,
  DefaultActions: { Type: true, TargetGroupArn: true, ForwardConfig: { TargetGroups: { TargetGroupArn: true } } },
});

/** A load balancer, with its listeners. Only their default actions: which target groups rules name is told by the target groups themselves. */
export type LoadBalancerListeners = Described<
  { readonly LoadBalancerArn: string },
  { readonly Listeners: readonly Selected<Listener, typeof listenerShape>[] }
>;
