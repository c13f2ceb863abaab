import { failureOf, httpStatusOf, isThrottle } from './failure.ts';

/** Whoever asks for more, a proxy that is down for maintenance, is asked again all the same: it may be back sooner, and a scan must end. */
const longestMs = 30_000;

/**
 * How long AWS, or a proxy before it, asks to be left alone: by the header `Retry-After` of a throttle or of an error of the server, in seconds or as
 * a date, or by AWS's own `x-amz-retry-after`, in milliseconds.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after · https://smithy.io/2.0/guides/client-guidance/retries.html
 *
 * @returns milliseconds, at most half a minute; 0 where nothing of the kind is said
 */
export function retryAfterMs(error: unknown): number {
  const { headers } = (error as { readonly $response?: { readonly headers?: Readonly<Record<string, string>> } } | null)?.$response ?? {};
  if (headers === undefined || !mayPass(error)) return 0;
  const said = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const own = Number(said.get('x-amz-retry-after') ?? '');
  const asked = own > 0 ? own : standardMs(said.get('retry-after') ?? '', said.get('date') ?? '');
  return asked > 0 ? Math.min(asked, longestMs) : 0;
}

/** A refusal, too, may come with such a header, and would be the same later. */
function mayPass(error: unknown): boolean {
  const status = httpStatusOf(error) ?? 0;
  return status === 429 || status >= 500 || isThrottle(failureOf(error));
}

/** A date is compared with the one of the answer itself: clocks differ. NaN for what cannot be read. */
function standardMs(text: string, answered: string): number {
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return Number(text) * 1000;
  const now = Date.parse(answered);
  return Date.parse(text) - (Number.isNaN(now) ? Date.now() : now);
}
