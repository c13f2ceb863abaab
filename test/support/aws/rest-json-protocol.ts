import { JsonCodec2 } from '@aws-sdk/core/protocols';
import type { AwsError } from './aws-error.ts';
import { restInput, restOperationName } from './rest-request.ts';
import type { OperationShapes, ServiceName } from './services.ts';
import type { Protocol, Response } from './wire.ts';

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html, as far as reads need it: all that is answered stands in the document. */
const contentType = 'application/json';
const epochSeconds = 7;
const codec = new JsonCodec2({ timestampFormat: { useTrait: true, default: epochSeconds }, jsonName: true });

function writeOutput(_service: ServiceName, _operation: string, { output: schema }: OperationShapes, output: unknown): Response {
  const serializer = codec.createSerializer();
  serializer.write(schema, output);
  const bytes = serializer.flush();
  const body = typeof bytes === 'string' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { status: 200, contentType, body };
}

function writeError(_service: ServiceName, { code, message, status }: AwsError): Response {
  return { status, contentType, body: JSON.stringify({ message, Message: message }), headers: { 'x-amzn-errortype': code } };
}

export const restJsonProtocol: Protocol = {
  operationName: restOperationName,
  readInput: async (service, operation, shapes, request) => restInput(service, operation, shapes, request),
  writeOutput,
  writeError,
};
