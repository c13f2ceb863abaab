/** Evaluates one synthetic account in a process of its own, and says how long it took and how much memory: `tsx bench/evaluate-one.ts 1000`. */
import { checks } from '../src/checks/index.ts';
import { audit } from '../src/engine/audit.ts';
import json from '../src/reporters/json.ts';
import { processorTime } from './processor-time.ts';
import { syntheticInventory } from './synthetic-inventory.ts';

const inventory = syntheticInventory(Number(process.argv[2]));
const start = processorTime();
let bytes = 0;
for (const piece of json(audit(inventory, checks, '0.0.0'), { color: false, width: 100, unicode: true })) bytes += piece.length;
const milliseconds = processorTime() - start;
process.stdout.write(JSON.stringify({ milliseconds, bytes, megabytes: process.resourceUsage().maxRSS / 1024 }));
