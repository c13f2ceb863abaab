import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as sts from '@aws-sdk/client-sts';
import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';

export type ServiceName = 'sagemaker' | 'ec2' | 'iam' | 'sts';

/** How a service is spoken to, and where the SDK keeps its schemas. */
export interface Service {
  readonly protocol: 'json' | 'ec2-query' | 'aws-query';
  /** JSON: the prefix of `x-amz-target`. Query: the API version. */
  readonly dialect: string;
  /** Query only: the namespace of the answers. */
  readonly xmlNamespace: string;
  /** The client module, which exports `<Shape>$` for every shape and every operation, and its enums by name. */
  readonly exports: Readonly<Record<string, unknown>>;
}

export const services: Readonly<Record<ServiceName, Service>> = {
  sagemaker: { protocol: 'json', dialect: 'SageMaker', xmlNamespace: '', exports: { ...sagemaker } },
  ec2: {
    protocol: 'ec2-query',
    dialect: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    exports: { ...ec2 },
  },
  iam: {
    protocol: 'aws-query',
    dialect: '2010-05-08',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    exports: { ...iam },
  },
  sts: {
    protocol: 'aws-query',
    dialect: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    exports: { ...sts },
  },
};

export function isService(name: string): name is ServiceName {
  return Object.hasOwn(services, name);
}

/** The SDK's schema of a shape such as `DescribeModelOutput`. */
export function shape(service: ServiceName, name: string): NormalizedSchema {
  const schema = services[service].exports[`${name}$`];
  if (!Array.isArray(schema)) throw new Error(`${service} has no shape ${name}`);
  return NormalizedSchema.of(schema as unknown as $SchemaRef);
}

export interface OperationShapes {
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
}

/** The SDK marks the schema of an operation with this number. */
const operationMark = 9;

/** What goes in and what comes out; `undefined` where the service has no such operation. */
export function operationShapes(service: ServiceName, operation: string): OperationShapes | undefined {
  const schema = services[service].exports[`${operation}$`];
  if (!Array.isArray(schema) || schema[0] !== operationMark) return undefined;
  return { input: NormalizedSchema.of(schema[4] as $SchemaRef), output: NormalizedSchema.of(schema[5] as $SchemaRef) };
}

/** The names of the members that a structure cannot be without. */
export function requiredMembers(structure: NormalizedSchema): readonly string[] {
  const raw: unknown = structure.getSchema();
  // A structure's schema is [mark, namespace, name, traits, member names, member schemas, how many of them are required].
  if (!Array.isArray(raw)) return [];
  const names = raw[4] as readonly string[];
  const count = (raw as readonly unknown[])[6];
  return typeof count === 'number' ? names.slice(0, count) : [];
}
