/** A policy of API Gateway, which AWS sends as a JSON string without its quotation marks, as the JSON that it stands for. Anything else stays as it is. */
export function unescapedPolicy(policy: string): string {
  if (!policy.startsWith('{\\"')) return policy;
  try {
    return JSON.parse(`"${policy}"`) as string;
  } catch {
    return policy;
  }
}
