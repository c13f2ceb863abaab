import type { DomainDetail } from '../inventory/sections/domains.ts';
import { known, type Fact } from '../inventory/fact.ts';
import { addressedConnections, type Connection } from './connection.ts';
import type { Workload, WorkloadPlacement } from './workload.ts';

const source = 'sagemaker:DescribeDomain';

/**
 * Why the apps of a domain are in none of its subnets, or may not be; undefined where they are (VpcOnly).
 *
 * PublicInternetOnly is the default. Apps then run in a VPC of SageMaker, and only the traffic to the file system uses the subnets.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html#sagemaker-CreateDomain-request-AppNetworkAccessType
 */
export function outsideSubnets(domain: DomainDetail): Pick<Workload, 'placements' | 'connections' | 'unresolved'> | undefined {
  const mode: string = domain.AppNetworkAccessType ?? 'PublicInternetOnly';
  if (mode === 'VpcOnly') return undefined;
  const ground = { source, path: 'AppNetworkAccessType', value: domain.AppNetworkAccessType ?? null, of: domain.DomainId ?? '' };
  if (mode === 'PublicInternetOnly') return { placements: [], connections: [known({ kind: 'service-network', ground })], unresolved: [] };
  const reason = `AppNetworkAccessType is ${mode}, which this version does not know`;
  return { placements: [], connections: [known({ kind: 'unknown', ground, reason })], unresolved: [reason] };
}

/**
 * The connections of apps in the subnets of a VpcOnly domain. Docker that is not rootless pushes and pulls images by a network of SageMaker's,
 * to and from registries of trusted accounts. https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-local-get-started.html
 */
export function appConnections(domain: DomainDetail, placements: readonly Fact<WorkloadPlacement>[]): readonly Fact<Connection>[] {
  const { DockerSettings, IpAddressType } = domain.DomainSettings ?? {};
  const of = domain.DomainId ?? '';
  const inVpc = addressedConnections(placements, IpAddressType, { source, path: 'DomainSettings.IpAddressType', of });
  if (DockerSettings?.EnableDockerAccess !== 'ENABLED' || DockerSettings.RootlessDocker === 'ENABLED') return inVpc;
  const ground = { source, path: 'DomainSettings.DockerSettings.EnableDockerAccess', value: 'ENABLED', of };
  return [...inVpc, known({ kind: 'service-registries', ground })];
}
