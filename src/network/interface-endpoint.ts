import type { VpcEndpoint } from '../inventory/sections/vpc-endpoints.ts';

/**
 * The services of SageMaker that have interface endpoints, by the end of their name: with the Region before it, or in the middle of it. What
 * stands before that differs between partitions (`com.amazonaws`, `cn.com.amazonaws`, `aws`).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const sagemakerServices = {
  'sagemaker.api': (region: string) => [`${region}.sagemaker.api`, `${region}.sagemaker.api-fips`],
  'sagemaker.runtime': (region: string) => [`${region}.sagemaker.runtime`, `${region}.sagemaker.runtime-fips`],
  'sagemaker.featurestore-runtime': (region: string) => [
    `${region}.sagemaker.featurestore-runtime`,
    `${region}.sagemaker.featurestore-runtime-fips`,
  ],
  'sagemaker.metrics': (region: string) => [`${region}.sagemaker.metrics`],
  notebook: (region: string) => [`sagemaker.${region}.notebook`],
  studio: (region: string) => [`sagemaker.${region}.studio`],
  experiments: (region: string) => [`sagemaker.${region}.experiments`],
  'partner-app': (region: string) => [`sagemaker.${region}.partner-app`],
} as const;

export type SageMakerService = keyof typeof sagemakerServices;

export const sagemakerServiceNames = Object.keys(sagemakerServices) as readonly SageMakerService[];

/** Is it a service of SageMaker's own? */
export function isSageMakerService(service: string): service is SageMakerService {
  return Object.hasOwn(sagemakerServices, service);
}

/** The ends of the names that a service's endpoints have in a Region: the usual one first, then the one for FIPS. */
export function endingsOf(service: SageMakerService, region: string): readonly string[] {
  return sagemakerServices[service](region);
}

/** Which service of SageMaker an endpoint serves; undefined for any other. */
export function sagemakerServiceOf(endpoint: VpcEndpoint, region: string): SageMakerService | undefined {
  const name = `.${endpoint.ServiceName ?? ''}`;
  const found = Object.entries(sagemakerServices).find(([, ends]) => ends(region).some((end) => name.endsWith(`.${end}`)));
  return found?.[0] as SageMakerService | undefined;
}

/** The interface endpoints of one VPC that serve a service of SageMaker, its FIPS form too, in any state. */
export function endpointsFor(
  service: SageMakerService,
  vpcId: string,
  region: string,
  endpoints: readonly VpcEndpoint[],
): readonly VpcEndpoint[] {
  return endpoints.filter((endpoint) => endpoint.VpcId === vpcId && sagemakerServiceOf(endpoint, region) === service);
}

/** The full name of a service, as the CLI takes it; without a Region, with REGION in its place. */
export function serviceNameOf(service: SageMakerService, region = 'REGION'): string {
  const [end = ''] = sagemakerServices[service](region);
  return end.startsWith('sagemaker.') ? `aws.${end}` : `com.amazonaws.${end}`;
}

/** Does the endpoint pass traffic? EC2 answers the state in lower case, and the SDK's model writes it with a capital. */
export function isAvailable(endpoint: VpcEndpoint): boolean {
  return endpoint.State?.toLowerCase() === 'available';
}
