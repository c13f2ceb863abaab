import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { endingsOf, isSageMakerService, sagemakerServiceNames, type SageMakerService } from '../interface-endpoint.ts';
import { dnsSuffixOf, sagemakerSuffixOf } from './dns-suffix.ts';

/**
 * Services that code in SageMaker calls, beside SageMaker's own: as their endpoints are named, behind the Region.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const otherServices = [
  's3',
  'dynamodb',
  'sts',
  'logs',
  'monitoring',
  'ecr.api',
  'ecr.dkr',
  'kms',
  'servicecatalog',
  'codecommit',
  'git-codecommit',
  'codeartifact.api',
  'codeartifact.repositories',
  'secretsmanager',
  'ssm',
  'ssmmessages',
  'athena',
  'glue',
  'lambda',
  'ec2',
  'elasticfilesystem',
  'bedrock-runtime',
] as const;

/** A service of AWS that a VPC endpoint can stand for. */
export type AwsService = SageMakerService | (typeof otherServices)[number];

/** The form of a service for FIPS has endpoints and names of its own. */
export interface ServiceForm {
  /** The end of the name of its VPC endpoints: with the Region before it, or in the middle of it. */
  readonly ending: string;
  /** What its clients ask for; a label `*` stands for any name, such as a bucket's. */
  readonly hosts: readonly string[];
}

/** The services to which a gateway endpoint leads. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export function hasGateway(service: AwsService): boolean {
  return service === 's3' || service === 'dynamodb';
}

/** A service as its clients know it in one Region: the usual form first, then the one for FIPS. */
export function formsOf(service: AwsService, region: string): readonly [ServiceForm, ...ServiceForm[]] {
  const endings = isSageMakerService(service) ? endingsOf(service, region) : [`${region}.${service}`, `${region}.${service}-fips`];
  const [first = '', ...others] = endings;
  const usual = { ending: first, hosts: namedOtherwise[service]?.(region) ?? [hostOf(first, region)] };
  return [usual, ...others.map((ending) => ({ ending, hosts: [hostOf(ending, region)] }))];
}

/**
 * The name of most services is that of their endpoints turned around: `R.sagemaker.api` is called `api.sagemaker.R.amazonaws.com`.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
function hostOf(ending: string, region: string): string {
  const labels = ending.slice(region.length + 1).split('.');
  return `${labels.reverse().join('.')}.${region}.${dnsSuffixOf(region)}`;
}

/** The services that are called otherwise, each after its page of AWS. */
const namedOtherwise: { readonly [S in AwsService]?: (region: string) => readonly string[] } = {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
  s3: (region) => [`s3.${region}.${dnsSuffixOf(region)}`, `*.s3.${region}.${dnsSuffixOf(region)}`],
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
  'ecr.dkr': (region) => [`*.dkr.ecr.${region}.${dnsSuffixOf(region)}`],
  // https://docs.aws.amazon.com/codeartifact/latest/ug/create-vpc-endpoints.html
  'codeartifact.api': (region) => [`codeartifact.${region}.${dnsSuffixOf(region)}`],
  'codeartifact.repositories': (region) => [`*.d.codeartifact.${region}.${dnsSuffixOf(region)}`],
  // https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-interface-endpoint.html, and its siblings
  notebook: (region) => [`*.notebook.${region}.${sagemakerSuffixOf(region)}`],
  studio: (region) => [`*.studio.${region}.${sagemakerSuffixOf(region)}`],
  'partner-app': (region) => [`*.partner-app.${region}.${sagemakerSuffixOf(region)}`],
  // https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow.html
  experiments: (region) => [`${region}.experiments.${sagemakerSuffixOf(region)}`, `*.${region}.experiments.${sagemakerSuffixOf(region)}`],
};

/** Does an endpoint stand for this form of a service? What is before the ending differs between partitions. */
export function servesForm({ ServiceName = '' }: VpcEndpoint, { ending }: ServiceForm): boolean {
  return `.${ServiceName}`.endsWith(`.${ending}`);
}

/** Every service that is known here: SageMaker's own first. */
export const awsServices: readonly AwsService[] = [...sagemakerServiceNames, ...otherServices];

/** Which service an endpoint stands for; undefined for one that is not known here, such as another account's. */
export function serviceOfEndpoint(endpoint: VpcEndpoint, region: string): AwsService | undefined {
  return awsServices.find((service) => formsOf(service, region).some((form) => servesForm(endpoint, form)));
}

/** The service and Region that a host name is of; undefined for any other name. */
export function serviceOfHost(host: string): { readonly service: AwsService; readonly region: string } | undefined {
  const region = host.split('.').find((label) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(label));
  if (region === undefined) return undefined;
  const service = awsServices.find((each) => formsOf(each, region).some(({ hosts }) => hosts.some((pattern) => isHost(host, pattern))));
  return service === undefined ? undefined : { service, region };
}

/** A label `*` at the front stands for any labels. */
function isHost(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length : host === pattern;
}
