/** The nine questions that a report is grouped by; also the folders under `src/checks/`. */
export const families = [
  'vpc-placement',
  'network-isolation',
  'internet-egress',
  'internet-ingress',
  'root-access',
  'tenancy',
  'privatelink',
  'guardrails',
  'encryption-at-rest',
] as const;

export type Family = (typeof families)[number];
