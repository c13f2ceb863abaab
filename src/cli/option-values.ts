import { families, type Family } from '../core/family.ts';
import { severities, type Severity } from '../core/severity.ts';
import { statuses, type Status } from '../core/status.ts';
import { suggestion } from './suggest.ts';
import { usageError } from './usage-error.ts';

/** Parsers for commander: the new value, and what earlier ones of the same option have made of themselves. */

/** `--region a,b --region c`: every item, in order, once. */
export function listed(value: string, earlier: readonly string[] = []): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  if (items.includes('')) throw usageError(`an empty item in the list "${value}"`, 'separate the items with single commas');
  return [...new Set([...earlier, ...items])];
}

/** `-o a -o b`: every value as it is. */
export function repeated(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** For options that mean one thing: saying it twice is a mistake, not a correction. */
export function once(option: string, hint?: string): (value: string, earlier?: string) => string {
  return (value, earlier) => {
    if (earlier !== undefined) throw usageError(`${option} is given twice`, hint);
    return value;
  };
}

export function severityList(value: string, earlier: readonly Severity[] = []): readonly Severity[] {
  return wordList('severity', severities)(value, earlier);
}

export function statusList(value: string, earlier: readonly Status[] = []): readonly Status[] {
  return wordList('status', statuses)(value, earlier);
}

export function familyList(value: string, earlier: readonly Family[] = []): readonly Family[] {
  return wordList('family', families)(value, earlier);
}

export function threshold(value: string): Severity | 'none' {
  return word('severity', [...severities, 'none'] as const, value);
}

/** Seconds, as the AWS CLI takes them; never endless. */
export function seconds(option: string): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < 1 || number > 3_600) {
      throw usageError(`${option} ${value} is not a number of seconds`, 'write a whole number from 1 to 3600');
    }
    return number;
  };
}

export function httpUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw usageError(`--endpoint-url ${value} is not a URL`, 'write it whole, such as https://sagemaker.internal:8443');
  }
  return value;
}

/** `--allow-incomplete[=OPERATION,…]`: operations in lower case. */
export function operationList(value: string, earlier: true | readonly string[] = []): true | readonly string[] {
  const items = listed(value).map((item) => item.toLowerCase());
  const wrong = items.find((item) => !/^[a-z0-9-]+:[a-z0-9]+$/.test(item));
  if (wrong !== undefined) throw usageError(`${wrong} is not an operation`, 'write it as the report does, such as sagemaker:DescribeModel');
  return earlier === true ? true : [...new Set([...earlier, ...items])];
}

function wordList<T extends string>(kind: string, known: readonly T[]) {
  return (value: string, earlier: readonly T[]): readonly T[] => [
    ...new Set([...earlier, ...listed(value).map((item) => word(kind, known, item))]),
  ];
}

function word<T extends string>(kind: string, known: readonly T[], value: string): T {
  const found = known.find((candidate) => candidate === value.toLowerCase());
  if (found === undefined) throw usageError(`unknown ${kind}: ${value}`, suggestion(value, known));
  return found;
}
