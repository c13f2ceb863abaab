import type { AwsError } from './aws-error.ts';
import { restInput, restOperationName } from './rest-request.ts';
import { services, type OperationShapes, type ServiceName } from './services.ts';
import type { Protocol, Response } from './wire.ts';
import { declaration, errorDetail, xmlContent } from './xml.ts';

/** https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html, as far as reads need it. */
const contentType = 'text/xml';

function writeOutput(service: ServiceName, operation: string, shapes: OperationShapes, output: unknown): Response {
  const members = [...shapes.output.structIterator()].map(([name, member]) => ({
    ...(member.getMergedTraits() as { readonly httpHeader?: string; readonly httpPayload?: number }),
    // Headers and bodies that are no documents are texts.
    value: (output as Readonly<Record<string, string | undefined>>)[name],
  }));
  const headers = members.flatMap(({ httpHeader, value }) =>
    httpHeader === undefined || value === undefined ? [] : [[httpHeader, value] as const],
  );
  const payload = members.find(({ httpPayload }) => httpPayload !== undefined);
  const body = payload === undefined ? xmlBody(service, operation, shapes, output) : (payload.value ?? '');
  return { status: 200, contentType, body, headers: Object.fromEntries(headers) };
}

function xmlBody(service: ServiceName, operation: string, shapes: OperationShapes, output: unknown): string {
  const { xmlName } = shapes.output.getMergedTraits() as { readonly xmlName?: string };
  const name = xmlName ?? `${operation}Response`;
  return `${declaration}<${name} xmlns="${services[service].xmlNamespace}">${xmlContent(shapes, output)}</${name}>`;
}

/** S3 alone does not wrap its errors. */
function writeError(service: ServiceName, error: AwsError, requestId: string): Response {
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  const body =
    service === 's3'
      ? `${declaration}<Error>${errorDetail(error)}<RequestId>${requestId}</RequestId></Error>`
      : `${declaration}<ErrorResponse xmlns="${services[service].xmlNamespace}"><Error><Type>${type}</Type>${errorDetail(error)}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status: error.status, contentType, body, headers: error.headers };
}

export const restXmlProtocol: Protocol = {
  operationName: restOperationName,
  readInput: async (service, operation, shapes, request) => restInput(service, operation, shapes, request),
  writeOutput,
  writeError,
};
