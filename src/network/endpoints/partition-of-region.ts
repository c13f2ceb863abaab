/** The partition of a Region, as ARNs name it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function partitionOfRegion(region: string): string {
  const found = partitions.find(([prefix]) => region.startsWith(prefix));
  return found?.[1] ?? 'aws';
}

const partitions: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['us-iso-', 'aws-iso'],
  ['eu-isoe-', 'aws-iso-e'],
];
