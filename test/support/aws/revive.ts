import type { NormalizedSchema } from '@smithy/core/schema';
import { requiredMembers } from './services.ts';

/** Something in a fixture that AWS could not have answered. */
export interface Problem {
  /** Such as `regions.eu-west-1.Models[2].VpcConfig.Subnets[0]`. */
  readonly path: string;
  readonly message: string;
}

export type Report = (problem: Problem) => void;

/**
 * A JSON value as the SDK would hand it over: ISO strings become dates where the schema has a timestamp, base64 becomes bytes.
 * Whatever does not fit the schema is reported, and left as it is.
 */
export function revive(schema: NormalizedSchema, value: unknown, path: string, report: Report): unknown {
  const wrong = (expected: string): unknown => {
    report({ path, message: `expected ${expected}, got ${describe(value)}` });
    return value;
  };
  if (schema.isStructSchema()) {
    return isRecord(value) ? reviveStructure(schema, value, path, report) : wrong(schema.getName() ?? 'a structure');
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return wrong('a list');
    const element = schema.getValueSchema();
    return value.map((item, index) => revive(element, item, `${path}[${index}]`, report));
  }
  if (schema.isMapSchema()) {
    if (!isRecord(value)) return wrong('a map');
    const element = schema.getValueSchema();
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(element, item, `${path}.${key}`, report)]));
  }
  if (schema.isTimestampSchema()) {
    return typeof value === 'string' && isTimestamp(value) ? new Date(value) : wrong('a timestamp such as 2026-11-23T08:30:00.000Z');
  }
  if (schema.isBlobSchema()) return typeof value === 'string' ? Buffer.from(value, 'base64') : wrong('base64');
  if (schema.isStringSchema()) return typeof value === 'string' ? value : wrong('a string');
  if (schema.isBooleanSchema()) return typeof value === 'boolean' ? value : wrong('true or false');
  if (schema.isNumericSchema()) return typeof value === 'number' ? value : wrong('a number');
  return value;
}

function reviveStructure(schema: NormalizedSchema, value: Readonly<Record<string, unknown>>, path: string, report: Report): unknown {
  const members = new Map(schema.structIterator());
  const revived: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const member = members.get(name);
    if (member === undefined) report({ path: `${path}.${name}`, message: `${schema.getName() ?? 'the structure'} has no such member` });
    else revived[name] = revive(member, item, `${path}.${name}`, report);
  }
  for (const name of requiredMembers(schema)) {
    if (value[name] === undefined) report({ path: `${path}.${name}`, message: `is required in ${schema.getName() ?? 'the structure'}` });
  }
  return revived;
}

/** Full dates with a time zone only; JavaScript itself would take `1` and `23 November` too. */
function isTimestamp(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : JSON.stringify(value);
}
