import { missing, type Fact } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { Described } from '../inventory/described.ts';
import type { VpcDnsAttributes, VpcDnsAttributesDetail } from '../inventory/sections/vpc-dns-attributes.ts';
import type { Vpc } from '../inventory/sections/vpcs.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

type Summary = VpcDnsAttributes['summary'];

/** Are names resolved in each VPC, and do its endpoints get private ones? Two calls a VPC, since a call gives one attribute. */
export default {
  section: 'vpcDnsAttributes',
  after: ['vpcs'],
  actions: ['ec2:DescribeVpcAttribute'],
  async collect(session, options, earlier) {
    const vpcs = earlier('vpcs');
    const named = [...rowsToName(vpcs)].filter(({ OwnerId }) => OwnerId === undefined || OwnerId === session.account);
    const client = await session.ec2();
    const { DescribeVpcAttributeCommand } = await import('@aws-sdk/client-ec2');
    const read = async (Attribute: 'enableDnsSupport' | 'enableDnsHostnames', VpcId: string) =>
      client.send(new DescribeVpcAttributeCommand({ Attribute, VpcId }), { abortSignal: session.signal });
    const described = await listThenDescribe<{ NextToken?: string }, Summary, VpcDnsAttributesDetail>(session, options, {
      section: 'vpcDnsAttributes',
      list: { operation: 'ec2:DescribeVpcs', pages: async () => onePage(), rows: () => named.map(summaryOf) },
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
    return { ...described, fact: asComplete(described.fact, vpcs), ledger: described.ledger.slice(1) };
  },
} satisfies Collector<'vpcDnsAttributes'>;

const summaryOf = ({ VpcId, OwnerId }: Vpc): Summary => ({ VpcId, OwnerId });

async function* onePage(): AsyncGenerator<{ NextToken?: string }, void> {
  yield {};
}

/** Where the list of VPCs was cut short, the attributes of the rest are missing as well. */
function asComplete<T extends Described<unknown, unknown>>(rows: Fact<readonly T[]>, vpcs: Fact<readonly Vpc[]>): Fact<readonly T[]> {
  if (vpcs.known) return rows;
  const read = rows.known ? rows.value : rows.partial;
  return read === undefined ? missing(vpcs.gap) : missing(vpcs.gap, read);
}
