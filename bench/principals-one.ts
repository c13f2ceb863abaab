/** Judges the principals of one synthetic account in a process of its own: `tsx bench/principals-one.ts 1000`. */
import { checks } from '../src/checks/index.ts';
import { audit } from '../src/engine/audit.ts';
import { syntheticPrincipals } from './synthetic-principals.ts';

const inventory = syntheticPrincipals(Number(process.argv[2]));
const ofAccount = checks.filter(({ needs }) => needs.length > 0 && needs.every((section) => section === 'accountAuthorization'));
const start = performance.now();
const { summary } = audit(inventory, ofAccount, '0.0.0');
const milliseconds = performance.now() - start;
const verdicts = summary.fail + summary.pass + summary.unknown + summary.notApplicable;
process.stdout.write(
  JSON.stringify({ milliseconds, verdicts, checks: ofAccount.length, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
