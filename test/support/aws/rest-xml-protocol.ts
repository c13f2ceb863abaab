import type { AwsError } from './aws-error.ts';
import { restOperations, services, type OperationShapes, type ServiceName } from './services.ts';
import type { Protocol, Request, Response } from './wire.ts';
import { declaration, errorDetail, xmlContent } from './xml.ts';

/** https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html, as far as reads need it: all that is asked stands in path and query. */
const contentType = 'text/xml';

function operationName(service: ServiceName, { method, url }: Request): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  for (const operation of restOperations(service)) {
    if (operation.method === method && pathPattern(operation.path).test(pathname)) return operation.name;
  }
  return undefined;
}

async function readInput(
  service: ServiceName,
  operation: string,
  { input }: OperationShapes,
  { url }: Request,
): Promise<Record<string, unknown>> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const path = [...restOperations(service)].find(({ name }) => name === operation)?.path ?? '';
  const labels = pathPattern(path).exec(pathname)?.groups ?? {};
  const read: Record<string, unknown> = {};
  for (const [name, member] of input.structIterator()) {
    const { httpQuery, httpLabel } = member.getMergedTraits() as { readonly httpQuery?: string; readonly httpLabel?: number };
    const value = httpQuery !== undefined ? searchParams.get(httpQuery) : httpLabel !== undefined ? labels[name] : undefined;
    if (value === null || value === undefined) continue;
    read[name] = member.isNumericSchema() ? Number(value) : decodeURIComponent(value);
  }
  return read;
}

/** `/2013-04-01/hostedzone/{HostedZoneId}/rrset` with a named group for each label. */
function pathPattern(template: string): RegExp {
  const [path = ''] = template.split('?');
  return new RegExp(`^${path.replaceAll(/\{([A-Za-z]+)\+?\}/g, '(?<$1>[^/]+)')}$`);
}

function writeOutput(service: ServiceName, operation: string, shapes: OperationShapes, output: unknown): Response {
  const name = `${operation}Response`;
  const body = `${declaration}<${name} xmlns="${services[service].xmlNamespace}">${xmlContent(shapes, output)}</${name}>`;
  return { status: 200, contentType, body };
}

function writeError(service: ServiceName, error: AwsError, requestId: string): Response {
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  const detail = `<Error><Type>${type}</Type>${errorDetail(error)}</Error><RequestId>${requestId}</RequestId>`;
  const body = `${declaration}<ErrorResponse xmlns="${services[service].xmlNamespace}">${detail}</ErrorResponse>`;
  return { status: error.status, contentType, body };
}

export const restXmlProtocol: Protocol = { operationName, readInput, writeOutput, writeError };
