/** How fast one operation may be called in one account and Region. */
export interface Rate {
  /** Calls that may follow each other without a pause. */
  readonly burst: number;
  readonly perSecond: number;
}

/** We stay this far below a published quota, because everybody else in the account draws on the same one. */
const share = 0.9;

/** A quota, and which calls draw on it together. `perSecond` is the pace to begin with. */
export interface Quota extends Rate {
  /** What shares the quota: the operation itself, or its whole service. */
  readonly bucket: string;
  /** The fastest pace, in calls per second. More than the one to begin with only where nobody publishes a quota. */
  readonly ceiling: number;
}

/** SageMaker's operations that may be called less often than others of their kind. */
const oncePerSecond = new Set(['DescribeMlflowApp', 'DescribeSubscribedWorkteam', 'ListMlflowApps']);

/** Calls per second of an account, and those that may come at once. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const organizations: Readonly<Record<string, readonly [perSecond: number, burst: number]>> = {
  DescribeAccount: [20, 30],
  DescribeOrganization: [1, 2],
  DescribePolicy: [2, 2],
  ListAccounts: [8, 12],
  ListAccountsForParent: [5, 8],
  ListChildren: [6, 10],
  ListOrganizationalUnitsForParent: [5, 8],
  ListParents: [5, 8],
  ListPolicies: [5, 8],
  ListPoliciesForTarget: [5, 8],
  ListRoots: [1, 2],
  ListTargetsForPolicy: [5, 8],
};

/**
 * The pace for one operation.
 *
 * SageMaker publishes 2 List and 5 Describe calls per second, not adjustable; what it does not publish is taken to be alike, except for Search,
 * which is neither: it begins like a List and finds out.
 * https://docs.aws.amazon.com/general/latest/gr/sagemaker.html
 * EC2 refills 20 tokens per second into a bucket of 100 for calls that read.
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 * Route 53 takes five requests per second of an account, whatever they ask, and its Resolver five of an account in a Region.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
 * Elastic Load Balancing refills 10 tokens per second into a bucket of 40 that all its Describes share; the old API has a bucket of its own,
 * which is not counted on.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html
 * Organizations has a rate for each operation.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
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
  if (operation === 'sagemaker:Search') return { bucket: operation, burst: 1, perSecond: 2, ceiling: 10 };
  if (service === 'sagemaker') return published(operation, 1, share * sagemakerRate(name));
  if (service === 'ec2') return published(operation, 50, share * 20);
  if (service === 'route53' || service === 'route53resolver') return published(service, 1, share * 5);
  if (service === 'elasticloadbalancing') return published(service, 20, share * 10);
  const ofOrganizations = service === 'organizations' ? organizations[name] : undefined;
  if (service === 'lambda') return published(service, 5, share * 15);
  if (operation === 'apigateway:GetResources') return published(operation, 1, share * 2.5);
  if (service === 'apigateway') return published(service, 10, share * 7);
  if (ofOrganizations !== undefined) return published(operation, ofOrganizations[1] / 2, share * ofOrganizations[0]);
  return published(operation, 5, 5);
}

function sagemakerRate(name: string): number {
  if (oncePerSecond.has(name)) return 1;
  return name.startsWith('Describe') ? 5 : 2;
}

function published(bucket: string, burst: number, perSecond: number): Quota {
  return { bucket, burst, perSecond, ceiling: perSecond };
}

/** Answers that take longer than this, in seconds, are rare enough to be waited for. */
const longestUsualLatency = 1.5;

/** How many calls must be under way at once so that the quota, and not the time that an answer takes, decides the pace. */
export function callsUnderWay(operation: string): number {
  return Math.max(8, Math.ceil(quotaOf(operation).ceiling * longestUsualLatency));
}
