/** Where in S3 something lies, or will. */
export interface S3Location {
  readonly bucket: string;
  /** The prefix or key, without a slash before it; empty for a whole bucket. */
  readonly key: string;
}

/** A location, and the field that names it: `OutputDataConfig.S3OutputPath`, `InputDataConfig[0].DataSource.S3DataSource.S3Uri`. */
export interface NamedS3Location extends S3Location {
  readonly path: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const host = /^(?:(.+)\.)?s3(?:[.-][a-z0-9-]+)*\.amazonaws\.(?:com|com\.cn|eu)$/;

/**
 * The bucket and key of `s3://bucket/key`, or of an address of S3 on the web with the bucket in its host or in its path.
 *
 * @returns undefined where the text names no bucket: another address, or an access point, whose bucket its ARN does not tell
 */
export function s3Location(text: string): S3Location | undefined {
  const url = /^(s3|https):\/\/([^/?#]+)\/?([^?#]*)/i.exec(text);
  if (url === null) return undefined;
  const [, scheme = '', authority = '', path = ''] = url;
  if (scheme.toLowerCase() === 's3') return authority.includes(':') ? undefined : { bucket: authority, key: path };
  const service = host.exec(authority.toLowerCase());
  if (service === null) return undefined;
  if (service[1] !== undefined) return { bucket: service[1], key: path };
  const [bucket = '', ...key] = path.split('/');
  return bucket === '' ? undefined : { bucket, key: key.join('/') };
}

/** Every location in S3 that a row names, in the order of its fields. */
export function* s3LocationsIn(value: unknown, path = ''): Generator<NamedS3Location, void> {
  if (typeof value === 'string') {
    const location = s3Location(value);
    if (location !== undefined) yield { ...location, path };
  } else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* s3LocationsIn(element, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, part] of Object.entries(value)) yield* s3LocationsIn(part, path === '' ? member : `${path}.${member}`);
  }
}
