/**
 * The largest page of both APIs, to be asked for in the input: the SDK's paginators of load balancers know no page size, and leave one out without a word.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html
 */
export const loadBalancerPageSize = 400;
