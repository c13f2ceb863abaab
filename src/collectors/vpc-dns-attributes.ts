import { known, missing } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { VpcDnsAttributes, VpcDnsAttributesDetail } from '../inventory/sections/vpc-dns-attributes.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { always } from './unreadable-answer.ts';

type Summary = VpcDnsAttributes['summary'];

/** Are names resolved in each VPC, and do its endpoints get private ones? Two calls a VPC, since a call gives one attribute. */
export default {
  section: 'vpcDnsAttributes',
  after: ['vpcs'],
  actions: ['ec2:DescribeVpcAttribute'],
  async collect(session, options, earlier) {
    const vpcs = earlier('vpcs');
    const own = [...rowsToName(vpcs)]
      .filter(({ OwnerId }) => OwnerId === undefined || OwnerId === session.account)
      .map(({ VpcId, OwnerId }): Summary => ({ VpcId, OwnerId }));
    const client = await session.ec2();
    const { DescribeVpcAttributeCommand } = await import('@aws-sdk/client-ec2');
    const read = async (Attribute: 'enableDnsSupport' | 'enableDnsHostnames', VpcId: string) =>
      client.send(new DescribeVpcAttributeCommand({ Attribute, VpcId }), { abortSignal: session.signal });
    return describeNamed<Summary, VpcDnsAttributesDetail>(session, options, {
      section: 'vpcDnsAttributes',
      named: vpcs.known ? known(own) : missing(vpcs.gap, own),
      describe: {
        operation: 'ec2:DescribeVpcAttribute',
        arn: ({ VpcId, OwnerId }) => `arn:${session.partition}:ec2:${session.region}:${OwnerId ?? session.account}:vpc/${VpcId ?? ''}`,
        call: async ({ VpcId = '' }) => {
          const [support, hostnames] = await Promise.all([read('enableDnsSupport', VpcId), read('enableDnsHostnames', VpcId)]);
          return {
            VpcId,
            EnableDnsSupport: { Value: always(support.EnableDnsSupport?.Value, 'EnableDnsSupport') },
            EnableDnsHostnames: { Value: always(hostnames.EnableDnsHostnames?.Value, 'EnableDnsHostnames') },
          };
        },
      },
    });
  },
} satisfies Collector<'vpcDnsAttributes'>;
