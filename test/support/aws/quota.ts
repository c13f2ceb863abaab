/** A token bucket's size and how many tokens it gains a second. */
export interface Rate {
  readonly bucket: number;
  readonly perSecond: number;
}

/** Milliseconds, from anywhere; only differences count. */
export type Clock = () => number;

/** Published rates that are not those of their kind. https://docs.aws.amazon.com/general/latest/gr/sagemaker.html */
const exceptions: Readonly<Record<string, Rate>> = {
  'sagemaker:DescribeSubscribedWorkteam': evenly(1),
  'sagemaker:DescribeMlflowApp': evenly(1),
  'sagemaker:ListMlflowApps': evenly(1),
  'ec2:DescribeSecurityGroupReferences': { bucket: 20, perSecond: 5 },
  'ec2:DescribeStaleSecurityGroups': { bucket: 20, perSecond: 5 },
};

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const organizations: Readonly<Record<string, Rate>> = {
  'organizations:DescribeOrganization': { bucket: 2, perSecond: 1 },
  'organizations:ListRoots': { bucket: 2, perSecond: 1 },
  'organizations:DescribePolicy': { bucket: 2, perSecond: 2 },
  'organizations:ListParents': { bucket: 8, perSecond: 5 },
  'organizations:ListPoliciesForTarget': { bucket: 8, perSecond: 5 },
};

/** EC2 operations that are paced harder when they ask for everything at once. */
const dearWhenUnbounded = new Set([
  'ec2:DescribeInstances',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSnapshots',
  'ec2:DescribeSpotInstanceRequests',
  'ec2:DescribeVolumes',
]);

/**
 * The published quota of an operation per account and Region; where SageMaker publishes none, that of its neighbours.
 *
 * @param bounded whether the request carries a page size, ids or a filter
 */
export function publishedRate(operation: string, bounded: boolean): Rate {
  const exception = exceptions[operation] ?? organizations[operation];
  if (exception !== undefined) return exception;
  if (operation.startsWith('sagemaker:List')) return evenly(2);
  if (operation.startsWith('sagemaker:')) return evenly(5);
  if (/^route53(resolver)?:/.test(operation)) return evenly(5);
  if (operation.startsWith('elasticloadbalancing')) return { bucket: 40, perSecond: 10 };
  if (operation.startsWith('lambda:')) return evenly(15);
  if (operation === 'apigateway:GetResources') return { bucket: 5, perSecond: 2.5 };
  if (operation.startsWith('apigateway')) return { bucket: 40, perSecond: 10 };
  if (operation.startsWith('ec2:'))
    return dearWhenUnbounded.has(operation) && !bounded ? { bucket: 50, perSecond: 10 } : { bucket: 100, perSecond: 20 };
  return evenly(600);
}

/**
 * What shares a quota: with Route 53 and with load balancers all operations of the service, otherwise each is alone.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html
 */
export function quotaKey(operation: string): string {
  const [service = ''] = operation.split(':');
  if (service.startsWith('apigateway') && operation !== 'apigateway:GetResources') return 'apigateway';
  return /^(route53|elasticloadbalancing|lambda)/.test(service) ? service : operation;
}

function evenly(perSecond: number): Rate {
  return { bucket: perSecond, perSecond };
}

/** Token buckets, full at the start, one for each key. */
export class TokenBuckets {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes a token. False if there is none: the call is one too many. */
  take(key: string, { bucket, perSecond }: Rate): boolean {
    const now = this.#clock();
    const last = this.#buckets.get(key) ?? { tokens: bucket, at: now };
    const tokens = Math.min(bucket, last.tokens + ((now - last.at) / 1000) * perSecond);
    const granted = tokens >= 1;
    this.#buckets.set(key, { tokens: granted ? tokens - 1 : tokens, at: now });
    return granted;
  }
}
