import type { DomainDetail } from '../inventory/sections/domains.ts';
import type { Workload } from './workload.ts';

/**
 * Why the apps of a domain are in none of its subnets, or may not be; undefined where they are (VpcOnly).
 *
 * PublicInternetOnly is the default. Apps then run in a VPC of SageMaker, and only the traffic to the file system uses the subnets.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html#sagemaker-CreateDomain-request-AppNetworkAccessType
 */
export function outsideSubnets(domain: DomainDetail): Pick<Workload, 'placements' | 'unresolved'> | undefined {
  const mode: string = domain.AppNetworkAccessType ?? 'PublicInternetOnly';
  if (mode === 'VpcOnly') return undefined;
  return {
    placements: [],
    unresolved: mode === 'PublicInternetOnly' ? [] : [`AppNetworkAccessType is ${mode}, which this version does not know`],
  };
}
