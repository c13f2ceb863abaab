import type { DescribeVpcAttributeResult } from '@aws-sdk/client-ec2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';
import type { Vpc } from './vpcs.ts';

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 *
 * One call gives one attribute.
 */
export const vpcDnsAttributesShape = shapeOf<DescribeVpcAttributeResult>()({
  VpcId: true,
  EnableDnsSupport: { Value: true },
  EnableDnsHostnames: { Value: true },
});

export type VpcDnsAttributesDetail = Selected<DescribeVpcAttributeResult, typeof vpcDnsAttributesShape>;

/** A VPC of the account, and whether its names are resolved. */
export type VpcDnsAttributes = Described<Pick<Vpc, 'VpcId' | 'OwnerId'>, VpcDnsAttributesDetail>;
