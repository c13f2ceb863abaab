/** The largest page of both APIs. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
export const loadBalancerPageSize = 400;
