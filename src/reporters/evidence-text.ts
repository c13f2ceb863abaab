import type { Evidence } from '../core/evidence.ts';
import type { JsonValue } from '../core/json-value.ts';
import type { PathStep } from '../core/path-step.ts';

/** `VpcConfig.Subnets[0] = subnet-0abc`. Holds text from AWS as it is: not yet safe to show. */
export function evidenceText({ path, value }: Evidence): string {
  return `${path} = ${valueText(value)}`;
}

/** Words and identifiers as they are; what could be misread, in quotes; what is not there, `absent`. */
function valueText(value: JsonValue): string {
  if (value === null) return 'absent';
  if (typeof value === 'string' && /^[\w./:-]+$/.test(value)) return value;
  return JSON.stringify(value);
}

/** `route rtb-0abc: 0.0.0.0/0 → igw-0abc`. Holds text from AWS as it is: not yet safe to show. */
export function stepText({ kind, id, detail }: PathStep): string {
  const named = kind === '' || kind === id ? id : `${kind} ${id}`;
  return detail === '' || detail === id ? named : `${named}: ${detail}`;
}
