import type { NormalizedSchema } from '@smithy/core/schema';

/** A form's dotted keys as a tree: `Filter.1.Name=x` is `Filter` → `1` → `Name`. */
interface Node {
  value?: string;
  readonly children: Map<string, Node>;
}

/** EC2 has its own names for members, and flat lists; the other query services put `member` between list and number. */
type Dialect = 'ec2' | 'aws';

/** The input of an operation from the form that the SDK sends. */
export function readForm(schema: NormalizedSchema, form: URLSearchParams, dialect: Dialect): Record<string, unknown> {
  const root: Node = { children: new Map() };
  for (const [key, value] of form) {
    let node = root;
    for (const step of key.split('.')) {
      let child = node.children.get(step);
      if (child === undefined) node.children.set(step, (child = { children: new Map() }));
      node = child;
    }
    node.value = value;
  }
  return readStructure(schema, root, dialect);
}

function readStructure(schema: NormalizedSchema, node: Node, dialect: Dialect): Record<string, unknown> {
  const structure: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const child = node.children.get(formKey(name, member, dialect));
    if (child !== undefined) structure[name] = readValue(member, child, dialect);
  }
  return structure;
}

function readValue(schema: NormalizedSchema, node: Node, dialect: Dialect): unknown {
  if (schema.isStructSchema()) return readStructure(schema, node, dialect);
  if (schema.isListSchema()) return readList(schema, node, dialect);
  const value = node.value ?? '';
  if (schema.isBooleanSchema()) return value === 'true';
  if (schema.isNumericSchema()) return Number(value);
  if (schema.isTimestampSchema()) return new Date(value);
  return value;
}

function readList(schema: NormalizedSchema, node: Node, dialect: Dialect): unknown[] {
  const element = schema.getValueSchema();
  const flat = dialect === 'ec2' || schema.getMergedTraits().xmlFlattened !== undefined;
  const holder = flat ? node : node.children.get(element.getMergedTraits().xmlName ?? 'member');
  return [...(holder?.children ?? [])].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, child]) => readValue(element, child, dialect));
}

/** The name under which the SDK sends a member. */
function formKey(name: string, member: NormalizedSchema, dialect: Dialect): string {
  const { ec2QueryName, xmlName } = member.getMergedTraits() as { readonly ec2QueryName?: string; readonly xmlName?: string };
  if (dialect === 'aws') return xmlName ?? name;
  const key = ec2QueryName ?? xmlName ?? name;
  return key.charAt(0).toUpperCase() + key.slice(1);
}
