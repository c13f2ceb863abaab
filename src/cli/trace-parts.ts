import type { TraceReport } from '../core/trace-report.ts';
import { estateOf } from '../inventory/estate.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { networkOf } from '../network/network-of.ts';
import { listed, type Network } from '../network/network.ts';
import { safeText } from '../reporters/escape.ts';
import { everyWorkload, subjectsNamed, type Subject } from '../trace/subject.ts';
import type { Target } from '../trace/target.ts';
import { trace } from '../trace/trace.ts';
import { suggestion } from './suggest.ts';
import { usageError } from './usage-error.ts';

/** What `trace` is made of, in one module that is loaded when somebody traces and not before. */
export { networkSections } from '../network/network-sections.ts';
export { traceText } from '../reporters/trace-text.ts';
export { parseTarget } from '../trace/target.ts';
export { workloadFacts } from '../workloads/workloads.ts';

/** Traces what bears this name. @throws MlsecError usage, where nothing does, or several things do */
export function traceNamed(name: string, inventory: Inventory, version: string, target?: Target): TraceReport {
  const network = networkOf(estateOf(inventory));
  return trace(subjectNamed(name, inventory, network), inventory, network, version, target);
}

function subjectNamed(name: string, inventory: Inventory, network: Network): Subject {
  const found = subjectsNamed(inventory, network, name);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined) {
    const arns = found.map(({ resource }) => safeText(resource.arn));
    throw usageError(`${name} names ${found.length} resources`, `name one by its ARN: ${arns.slice(0, 5).join(', ')}`);
  }
  const known = [
    ...[...everyWorkload(inventory)].map(({ resource }) => resource.name),
    ...network.places.flatMap((place) => listed(place, 'networkInterfaces').flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? [])),
  ];
  throw usageError(
    `nothing is called ${name}`,
    suggestion(
      name,
      [...new Set(known)],
      known.length === 0 ? 'there are no workloads and no network interfaces in what was read' : 'mlsec audit lists the workloads',
    ),
  );
}
