/** How fast one operation may be called in one account and Region. */
export interface Rate {
  /** Calls that may follow each other without a pause. */
  readonly burst: number;
  readonly perSecond: number;
}

/** We stay this far below a published quota, because everybody else in the account draws on the same one. */
const share = 0.9;

/** A quota, and which calls draw on it together. */
export interface Quota extends Rate {
  /** What shares the quota: the operation itself, or its whole service. */
  readonly bucket: string;
}

/**
 * Calls a second and at once, by account. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const organizations: Readonly<Record<string, readonly [perSecond: number, burst: number]>> = {
  DescribeOrganization: [1, 2],
  ListRoots: [1, 2],
  DescribePolicy: [2, 2],
  ListParents: [5, 8],
  ListPoliciesForTarget: [5, 8],
};

/**
 * The pace for one operation.
 *
 * SageMaker publishes 2 List and 5 Describe calls per second, not adjustable; what it does not publish is taken to be alike.
 * https://docs.aws.amazon.com/general/latest/gr/sagemaker.html
 * EC2 refills 20 tokens per second into a bucket of 100 for calls that read.
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 * Route 53 takes five requests per second of an account, whatever they ask, and its Resolver five of an account in a Region.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
 * Elastic Load Balancing refills 10 tokens per second into a bucket of 40 that all its Describes share; the old API has a bucket of its own,
 * which is not counted on.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html
 * Network Firewall publishes quotas of what it holds, and none of calls: it gets the pace of what nobody publishes.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html
 *
 * Lambda answers 15 questions a second about functions, whatever they are; API Gateway ten of all kinds, with a burst of 40, and of these five lists of
 * resources in two seconds.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 *
 * @param operation such as `sagemaker:ListModels`
 */
export function quotaOf(operation: string): Quota {
  const [service = '', name = ''] = operation.split(':');
  if (service === 'sagemaker') return { bucket: operation, burst: 1, perSecond: share * (name.startsWith('Describe') ? 5 : 2) };
  if (service === 'ec2') return { bucket: operation, burst: 50, perSecond: share * 20 };
  if (service === 'route53' || service === 'route53resolver') return { bucket: service, burst: 1, perSecond: share * 5 };
  if (service === 'elasticloadbalancing') return { bucket: service, burst: 20, perSecond: share * 10 };
  if (service === 'lambda') return { bucket: service, burst: 5, perSecond: share * 15 };
  if (operation === 'apigateway:GetResources') return { bucket: operation, burst: 1, perSecond: share * 2.5 };
  if (service === 'apigateway') return { bucket: service, burst: 10, perSecond: share * 7 };
  const [perSecond, burst] = (service === 'organizations' ? organizations[name] : undefined) ?? [5, 5];
  return service === 'organizations'
    ? { bucket: operation, burst: burst / 2, perSecond: share * perSecond }
    : { bucket: operation, burst, perSecond };
}
