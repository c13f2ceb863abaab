import type { AwsError } from './aws-error.ts';
import { jsonProtocol } from './json-protocol.ts';
import { queryProtocol } from './query-protocol.ts';
import { restJsonProtocol } from './rest-json-protocol.ts';
import { restXmlProtocol } from './rest-xml-protocol.ts';
import { services, type OperationShapes, type ServiceName } from './services.ts';

/** An HTTP request. */
export interface Request {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** An HTTP answer. */
export interface Response {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One wire protocol: how a request is read, and how an answer or an error is written. */
export interface Protocol {
  readonly operationName: (service: ServiceName, request: Request) => string | undefined;
  readonly readInput: (
    service: ServiceName,
    operation: string,
    shapes: OperationShapes,
    request: Request,
  ) => Promise<Record<string, unknown>>;
  /** `output` is what an SDK client would return: with dates. */
  readonly writeOutput: (service: ServiceName, operation: string, shapes: OperationShapes, output: unknown, requestId: string) => Response;
  readonly writeError: (service: ServiceName, error: AwsError, requestId: string) => Response;
}

export function protocolOf(service: ServiceName): Protocol {
  const { protocol } = services[service];
  if (protocol === 'json') return jsonProtocol;
  if (protocol === 'rest-json') return restJsonProtocol;
  return protocol === 'rest-xml' ? restXmlProtocol : queryProtocol;
}
