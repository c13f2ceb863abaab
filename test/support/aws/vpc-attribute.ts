import { AwsError } from './aws-error.ts';
import { text, type Answer, type Call } from './handler.ts';

/** ec2:DescribeVpcAttribute: one attribute a call. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html */
export function vpcAttribute(call: Call): Answer {
  const VpcId = text(call.input, 'VpcId') ?? '';
  const fixture = call.account.regions[call.region];
  const vpc = fixture?.Vpcs?.find((candidate) => candidate.VpcId === VpcId);
  if (vpc === undefined) throw new AwsError('InvalidVpcID.NotFound', `The vpc ID '${VpcId}' does not exist`);
  const attributes = fixture?.VpcDnsAttributes?.[VpcId] ?? { EnableDnsSupport: true, EnableDnsHostnames: vpc.IsDefault === true };
  const attribute = text(call.input, 'Attribute');
  if (attribute === 'enableDnsSupport') return { VpcId, EnableDnsSupport: { Value: attributes.EnableDnsSupport } };
  if (attribute === 'enableDnsHostnames') return { VpcId, EnableDnsHostnames: { Value: attributes.EnableDnsHostnames } };
  throw new AwsError('InvalidParameterValue', `Value (${String(attribute)}) for parameter attribute is invalid.`);
}
