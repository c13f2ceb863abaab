import fc from 'fast-check';

const number = fc.nat({ max: 1_000 });
const weighted = <T>(...options: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...options.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** A route, as numbers that pick from what the VPC has. */
export interface RoutePlan {
  readonly six: boolean;
  readonly destination: number;
  readonly target: number;
  readonly state: 'active' | 'blackhole';
  readonly propagated: boolean;
}

export const routePlan: fc.Arbitrary<RoutePlan> = fc.record({
  six: weighted([2, false], [1, true]),
  // The default route is what most depends on.
  destination: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: number }),
  target: number,
  state: weighted<'active' | 'blackhole'>([9, 'active'], [1, 'blackhole']),
  propagated: weighted([6, false], [1, true]),
});

export const natPlan = fc.record({
  subnet: number,
  kind: weighted<'public' | 'private' | 'regional' | 'no address'>([4, 'public'], [2, 'private'], [2, 'regional'], [1, 'no address']),
  state: weighted<'available' | 'pending' | 'deleted' | 'failed'>([12, 'available'], [1, 'pending'], [1, 'deleted'], [1, 'failed']),
  zones: weighted<'all' | 'first' | 'none'>([2, 'all'], [1, 'first'], [1, 'none']),
});

export const attachmentPlan = fc.record({
  present: weighted([5, true], [1, false]),
  subnets: fc.integer({ min: 1, max: 15 }),
  state: weighted<'available' | 'pending' | 'rejected'>([12, 'available'], [1, 'pending'], [1, 'rejected']),
  six: weighted<'enable' | 'disable'>([3, 'enable'], [1, 'disable']),
  appliance: weighted<'enable' | 'disable'>([1, 'enable'], [3, 'disable']),
  groups: weighted<'enable' | 'disable'>([3, 'enable'], [1, 'disable']),
  table: weighted<1 | 2 | undefined>([4, 1], [3, 2], [1, undefined]),
  settled: weighted([12, true], [1, false]),
});

export const transitRoutePlan = fc.record({
  six: weighted([2, false], [1, true]),
  destination: number,
  attachment: number,
  second: weighted<number | undefined>([5, undefined], [1, 1], [1, 2]),
  kind: weighted<'vpc' | 'vpn'>([8, 'vpc'], [1, 'vpn']),
  propagated: fc.boolean(),
  blackhole: weighted([8, false], [1, true]),
});

export const peeringPlan = fc.record({
  present: weighted([3, true], [1, false]),
  code: weighted<'active' | 'provisioning' | 'deleted'>([10, 'active'], [1, 'provisioning'], [1, 'deleted']),
});

export const blockPublicAccessPlan = fc.record({
  mode: weighted<'off' | 'block-bidirectional' | 'block-ingress'>([5, 'off'], [2, 'block-bidirectional'], [2, 'block-ingress']),
  exclusions: fc.array(
    fc.record({
      at: number,
      mode: weighted<'allow-bidirectional' | 'allow-egress'>([1, 'allow-bidirectional'], [1, 'allow-egress']),
      state: weighted<'create-complete' | 'delete-complete'>([4, 'create-complete'], [1, 'delete-complete']),
    }),
    { maxLength: 3 },
  ),
});

export const interfacePlan = fc.record({
  groups: fc.integer({ min: 1, max: 7 }),
  check: weighted([1, true], [1, false]),
  instance: weighted<number | undefined>([1, undefined], [2, 1], [1, 2]),
  public: fc.boolean(),
  six: weighted<'global' | 'local' | 'none'>([4, 'global'], [1, 'local'], [1, 'none']),
});
