import type { Resource } from '../../core/resource.ts';
import { checksum } from './checksum.ts';

/** Long enough for any name that AWS allows, short enough for every consumer. */
const segmentLimit = 64;
const nameLimit = 200;

/**
 * Where a resource "lies": `aws/<partition>/<account>/<region>/<service>/<type>/<name>`.
 *
 * GitHub shows no alert without a file, rejects a whole upload for one URI with a scheme, and counts every new path as a new alert for ever.
 * So the path is relative, made of nothing but the identity of the resource, and valid whatever its name is.
 */
export function resourceUri(resource: Resource): string {
  const [, service = '', type = ''] = resource.type.split('::');
  const parents = [partitionOf(resource.arn), resource.account, resource.region, service.toLowerCase(), kebab(type)];
  return ['aws', ...parents.map((parent) => segment(parent, segmentLimit)), namePath(resource)].join('/');
}

/** Where a result points: the synthetic file that GitHub wants, and the ARN for everybody else. */
export function resourceLocation(resource: Resource) {
  return {
    physicalLocation: {
      artifactLocation: { uri: resourceUri(resource) },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    },
    logicalLocations: [{ name: resource.name, fullyQualifiedName: resource.arn, kind: 'resource' }],
  };
}

/** A name such as `DomainId/UserProfileName` is a folder and a file. A name that had to be changed carries a checksum of the ARN. */
function namePath({ name, arn }: Resource): string {
  const clean = name.split('/').map(cleanSegment).join('/');
  const path = encode(clean);
  if (clean === name && path.length <= nameLimit) return path;
  return `${encode(clean, nameLimit)}~${checksum(arn)}`;
}

function segment(text: string, limit: number): string {
  return encode(cleanSegment(text.replaceAll('/', '_')), limit);
}

/**
 * Percent-encoding alone is not enough: consumers decode before they show or compare. What would then be an empty segment, a step upwards, a
 * Windows separator or an invisible character is replaced.
 */
function cleanSegment(text: string): string {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\\]/gu, '_');
  return /^\.*$/.test(printable) ? `_${printable}` : printable;
}

/** Percent-encodes whole characters until the limit is reached. `/` stays. */
function encode(text: string, limit = Infinity): string {
  let encoded = '';
  for (const character of text) {
    const next = character === '/' ? '/' : encodeURIComponent(character).replace(/[!'()*]/g, percent);
    if (encoded.length + next.length > limit) break;
    encoded += next;
  }
  // A cut may have left a separator without a name behind it, or a step such as `..` of `..name`.
  return limit === Infinity ? encoded : encoded.replace(/\/\.*$/, '');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** `NotebookInstance` → `notebook-instance`, `VPCEndpoint` → `vpc-endpoint`. */
function kebab(text: string): string {
  return text.replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2-').toLowerCase();
}

function partitionOf(arn: string): string {
  return /^arn:(aws[a-z-]*):/.exec(arn)?.[1] ?? 'aws';
}
