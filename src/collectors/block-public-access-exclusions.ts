import type { DescribeVpcBlockPublicAccessExclusionsResult, EC2Client } from '@aws-sdk/client-ec2';
import { blockPublicAccessExclusionShape } from '../inventory/sections/block-public-access-exclusions.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { mayHold } from './may-hold.ts';

/** Only where there is something to be excluded from. */
export default ec2List({
  section: 'blockPublicAccessExclusions',
  after: ['blockPublicAccessOptions'],
  when: {
    may: (earlier) => mayHold(earlier('blockPublicAccessOptions'), ({ InternetGatewayBlockMode }) => InternetGatewayBlockMode !== 'off'),
    otherwise: 'no public access is blocked',
  },
  action: 'ec2:DescribeVpcBlockPublicAccessExclusions',
  pageSize: 1000,
  pages: (sdk, paging, abort) => pages(sdk, paging, abort),
  rows: ({ VpcBlockPublicAccessExclusions }) => VpcBlockPublicAccessExclusions,
  shape: blockPublicAccessExclusionShape,
}) satisfies Collector<'blockPublicAccessExclusions'>;

/** The SDK has no paginator for this list. */
async function* pages(
  sdk: typeof import('@aws-sdk/client-ec2'),
  { client, pageSize }: { readonly client: EC2Client; readonly pageSize: number },
  abort: { readonly abortSignal: AbortSignal },
): AsyncGenerator<DescribeVpcBlockPublicAccessExclusionsResult, void> {
  let NextToken: string | undefined;
  do {
    const page = await client.send(new sdk.DescribeVpcBlockPublicAccessExclusionsCommand({ MaxResults: pageSize, NextToken }), abort);
    yield page;
    NextToken = page.NextToken;
  } while (NextToken !== undefined && NextToken !== '');
}
