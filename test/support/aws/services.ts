import * as apigateway from '@aws-sdk/client-api-gateway';
import * as apigatewayv2 from '@aws-sdk/client-apigatewayv2';
import * as ec2 from '@aws-sdk/client-ec2';
import * as efs from '@aws-sdk/client-efs';
import * as classic from '@aws-sdk/client-elastic-load-balancing';
import * as loadBalancing from '@aws-sdk/client-elastic-load-balancing-v2';
import * as iam from '@aws-sdk/client-iam';
import * as lambda from '@aws-sdk/client-lambda';
import * as networkFirewall from '@aws-sdk/client-network-firewall';
import * as organizations from '@aws-sdk/client-organizations';
import * as route53 from '@aws-sdk/client-route-53';
import * as resolver from '@aws-sdk/client-route53resolver';
import * as s3 from '@aws-sdk/client-s3';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as sts from '@aws-sdk/client-sts';
import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';
import { resolverSchemas } from './resolver-schemas.ts';

/** A service by its name in IAM actions, apart from the older of two that share one. */
export type ServiceName =
  | 'sagemaker'
  | 'ec2'
  | 'elasticfilesystem'
  | 'lambda'
  | 'apigateway'
  | 'apigatewayv2'
  | 'iam'
  | 'sts'
  | 'network-firewall'
  | 'organizations'
  | 'route53'
  | 's3'
  | 'route53resolver'
  | 'elasticloadbalancing'
  | 'elasticloadbalancing-classic';

/** How a service is spoken to, and where the SDK keeps its schemas. */
export interface Service {
  readonly protocol: 'json' | 'ec2-query' | 'aws-query' | 'rest-json' | 'rest-xml';
  /** JSON: the prefix of `x-amz-target`. Query and REST: the API version. */
  readonly dialect: string;
  /** JSON only: the version in the content type. */
  readonly jsonVersion?: '1.0' | '1.1';
  /** XML only: the namespace of the answers. */
  readonly xmlNamespace: string;
  /** The client module, which exports `<Shape>$` for every shape and every operation, and its enums by name. */
  readonly exports: Readonly<Record<string, unknown>>;
}

const json = (dialect: string, exports: object, jsonVersion: '1.0' | '1.1' = '1.1'): Service => ({
  protocol: 'json',
  dialect,
  jsonVersion,
  xmlNamespace: '',
  exports: { ...exports },
});

const query = (dialect: string, xmlNamespace: string, exports: object): Service => ({
  protocol: 'aws-query',
  dialect,
  xmlNamespace,
  exports: { ...exports },
});

const rest = (dialect: string, exports: object): Service => ({ protocol: 'rest-json', dialect, xmlNamespace: '', exports: { ...exports } });

export const services: Readonly<Record<ServiceName, Service>> = {
  sagemaker: json('SageMaker', sagemaker),
  ec2: {
    protocol: 'ec2-query',
    dialect: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    exports: { ...ec2 },
  },
  iam: query('2010-05-08', 'https://iam.amazonaws.com/doc/2010-05-08/', iam),
  sts: query('2011-06-15', 'https://sts.amazonaws.com/doc/2011-06-15/', sts),
  'network-firewall': json('NetworkFirewall_20201112', networkFirewall, '1.0'),
  organizations: json('AWSOrganizationsV20161128', organizations),
  route53: {
    protocol: 'rest-xml',
    dialect: '2013-04-01',
    xmlNamespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
    exports: { ...route53 },
  },
  s3: { protocol: 'rest-xml', dialect: '2006-03-01', xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/', exports: { ...s3 } },
  elasticfilesystem: rest('2015-02-01', efs),
  lambda: rest('2015-03-31', lambda),
  apigateway: rest('2015-07-09', apigateway),
  apigatewayv2: rest('2018-11-29', apigatewayv2),
  // A client of an older generation, which exports no schemas.
  route53resolver: json('Route53Resolver', { ...resolver, ...resolverSchemas }),
  elasticloadbalancing: query('2015-12-01', 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/', loadBalancing),
  'elasticloadbalancing-classic': query('2012-06-01', 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/', classic),
};

/** The service that a request is for: those that sign with one name differ by version, in the body or in the path. */
export function serviceOf(signingName: string, body: string, url: string): ServiceName | undefined {
  if (signingName === 'elasticloadbalancing') {
    const version = new URLSearchParams(body).get('Version');
    return version === services['elasticloadbalancing-classic'].dialect ? 'elasticloadbalancing-classic' : 'elasticloadbalancing';
  }
  if (signingName === 'apigateway') return url.startsWith('/v2/') ? 'apigatewayv2' : 'apigateway';
  return isService(signingName) ? signingName : undefined;
}

/** The service's name in IAM actions. */
export function iamPrefix(service: ServiceName): string {
  if (service === 'apigatewayv2') return 'apigateway';
  return service === 'elasticloadbalancing-classic' ? 'elasticloadbalancing' : service;
}

function isService(name: string): name is ServiceName {
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

/** The operations of a service that say by which method and path they are asked for, as REST does. */
export function* restOperations(
  service: ServiceName,
): Generator<{ readonly name: string; readonly method: string; readonly path: string }> {
  for (const schema of Object.values(services[service].exports)) {
    if (!Array.isArray(schema) || schema[0] !== operationMark) continue;
    const { http } = schema[3] as { readonly http?: readonly [method: string, path: string] };
    if (http !== undefined) yield { name: String(schema[2]), method: http[0], path: http[1] };
  }
}
