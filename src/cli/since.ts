import { usageError } from './usage-error.ts';

const hoursPer: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24 };
const hint = 'write 90d, 12h or 2w (days, hours, weeks), a date such as 2026-08-01, or all';

/**
 * Where the job history begins that `--since` asks for; null for no limit.
 *
 * A date is its first moment in UTC.
 *
 * @throws MlsecError usage
 */
export function parseSince(value: string, now: Date): Date | null {
  if (value === 'all') return null;
  const moment = spanBefore(value, now) ?? date(value);
  if (moment === undefined) throw usageError(`--since ${value} is neither a span nor a date`, hint);
  if (moment.getTime() > now.getTime()) throw usageError(`--since ${value} lies in the future`, hint);
  return moment;
}

function spanBefore(value: string, now: Date): Date | undefined {
  const [, amount, unit = ''] = /^(\d{1,6})([hdw])$/.exec(value) ?? [];
  const hours = hoursPer[unit];
  if (amount === undefined || hours === undefined) return undefined;
  const moment = new Date(now.getTime() - Number(amount) * hours * 3_600_000);
  // A million weeks is before any date that ISO 8601 writes with four digits, and before SageMaker.
  return moment.getUTCFullYear() < 1970 ? new Date(0) : moment;
}

function date(value: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/.test(value)) return undefined;
  const moment = new Date(value);
  // JavaScript takes 30 February for 2 March.
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== value.slice(0, 10) ? undefined : moment;
}
