import { describe, expect, it } from 'vitest';
import type { AnyCheck } from '../../src/checks/check.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Status } from '../../src/core/status.ts';
import { audit } from '../../src/engine/audit.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';

/** What a scenario expects beyond the status. */
export interface Expectation {
  /** A part of the message. */
  readonly says?: string;
  readonly requirements?: readonly string[];
  readonly controls?: readonly string[];
  /** Pieces of evidence that must be there, each as `source path=value`. */
  readonly evidence?: readonly string[];
  /** The steps of the path, each as `kind id`. */
  readonly path?: readonly string[];
  /** The calls whose missing answers made it unknown; for an unknown that no read would settle, none. */
  readonly missing?: readonly string[];
}

/** A name, an inventory, the name of the resource whose verdict is expected, and what more is expected of it. */
export type Scenario = readonly [name: string, inventory: Inventory, resource: string, expected?: Expectation];

/** Scenarios by status. A check that cannot fail, or cannot pass, is none. */
export interface Scenarios {
  readonly fail: readonly [Scenario, ...Scenario[]];
  readonly pass: readonly [Scenario, ...Scenario[]];
  readonly unknown: readonly [Scenario, ...Scenario[]];
  readonly 'not-applicable'?: readonly Scenario[];
  /** Inventories on which the check has nothing to say at all. */
  readonly silent?: readonly (readonly [name: string, inventory: Inventory])[];
}

/** Runs a check through the real engine over scenarios, on inventories that it cannot change. */
export function testCheck(check: AnyCheck, scenarios: Scenarios): void {
  const seen = new Set<string>();
  const unique = (name: string): string => {
    if (seen.has(name)) throw new Error(`two scenarios are called "${name}"`);
    seen.add(name);
    return name;
  };

  describe(check.id, () => {
    for (const status of ['fail', 'pass', 'unknown', 'not-applicable'] as const) {
      for (const [name, inventory, resource, expected] of scenarios[status] ?? []) {
        it(`${status}: ${unique(name)}`, () => {
          const findings = run(check, inventory);
          const about = findings.filter((finding) => finding.resource.name === resource);
          expect(about.map(summarise), `verdicts on ${resource} among ${JSON.stringify(findings.map(summarise))}`).toHaveLength(1);
          const [finding] = about as [Finding];
          expect(finding.status).toBe(status satisfies Status);
          expectAll(finding, expected ?? {});
        });
      }
    }
    for (const [name, inventory] of scenarios.silent ?? []) {
      it(`silent: ${unique(name)}`, () => expect(run(check, inventory).map(summarise)).toEqual([]));
    }
  });
}

/** The findings of one check; twice the same, or it is not pure. */
function run(check: AnyCheck, inventory: Inventory): readonly Finding[] {
  const report = audit(deepFreeze(inventory), [check], '0.0.0');
  const findings = [...report.findings];
  expect([...report.findings]).toEqual(findings);
  return findings;
}

function expectAll(finding: Finding, expected: Expectation): void {
  expect(finding.message).not.toBe('');
  if (expected.says !== undefined) expect(finding.message).toContain(expected.says);
  if (expected.requirements !== undefined) expect(finding.requirements).toEqual(expected.requirements);
  if (expected.controls !== undefined) expect(finding.controls).toEqual(expected.controls);
  const evidence = finding.evidence.map(({ source, path, value }) => `${source} ${path}=${JSON.stringify(value)}`);
  for (const piece of expected.evidence ?? []) expect(evidence).toContain(piece);
  if (expected.path !== undefined) expect(finding.path.map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected.path);
  if (expected.missing !== undefined) expect(finding.missing).toEqual(expected.missing);
}

function summarise({ status, resource, message }: Finding): string {
  return `${status} ${resource.name}: ${message}`;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
