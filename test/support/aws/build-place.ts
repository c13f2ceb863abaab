/** Where built resources are, unless a test says otherwise. */
export const place = { account: '111122223333', partition: 'aws', region: 'eu-west-1' } as const;

/** The ids of the network that workloads are built into. */
export const ids = {
  vpc: 'vpc-0a1b2c3d4e5f60001',
  subnetA: 'subnet-0a1b2c3d4e5f6000a',
  subnetB: 'subnet-0a1b2c3d4e5f6000b',
  routeTable: 'rtb-0a1b2c3d4e5f60001',
  securityGroup: 'sg-0a1b2c3d4e5f60001',
  s3PrefixList: 'pl-6da54004',
} as const;

/** What a test changes in a built resource. `undefined` takes a member away. */
export type Overrides<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** `defaults` with the overrides applied, and without the members that were taken away. */
export function override<T extends object>(defaults: T, overrides: Overrides<T>): T {
  return Object.fromEntries(Object.entries({ ...defaults, ...overrides }).filter(([, value]) => value !== undefined)) as T;
}

/** The ARN of a SageMaker resource in the default place. */
export function sagemakerArn(type: string, name: string): string {
  return `arn:${place.partition}:sagemaker:${place.region}:${place.account}:${type}/${name}`;
}

/** The ARN of a role of the account; by default one role per workload, so that none is shared. */
export function roleArn(name: string): string {
  return `arn:${place.partition}:iam::${place.account}:role/${name}`;
}
