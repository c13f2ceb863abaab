import type { NormalizedSchema } from '@smithy/core/schema';
import type { AccountFixture, CollectionName } from './account.ts';
import { catalogue, keyMembers, requiredKeys, resourceShape, shapesOf } from './catalogue.ts';
import { enumValues } from './enumerations.ts';
import { furtherCollections, furtherKinds, furtherShape, type FurtherCollection } from './further-resources.ts';
import { at, type Item } from './handler.ts';
import { revive, type Problem, type Report } from './revive.ts';
import { requiredMembers, shape, type ServiceName } from './services.ts';

/**
 * Everything in an account that AWS could not have answered, by the SDK's own schemas: unknown or missing members, wrong types,
 * timestamps that are none, values outside an enum, two resources of the same name.
 */
export function validateAccount(account: AccountFixture): readonly Problem[] {
  return [...problemsOf(account, true)];
}

/**
 * Structure only: a test may serve a value that the SDK does not know yet.
 *
 * @throws Error that names the first problems
 */
export function assertStructure(account: AccountFixture): void {
  const problems = problemsOf(account, false);
  if (problems.length === 0) return;
  const lines = problems.slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`account ${account.account} is not one that AWS could have (${problems.length} problems)\n${lines.join('\n')}`);
}

/** What is no list of shapes: names under names. */
const unchecked = new Set([
  'SearchIndex',
  'VpcDnsAttributes',
  'FirewallDomains',
  'MountTargetSecurityGroups',
  'FileSystemPolicies',
  'FunctionPolicies',
]);

function problemsOf(account: AccountFixture, withEnums: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  if (!/^\d{12}$/.test(account.account)) report({ path: 'account', message: 'is not twelve digits' });
  for (const field of ['partition', 'callerArn'] as const) {
    if (typeof account[field] !== 'string') report({ path: field, message: 'is missing' });
  }
  for (const [region, collections] of Object.entries(account.regions)) {
    for (const [collection, items] of Object.entries(collections)) {
      const path = `regions.${region}.${collection}`;
      if (collection === 'PrefixListEntries') checkEntries(items as Record<string, unknown>, path, report);
      else if (unchecked.has(collection)) continue;
      else if (collection === 'VpcBlockPublicAccessOptions') checkOne('ec2', collection, items, path, withEnums, report);
      else if (collection === 'TransitGatewayRoutes') checkByKey('ec2', 'TransitGatewayRoute', items, path, withEnums, report);
      else if (collection === 'FunctionUrlConfigs') checkByKey('lambda', 'FunctionUrlConfig', items, path, withEnums, report);
      else if (collection === 'RestApiResources') checkByKey('apigateway', 'Resource', items, path, withEnums, report);
      else if (collection === 'RestApiStages') checkByKey('apigateway', 'Stage', items, path, withEnums, report);
      else if (collection === 'RestApiDeployments') checkByKey('apigateway', 'Deployment', items, path, withEnums, report);
      else if (collection === 'ApiMappings') checkByKey('apigatewayv2', 'ApiMapping', items, path, withEnums, report);
      else if (collection === 'HttpApiRoutes') checkByKey('apigatewayv2', 'Route', items, path, withEnums, report);
      else if (collection === 'HttpApiIntegrations') checkByKey('apigatewayv2', 'Integration', items, path, withEnums, report);
      else if (collection === 'TargetHealth') checkByKey('elasticloadbalancing', 'TargetHealthDescription', items, path, withEnums, report);
      else if (isFurther(collection)) checkFurther(collection, items as readonly unknown[], path, withEnums, report);
      else if (!isCollection(collection)) report({ path, message: 'is no collection that the loopback AWS knows' });
      else if (!Array.isArray(items)) report({ path, message: 'expected a list' });
      else checkCollection(collection, items as readonly unknown[], path, withEnums, report);
    }
  }
  if (account.iam !== undefined) {
    revive(shapesOf('iam', 'GetAccountAuthorizationDetails').output, { IsTruncated: false, ...account.iam }, 'iam', report);
  }
  for (const [index, zone] of (account.hostedZones ?? []).entries()) {
    const { VPCs: _, ResourceRecordSets, ...summary } = zone;
    checkOne('route53', 'HostedZoneSummary', summary, `hostedZones[${index}]`, withEnums, report);
    for (const [place, record] of ResourceRecordSets.entries()) {
      checkOne('route53', 'ResourceRecordSet', record, `hostedZones[${index}].ResourceRecordSets[${place}]`, withEnums, report);
    }
  }
  for (const [index, { Name, BucketRegion }] of (account.buckets ?? []).entries()) {
    checkOne('s3', 'Bucket', { Name, BucketRegion }, `buckets[${index}]`, withEnums, report);
  }
  if (account.organization !== undefined) {
    const { Organization, Roots, Policies } = account.organization;
    checkOne('organizations', 'Organization', Organization, 'organization.Organization', withEnums, report);
    for (const [index, root] of Roots.entries()) checkOne('organizations', 'Root', root, `organization.Roots[${index}]`, withEnums, report);
    for (const [index, { Targets: _, ...policy }] of Policies.entries()) {
      checkOne('organizations', 'Policy', policy, `organization.Policies[${index}]`, withEnums, report);
    }
  }
  return problems;
}

function isFurther(name: string): name is FurtherCollection {
  return (furtherCollections as readonly string[]).includes(name);
}

function checkFurther(collection: FurtherCollection, items: readonly unknown[], path: string, withEnums: boolean, report: Report): void {
  const { service, keys } = furtherKinds[collection];
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const here = `${path}[${index}]`;
    revive(furtherShape(collection), item, here, report);
    if (withEnums) checkEnums(service, furtherShape(collection), item, here, report);
    const names = keys.map((key) => at(item, key));
    if (names.includes(undefined)) report({ path: `${here}.${keys.join('/')}`, message: 'is required: it names the resource' });
    const name = names.map(String).join('/');
    if (seen.has(name)) report({ path: here, message: `${name} is there twice` });
    seen.add(name);
  }
}

function checkOne(service: ServiceName, name: string, item: unknown, path: string, withEnums: boolean, report: Report): void {
  revive(shape(service, name), item, path, report);
  if (withEnums) checkEnums(service, shape(service, name), item, path, report);
}

/** Lists of one shape, each under the key of what it belongs to. */
function checkByKey(service: ServiceName, name: string, lists: unknown, path: string, withEnums: boolean, report: Report): void {
  for (const [key, items] of Object.entries(lists as Readonly<Record<string, readonly unknown[]>>)) {
    for (const [index, item] of items.entries()) checkOne(service, name, item, `${path}.${key}[${index}]`, withEnums, report);
  }
}

function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(catalogue, name);
}

function checkEntries(entries: Readonly<Record<string, unknown>>, path: string, report: Report): void {
  const { output } = shapesOf('ec2', 'GetManagedPrefixListEntries');
  for (const [id, Entries] of Object.entries(entries)) revive(output, { Entries }, `${path}.${id}`, report);
}

function checkCollection(collection: CollectionName, items: readonly unknown[], path: string, withEnums: boolean, report: Report): void {
  const schema = resourceShape(collection);
  const { service } = catalogue[collection];
  const keys = keyMembers(collection);
  const required = requiredMembers(schema);
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const here = `${path}[${index}]`;
    revive(schema, item, here, report);
    if (typeof item !== 'object' || item === null) continue;
    for (const key of requiredKeys(collection)) {
      // The schemas of many outputs require nothing at all, but a resource without a name cannot be listed.
      if ((item as Item)[key] === undefined && !required.includes(key))
        report({ path: `${here}.${key}`, message: 'is required: it names the resource' });
    }
    const name = keys.map((key) => String((item as Item)[key])).join('/');
    if (seen.has(name)) report({ path: here, message: `${name} is there twice` });
    seen.add(name);
    if (withEnums) checkEnums(service, schema, item, here, report);
  }
}

function checkEnums(service: ServiceName, schema: NormalizedSchema, value: unknown, path: string, report: Report): void {
  if (Array.isArray(value)) {
    if (!schema.isListSchema()) return;
    for (const [index, item] of value.entries()) checkEnums(service, schema.getValueSchema(), item, `${path}[${index}]`, report);
    return;
  }
  if (!schema.isStructSchema() || typeof value !== 'object' || value === null) return;
  for (const [name, member] of schema.structIterator()) {
    const held = (value as Item)[name];
    if (held === undefined) continue;
    const allowed = enumValues(service, schema.getName() ?? '', name);
    if (allowed === undefined) checkEnums(service, member, held, `${path}.${name}`, report);
    else if (typeof held !== 'string' || !allowed.includes(held))
      report({ path: `${path}.${name}`, message: `${JSON.stringify(held)} is none of ${allowed.join(', ')}` });
  }
}
