import { restOperations, type OperationShapes, type ServiceName } from './services.ts';
import type { Request } from './wire.ts';

/** How a request is read where method, path and query say which operation it is: all that an audit asks stands in these and in headers. */

export function restOperationName(service: ServiceName, request: Request): string | undefined {
  const { bucket, pathname, searchParams } = targetOf(service, request);
  const found = [...restOperations(service)].filter(
    ({ method, path, name }) =>
      method === request.method &&
      pathPattern(path).test(pathname) &&
      literalsOf(path).every(([key, value]) => searchParams.get(key) === value) &&
      (service !== 's3' || bucket !== undefined || name === 'ListBuckets'),
  );
  // Some differ by what stands in the query alone: the one that names most of it is meant.
  return found.sort((one, other) => literalsOf(other.path).length - literalsOf(one.path).length)[0]?.name;
}

export function restInput(service: ServiceName, operation: string, { input }: OperationShapes, request: Request): Record<string, unknown> {
  const { bucket, pathname, searchParams } = targetOf(service, request);
  const path = [...restOperations(service)].find(({ name }) => name === operation)?.path ?? '';
  const labels: Readonly<Record<string, string | undefined>> = { ...pathPattern(path).exec(pathname)?.groups, Bucket: bucket };
  const read: Record<string, unknown> = {};
  for (const [name, member] of input.structIterator()) {
    const { httpQuery, httpLabel, httpHeader } = member.getMergedTraits() as Traits;
    if (member.isListSchema() && httpQuery !== undefined) {
      if (searchParams.has(httpQuery)) read[name] = searchParams.getAll(httpQuery);
      continue;
    }
    const value =
      httpQuery !== undefined
        ? searchParams.get(httpQuery)
        : httpLabel !== undefined
          ? labels[name]
          : httpHeader !== undefined
            ? request.headers[httpHeader]
            : undefined;
    if (typeof value !== 'string') continue;
    read[name] = member.isNumericSchema() ? Number(value) : httpLabel === undefined ? value : decodeURIComponent(value);
  }
  return read;
}

interface Traits {
  readonly httpQuery?: string;
  readonly httpLabel?: number;
  readonly httpHeader?: string;
}

/** S3's models leave the bucket out of the path, because it may stand in the host; here it never does. */
function targetOf(service: ServiceName, { url }: Request) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (service !== 's3') return { bucket: undefined, pathname, searchParams };
  const [, bucket = '', ...key] = pathname.split('/');
  return { bucket: bucket === '' ? undefined : bucket, pathname: `/${key.join('/')}`, searchParams };
}

/** `/2013-04-01/hostedzone/{HostedZoneId}/rrset` with a named group for each label. */
function pathPattern(template: string): RegExp {
  const [path = ''] = template.split('?');
  return new RegExp(`^${path.replaceAll(/\{([A-Za-z]+)\+?\}/g, '(?<$1>[^/]+)')}$`);
}

/** What a path's template has behind the question mark: `/?policy`, `/?x-id=ListBuckets`. */
function literalsOf(template: string): readonly (readonly [key: string, value: string])[] {
  return [...new URLSearchParams(template.split('?')[1] ?? '')];
}
