import type { NormalizedSchema } from '@smithy/core/schema';
import { operationShapes, services } from './services.ts';

/** Words in the name of a field that speak of a network, or of a way in or out. */
const words = new Set([
  'network',
  'networks',
  'networking',
  'vpc',
  'vpcs',
  'subnet',
  'subnets',
  'isolation',
  'isolated',
  'internet',
  'root',
  'rootless',
  'ssm',
  'remote',
  'docker',
  'ip',
  'ips',
  'ipv',
  'cidr',
  'cidrs',
]);

/** A field of an answer whose name speaks of the network. */
export interface SpeakingField {
  /** Such as `DescribeCluster`. */
  readonly operation: string;
  /** Such as `InstanceGroups.OverrideVpcConfig`; lists are described by their element. */
  readonly path: string;
}

/** Every operation of SageMaker that describes, lists or searches. */
export function readingOperations(): readonly string[] {
  return Object.keys(services.sagemaker.exports).flatMap((name) => {
    const operation = name.replace(/\$$/, '');
    if (!name.endsWith('$') || !/^(Describe|List|Search|BatchDescribe|Get)[A-Z]?/.test(operation)) return [];
    return operationShapes('sagemaker', operation) === undefined ? [] : [operation];
  });
}

/**
 * The outermost fields that speak of the network and that no shape reads.
 *
 * @param shape what is kept of the answer, with its lists described by their element; undefined where nothing is
 */
export function unreadFields(operation: string, shape: unknown): readonly SpeakingField[] {
  const shapes = operationShapes('sagemaker', operation);
  if (shapes === undefined) throw new Error(`sagemaker has no operation ${operation}`);
  return [...fieldsIn(shapes.output, shape, '', new Set())].map((path) => ({ operation, path }));
}

function* fieldsIn(schema: NormalizedSchema, shape: unknown, at: string, above: ReadonlySet<string>): Generator<string, void> {
  if (shape === true) return;
  if (schema.isListSchema() || schema.isMapSchema()) yield* fieldsIn(schema.getValueSchema(), shape, at, above);
  if (!schema.isStructSchema()) return;
  const name = schema.getName() ?? '';
  // Some structures hold themselves.
  if (above.has(name)) return;
  for (const [member, inner] of schema.structIterator()) {
    const path = at === '' ? member : `${at}.${member}`;
    const kept = typeof shape === 'object' && shape !== null ? (shape as Readonly<Record<string, unknown>>)[member] : undefined;
    if (kept === undefined && speaks(member)) yield path;
    else yield* fieldsIn(inner, kept, path, new Set([...above, name]));
  }
}

/** `EnableSSMAccess` is of the words enable, ssm and access. */
function speaks(member: string): boolean {
  const parts = member.match(/[A-Z]+(?=[A-Z][a-z]|\d|$)|[A-Z]?[a-z]+/g) ?? [];
  const lower = parts.map((part) => part.toLowerCase());
  return lower.some((part, index) => words.has(part) || (part === 'security' && /^groups?$/.test(lower[index + 1] ?? '')));
}
