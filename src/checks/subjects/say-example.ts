import { conditionKeyNames } from '../../iam/condition-key-names.ts';
import type { Counterexample } from '../../iam/question.ts';
import { clipped } from './clipped.ts';

/** What follows from who asks is no news to whoever reads about that principal. */
const ofTheCaller =
  /^aws:(principal(?!tag\/)|username$|userid$|resourceaccount$|requestedregion$|partition$|securetransport$|viaawsservice$)/;

/** Sessions from Studio alone carry these: that others do not is no news either. */
const ofStudio = /^sagemaker:(domainid|userprofilename)$/;

/**
 * A request, for people: `sagemaker:CreateNotebookInstance on arn:… with sagemaker:RootAccess=Enabled, without sagemaker:VpcSubnets`.
 *
 * The text holds names from AWS as they are: it is for messages and evidence, which reporters make safe.
 */
export function sayExample({ action, resource, context }: Counterexample): string {
  const told = context.filter(([key]) => !ofTheCaller.test(key));
  const present = told.flatMap(([key, value]) => (value === null ? [] : [`${keyName(key)}=${sayValue(value)}`]));
  const absent = told.flatMap(([key, value]) => (value === null && !ofStudio.test(key) ? [keyName(key)] : []));
  const request = resource === '*' ? action : `${action} on ${clipped(resource)}`;
  return [
    present.length === 0 ? request : `${request} with ${present.join(', ')}`,
    ...(absent.length === 0 ? [] : [`without ${absent.join(', ')}`]),
  ].join(present.length === 0 ? ' ' : ', ');
}

/** A condition key in AWS's own spelling. Of `aws:RequestTag/team` the last part stays as it came, in lower case. */
export function keyName(key: string): string {
  const whole = conditionKeyNames[key];
  if (whole !== undefined) return whole;
  const end = key.indexOf('/') + 1;
  return `${conditionKeyNames[key.slice(0, end)] ?? key.slice(0, end)}${key.slice(end)}`;
}

function sayValue(value: string | readonly string[]): string {
  return typeof value === 'string' ? clipped(value) : `[${value.map(clipped).join(', ')}]`;
}
