import { JsonCodec2 } from '@aws-sdk/core/protocols';
import type { AwsError } from './aws-error.ts';
import { services, type OperationShapes, type ServiceName } from './services.ts';
import type { Protocol, Request, Response } from './wire.ts';

/**
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html: timestamps are seconds since 1970.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html differs in the content type.
 */
const contentTypeOf = (service: ServiceName): string => `application/x-amz-json-${services[service].jsonVersion ?? '1.1'}`;
const epochSeconds = 7;
const codec = new JsonCodec2({ timestampFormat: { useTrait: true, default: epochSeconds }, jsonName: false });

function operationName(service: ServiceName, { headers }: Request): string | undefined {
  const target = headers['x-amz-target'];
  const [prefix, operation] = typeof target === 'string' ? target.split('.') : [];
  return prefix === services[service].dialect ? operation : undefined;
}

async function readInput(
  _service: ServiceName,
  _operation: string,
  { input }: OperationShapes,
  { body }: Request,
): Promise<Record<string, unknown>> {
  return (await codec.createDeserializer().read(input, body === '' ? '{}' : body)) as Record<string, unknown>;
}

function writeOutput(service: ServiceName, _operation: string, { output: schema }: OperationShapes, output: unknown): Response {
  const serializer = codec.createSerializer();
  serializer.write(schema, output);
  const bytes = serializer.flush();
  // The serializer's bytes pass for a string too, and warn whenever they are taken for one.
  return {
    status: 200,
    contentType: contentTypeOf(service),
    body: typeof bytes === 'string' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

function writeError(service: ServiceName, { code, message, status }: AwsError): Response {
  return { status, contentType: contentTypeOf(service), body: JSON.stringify({ __type: code, message }) };
}

export const jsonProtocol: Protocol = { operationName, readInput, writeOutput, writeError };
