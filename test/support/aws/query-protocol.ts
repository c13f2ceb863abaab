import type { AwsError } from './aws-error.ts';
import { readForm } from './query-form.ts';
import { services, type OperationShapes, type ServiceName } from './services.ts';
import type { Protocol, Request, Response } from './wire.ts';
import { declaration, errorDetail, xmlContent } from './xml.ts';

/**
 * https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
const contentType = 'text/xml;charset=UTF-8';

function operationName(service: ServiceName, { body }: Request): string | undefined {
  const form = new URLSearchParams(body);
  return form.get('Version') === services[service].dialect ? (form.get('Action') ?? undefined) : undefined;
}

async function readInput(
  service: ServiceName,
  _operation: string,
  { input }: OperationShapes,
  { body }: Request,
): Promise<Record<string, unknown>> {
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

function writeError(service: ServiceName, error: AwsError, requestId: string): Response {
  const { xmlNamespace, protocol } = services[service];
  const { status } = error;
  const detail = errorDetail(error);
  const body =
    protocol === 'ec2-query'
      ? `<Response><Errors><Error>${detail}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
      : `<ErrorResponse xmlns="${xmlNamespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, contentType, body: declaration + body };
}

export const queryProtocol: Protocol = { operationName, readInput, writeOutput, writeError };
