/**
 * Buckets of Amazon Linux's package repositories, REGION standing for the Region.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html#train-vpc-policy-repos
 * https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md
 */
export const amazonLinuxBuckets = [
  'packages.REGION.amazonaws.com',
  'repo.REGION.amazonaws.com',
  'amazonlinux.REGION.amazonaws.com',
  'amazonlinux-2-repos-REGION',
  'al2023-repos-REGION-de612dc2',
  'al2023-REGION',
] as const;

/**
 * Buckets of AWS's own that workloads read from, as globs: policies often write them with a wildcard for the Region, or for the part of a name
 * that AWS does not tell. What is read from a bucket that only looks like one of these is a lesser harm than an image that cannot be pulled; so
 * they are spared where reading is asked about, and never where writing is.
 * https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export const readableAwsBuckets: readonly string[] = [
  ...amazonLinuxBuckets.map((name) => name.replace('REGION', '*')),
  'al2023-repos-*',
  'prod-*-starport-layer-bucket',
  'jumpstart-cache-prod-*',
  'jumpstart-private-cache-prod-*',
  'sc-*',
  'aws-glue-studio-transforms-*',
  'cloudformation-custom-resource-response-*',
  'cloudformation-waitcondition-*',
  'assets-*',
].map((name) => `arn:PARTITION:s3:::${name}/*`);
