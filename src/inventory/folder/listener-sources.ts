import { listenerShape } from '../sections/load-balancer-listeners.ts';
import { objectsIn } from './described-source.ts';
import { textOf } from './json-object.ts';
import { keep, type Source } from './source.ts';
import { placeTold } from './told.ts';

/** Batfish's snapshots hold the listeners of every load balancer in one file: a list for each, or, in others, one list of them all. */
export const listenersOfAll: Source = {
  keys: ['LoadBalancerListeners'],
  read: (answer) =>
    objectsIn(answer, 'LoadBalancerListeners')?.flatMap((entry) => {
      const id = textOf(entry, 'LoadBalancerArn');
      if (id === undefined) return [];
      const listeners = objectsIn(entry, 'Listeners') ?? [entry];
      const Listeners = listeners.map((listener) => keep(listener, listenerShape));
      return [{ id, value: { Listeners }, summary: { LoadBalancerArn: id }, place: placeTold(entry, ['LoadBalancerArn']) }];
    }),
};
