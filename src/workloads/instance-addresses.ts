/** How many addresses of its subnet something takes: as many at least, and no more than these. */
export interface AddressRange {
  readonly least: number;
  readonly most: number;
}

/** Instances of one type, within a job. */
export interface InstanceShare {
  readonly type: string | undefined;
  /** `undefined` where AWS did not say. */
  readonly count: number | undefined;
}

/** An instance that trains, processes or serves takes two. https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html */
export const perInstance = 2;
/** One that trains with an Elastic Fabric Adapter takes five. The same page. */
const perFabricInstance = 5;

/** Types that are made for distributed training over an Elastic Fabric Adapter. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html#efa-instance-types */
const withFabric = new Set([
  'p3dn.24xlarge',
  'p4d.24xlarge',
  'p4de.24xlarge',
  'p5.48xlarge',
  'p5e.48xlarge',
  'p5en.48xlarge',
  'trn1.32xlarge',
  'trn1n.32xlarge',
  'trn2.48xlarge',
]);

/** Families of which no size has one, by the same page. */
const withoutFabric = new Set(['t3', 'm4', 'm5', 'c4', 'c5', 'p2', 'p3', 'r5', 'r5d']);

/** Of other families only large sizes may have one; P5 has it down to the smallest. */
const small = /^(?:medium|large|xlarge|2xlarge|4xlarge)$/;

/**
 * The addresses that the instances of a training job take. Whether an instance has the adapter only its type tells, and of some types nobody says
 * whether SageMaker gives it to them: these take any number between.
 */
export function trainingAddresses(shares: readonly InstanceShare[]): AddressRange {
  return shares
    .map(addressesOf)
    .reduce((sum, each) => ({ least: sum.least + each.least, most: sum.most + each.most }), { least: 0, most: 0 });
}

function addressesOf({ type, count = 1 }: InstanceShare): AddressRange {
  const name = type?.replace(/^ml\./, '') ?? '';
  const [family = '', size = ''] = name.split('.');
  if (withFabric.has(name)) return { least: perFabricInstance * count, most: perFabricInstance * count };
  const never = withoutFabric.has(family) || (family !== 'p5' && small.test(size));
  return { least: perInstance * count, most: (never ? perInstance : perFabricInstance) * count };
}
