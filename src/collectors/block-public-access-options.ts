import type { DescribeVpcBlockPublicAccessOptionsResult } from '@aws-sdk/client-ec2';
import { blockPublicAccessOptionsShape } from '../inventory/sections/block-public-access-options.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/** One answer for the account in this Region; of no interest where it has no VPC. */
export default {
  section: 'blockPublicAccessOptions',
  after: ['vpcs'],
  actions: ['ec2:DescribeVpcBlockPublicAccessOptions'],
  async collect(session, options, earlier) {
    if (!mayHold(earlier('vpcs'), () => true)) return notAsked('ec2:DescribeVpcBlockPublicAccessOptions', 'there is no VPC');
    const [client, sdk] = [await session.ec2(), await import('@aws-sdk/client-ec2')];
    async function* onePage(): AsyncGenerator<Page, void> {
      yield await client.send(new sdk.DescribeVpcBlockPublicAccessOptionsCommand({}), { abortSignal: session.signal });
    }
    const read = await readList(session, options, {
      operation: 'ec2:DescribeVpcBlockPublicAccessOptions',
      pages: async () => onePage(),
      rows: ({ VpcBlockPublicAccessOptions }) => [
        select(always(VpcBlockPublicAccessOptions, 'VpcBlockPublicAccessOptions'), blockPublicAccessOptionsShape),
      ],
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'blockPublicAccessOptions'>;

type Page = DescribeVpcBlockPublicAccessOptionsResult & { readonly NextToken?: string };
