import { classReach } from '../src/network/class-reach.ts';
import { placedOrigin } from '../src/network/origin.ts';
import { toInternet } from '../src/network/reach.ts';
import type { Network } from '../src/network/network.ts';
import { median } from './median.ts';
import { processorTime } from './processor-time.ts';
import { syntheticNetwork } from './synthetic-network.ts';
import { table } from './table.ts';

/**
 * What network proofs cost: workloads by class against each by itself, and the growth with the number of classes.
 *
 * @param workloads how many, in 230 classes
 * @param classes ascending
 */
export function reach(workloads: number, classes: readonly number[], rounds: number): string {
  const shared = Math.min(230, workloads);
  const together: number[] = [];
  const alone: number[] = [];
  const byClasses = classes.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    together.push(timeByClass(workloads, shared));
    alone.push(timeAlone(workloads, shared));
    for (const [at, count] of classes.entries()) byClasses[at]?.push(timeByClass(count, count));
  }
  const [a, b] = [median(together), median(alone)];
  const times = byClasses.map(median);
  const rows = classes.map((count, at) => {
    const time = times[at] ?? Number.NaN;
    const [before, previous] = [times[at - 1], classes[at - 1]];
    const growth = before === undefined || previous === undefined ? '' : (Math.log(time / before) / Math.log(count / previous)).toFixed(2);
    return [count.toLocaleString('en'), time.toFixed(0), (time / count).toFixed(2), growth];
  });
  const compared = table(
    ['', 'time (ms)', 'ratio'],
    [
      [`${workloads.toLocaleString('en')} workloads, each class once (${shared} classes)`, a.toFixed(0), '1.0'],
      [`${workloads.toLocaleString('en')} workloads, each by itself`, b.toFixed(0), (b / a).toFixed(1)],
    ],
  );
  return `${compared}\n\n${table(['classes', 'time (ms)', 'per class (ms)', 'growth'], rows)}`;
}

function timeByClass(workloads: number, classes: number): number {
  const { network, placements } = syntheticNetwork(classes);
  const start = processorTime();
  for (let done = 0; done < workloads; done += placements.length) {
    for (const placed of placements.slice(0, workloads - done)) classReach(network, placeOf(network), placed);
  }
  return processorTime() - start;
}

/** A sample of them is timed, and counted up: all of them would take minutes, and show nothing else. */
function timeAlone(workloads: number, classes: number): number {
  const { network, placements } = syntheticNetwork(classes);
  const sample = Math.min(workloads, 2 * classes);
  const start = processorTime();
  for (const { subnetId, groupIds, dualStack } of [...placements, ...placements].slice(0, sample)) {
    const origin = placedOrigin(network, placeOf(network), subnetId, groupIds, dualStack).value;
    if (origin === undefined) throw new Error(`no ${subnetId}`);
    toInternet(network, origin, 4);
    toInternet(network, origin, 6);
  }
  return ((processorTime() - start) * workloads) / sample;
}

function placeOf({ places }: Network): Network['places'][number] {
  const [place] = places;
  if (place === undefined) throw new Error('no place');
  return place;
}
