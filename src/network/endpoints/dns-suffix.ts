/**
 * The domain under which AWS names its services in a Region.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export function dnsSuffixOf(region: string): string {
  const found = suffixes.find(([prefix]) => region.startsWith(prefix));
  return found?.[1] ?? 'amazonaws.com';
}

const suffixes: readonly (readonly [prefix: string, suffix: string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['eusc-', 'amazonaws.eu'],
  ['us-isob-', 'sc2s.sgov.gov'],
  ['us-isof-', 'csp.hci.ic.gov'],
  ['us-iso-', 'c2s.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk'],
];

/** The domain of what SageMaker shows to browsers: notebooks, Studio, MLflow. */
export function sagemakerSuffixOf(region: string): string {
  return region.startsWith('cn-') ? 'sagemaker.com.cn' : 'sagemaker.aws';
}
