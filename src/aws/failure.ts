import { permissionFor } from '../core/permission-for.ts';

/** What went wrong with one call, in words that a gap can carry. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

const longestMessage = 500;

/** Error codes that say: these credentials are no good here, for any call. AuthFailure and its kin are also what a Region answers that is not enabled. */
const credentialCodes = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'AuthFailure',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'OptInRequired',
]);

/** Would every other call with the same credentials in the same Region fail alike? */
export function isCredentialFailure(failure: Failure): boolean {
  return credentialCodes.has(failure.code);
}

/** Were the credentials good once? No other Region will take them, either. */
export function isExpired(failure: Failure): boolean {
  return /^(ExpiredToken|RequestExpired)/.test(failure.code);
}

const goneMessage = /could not find|not found|recordnotfound|does not exist/i;

/** Does AWS say that the resource it was asked about is no longer there? SageMaker uses ValidationException for this, EC2 a code such as `InvalidPrefixListID.NotFound`. */
export function isGone(failure: Failure): boolean {
  if (
    /^(ResourceNotFound|NotFoundException$|NoSuch(Entity|HostedZone|Bucket)|(LoadBalancer|TargetGroup|FileSystem|MountTarget)NotFound)|\.NotFound$/.test(
      failure.code,
    )
  )
    return true;
  return failure.code === 'ValidationException' && goneMessage.test(failure.message);
}

/** Was the server not there at all? */
export function isUnreachable(failure: Failure): boolean {
  return /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|EPROTO)/.test(
    failure.code,
  );
}

/** Did somebody answer whose certificate nobody here trusts? */
export function isUntrusted(failure: Failure): boolean {
  return /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT)/.test(failure.code);
}

/** Any error of the SDK, of the network or of the parser as a failure. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'Error', message: String(error) };
  return { code: codeOf(error), message: firstLine(error.message) };
}

function codeOf(error: Error): string {
  if (error.name === 'AbortError') return 'Interrupted';
  if (error instanceof SyntaxError || error.message.includes('XML parse error')) return 'UnreadableAnswer';
  // The SDK calls a reset connection a TimeoutError, too; the system's own code tells them apart.
  const systemCode = (error as NodeJS.ErrnoException).code;
  if (/^(Error|AggregateError|TimeoutError)$/.test(error.name) && typeof systemCode === 'string') {
    return systemCode === 'ETIMEDOUT' ? 'TimeoutError' : systemCode;
  }
  // An answer to a HEAD has no body to say more.
  const status = httpStatusOf(error);
  return error.name === 'Unknown' && status !== undefined ? `HTTP ${status}` : error.name;
}

/** The HTTP status of a refusal by AWS; undefined where there was no answer. */
export function httpStatusOf(error: unknown): number | undefined {
  return (error as { readonly $metadata?: { readonly httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
}

function firstLine(message: string): string {
  const line = message.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}

/** The permission that AWS says is missing, where its message names one; otherwise the one that the operation takes. */
export function permissionOf(operation: string, failure: Failure): string {
  return /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(failure.message)?.[1] ?? permissionFor(operation);
}
