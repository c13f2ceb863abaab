import { isRecord } from '../expectation.ts';
import type { JsonObject } from './json-object.ts';

/** Members of the answer to get-account-authorization-details that hold a policy. */
const documents: ReadonlySet<string> = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document']);

/**
 * A user, group, role or policy with its policies as IAM answers them: JSON in a text, URL-encoded. The AWS CLI decodes them, and prints the JSON
 * itself.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html
 */
export function withIamDocuments(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([member, value]) => [member, answered(member, value)]));
}

function answered(member: string, value: unknown): unknown {
  if (documents.has(member)) return isRecord(value) ? encodeURIComponent(JSON.stringify(value)) : value;
  if (Array.isArray(value)) return value.map((each: unknown) => (isRecord(each) ? withIamDocuments(each) : each));
  return value;
}
