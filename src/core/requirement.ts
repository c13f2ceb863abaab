/**
 * The 98 requirements that AWS's own documents state for SageMaker's infrastructure and network, by stable id.
 * Checks name those that they verify, and the page of a check says what they ask.
 */
export const requirementIds = [
  'VPC-1', 'VPC-2', 'VPC-3', 'VPC-4', 'VPC-5', 'VPC-6', 'VPC-7', 'VPC-8', 'VPC-9', 'VPC-10', 'VPC-11', 'VPC-12', 'VPC-13', 'VPC-14', 'VPC-15', 'VPC-16', 'VPC-17', 'VPC-18',
  'ISO-1', 'ISO-2', 'ISO-3', 'ISO-4', 'ISO-5', 'ISO-6', 'ISO-7', 'ISO-8', 'ISO-9', 'ISO-10', 'ISO-11', 'ISO-12',
  'EGR-1', 'EGR-2', 'EGR-3', 'EGR-4', 'EGR-5', 'EGR-6', 'EGR-7', 'EGR-8', 'EGR-9', 'EGR-10', 'EGR-11', 'EGR-12', 'EGR-13', 'EGR-14',
  'ING-1', 'ING-2', 'ING-3', 'ING-4', 'ING-5', 'ING-6', 'ING-7', 'ING-8', 'ING-9', 'ING-10',
  'ROOT-1', 'ROOT-2', 'ROOT-3', 'ROOT-4', 'ROOT-5', 'ROOT-6',
  'TEN-1', 'TEN-2', 'TEN-3', 'TEN-4', 'TEN-5', 'TEN-6', 'TEN-7', 'TEN-8', 'TEN-9', 'TEN-10', 'TEN-11', 'TEN-12', 'TEN-13', 'TEN-14', 'TEN-15', 'TEN-16', 'TEN-17',
  'PL-1', 'PL-2', 'PL-3', 'PL-4', 'PL-5', 'PL-6', 'PL-7', 'PL-8', 'PL-9', 'PL-10', 'PL-11', 'PL-12',
  'GRD-1', 'GRD-2', 'GRD-3', 'GRD-4', 'GRD-5', 'GRD-6', 'GRD-7', 'GRD-8', 'GRD-9',
] as const;

export type RequirementId = (typeof requirementIds)[number];
