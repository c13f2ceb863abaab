import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import type { AwsError } from './aws-error.ts';
import { readForm } from './query-form.ts';
import { services, type OperationShapes, type ServiceName } from './services.ts';
import type { Protocol, Response } from './wire.ts';

/**
 * https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
const contentType = 'text/xml;charset=UTF-8';
const rfc3339 = 5;

function operationName(service: ServiceName, _headers: unknown, body: string): string | undefined {
  const form = new URLSearchParams(body);
  return form.get('Version') === services[service].dialect ? (form.get('Action') ?? undefined) : undefined;
}

async function readInput(service: ServiceName, { input }: OperationShapes, body: string): Promise<Record<string, unknown>> {
  return readForm(input, new URLSearchParams(body), services[service].protocol === 'ec2-query' ? 'ec2' : 'aws');
}

function writeOutput(service: ServiceName, operation: string, shapes: OperationShapes, output: unknown, requestId: string): Response {
  const content = xmlContent(shapes, output);
  const { xmlNamespace, protocol } = services[service];
  const answer =
    protocol === 'ec2-query'
      ? `<requestId>${requestId}</requestId>${content}`
      : `<${operation}Result>${content}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return { status: 200, contentType, body: `${declaration}<${operation}Response xmlns="${xmlNamespace}">${answer}</${operation}Response>` };
}

function writeError(service: ServiceName, { code, message, status }: AwsError, requestId: string): Response {
  const { xmlNamespace, protocol } = services[service];
  const detail = `<Code>${escape(code)}</Code><Message>${escape(message)}</Message>`;
  const body =
    protocol === 'ec2-query'
      ? `<Response><Errors><Error>${detail}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
      : `<ErrorResponse xmlns="${xmlNamespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, contentType, body: declaration + body };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What lies inside the element that the SDK's serializer makes of an output, whose own name is not the one on the wire. */
function xmlContent({ output: schema }: OperationShapes, output: unknown): string {
  const serializer = new XmlShapeSerializer({
    timestampFormat: { useTrait: true, default: rfc3339 },
    httpBindings: false,
    xmlNamespace: '',
    serviceNamespace: '',
  });
  serializer.write(schema, output);
  const xml = String(serializer.flush());
  return xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('</'));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const queryProtocol: Protocol = { operationName, readInput, writeOutput, writeError };
