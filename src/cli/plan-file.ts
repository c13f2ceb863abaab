import { createHash } from 'node:crypto';
import type { RoleName } from '../aws/assumed-role.ts';
import type { PlannedUnit } from '../collectors/targets.ts';
import type { Note } from '../core/note.ts';
import { complaintText, isRecord, list, noteFields, nullable, optional, record, text, time } from '../inventory/expectation.ts';
import { unitName } from './unit-name.ts';
import { usageError } from './usage-error.ts';

/** What is to be read, by whoever reads it: units of one account and Region each. */
export interface Plan {
  readonly partition: string;
  /** Where the caller is asked who it is. */
  readonly home: string;
  /** The role in accounts that are not the caller's own; null where none was asked for. */
  readonly role: RoleName | null;
  /** One moment for all shards, whenever each of them runs. */
  readonly since: string | null;
  /** Sorted by account and Region. */
  readonly units: readonly PlannedUnit[];
  /** What a reader of the report should know: accounts that nobody can enter, because they are closed or suspended. */
  readonly notes: readonly Note[];
}

/** A plan as it was read, with its id. */
export interface SavedPlan extends Plan {
  readonly id: string;
}

const format = 'mlsec-plan';
const version = 1;

/** SHA-256 over everything that a plan asks for: two plans with one id ask for the same. */
export function planId({ partition, home, role, since, units }: Plan): string {
  const asked = [partition, home, role === null ? null : [role.name, role.externalId ?? null], since, units.map(unitName)];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/** The file: JSON for people and for `jq`, one unit a line. */
export function planText(plan: Plan, mlsec: string): string {
  const { partition, home, role, since, units, notes } = plan;
  const head = JSON.stringify({ format, version, mlsec, id: planId(plan), partition, home, role, since, notes }, undefined, 2).slice(0, -2);
  return `${head},\n  "units": [\n${units.map((unit) => `    ${JSON.stringify(unit)}`).join(',\n')}\n  ]\n}\n`;
}

const fields = record({
  mlsec: text,
  id: text,
  partition: text,
  home: text,
  role: nullable(record({ name: text, externalId: optional(text) })),
  since: nullable(time),
  units: list(record({ account: text, region: text })),
  notes: list(noteFields),
});

const hint = 'a plan is what `mlsec plan -o FILE` writes';

/** @throws MlsecError usage, for what is no plan, or was changed after it was made */
export function parsePlan(content: string, name: string): SavedPlan {
  const value = parsed(content);
  if (!isRecord(value) || value['format'] !== format) throw usageError(`${name} is no mlsec plan`, hint);
  if (value['version'] !== version) {
    throw usageError(
      `${name} has plan version ${JSON.stringify(value['version'])}; this mlsec reads version ${version}`,
      'make the plan anew',
    );
  }
  const complaint = fields(value);
  if (complaint !== undefined) throw usageError(`${name} is damaged: ${complaintText(complaint, 'it')}`, 'make the plan anew');
  const plan = value as unknown as SavedPlan;
  const wrong = plan.units.find(({ account, region }) => !/^\d{12}$/.test(account) || !/^[a-z0-9-]{3,32}$/.test(region));
  if (wrong !== undefined) throw usageError(`${name} is damaged: ${unitName(wrong).slice(0, 60)} is no unit`, 'make the plan anew');
  if (planId(plan) !== plan.id) throw usageError(`${name} was changed after it was made: its id does not fit it`, 'make the plan anew');
  return plan;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
