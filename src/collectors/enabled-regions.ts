import { enabledRegionShape } from '../inventory/sections/enabled-regions.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/**
 * The Regions that the account has enabled, with one call that has no pages.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 */
export default {
  section: 'enabledRegions',
  after: [],
  actions: ['ec2:DescribeRegions'],
  async collect(session, options) {
    const [client, sdk] = [await session.ec2(), await import('@aws-sdk/client-ec2')];
    async function* onePage(): AsyncGenerator<Page, void> {
      yield await client.send(new sdk.DescribeRegionsCommand({ AllRegions: false }), { abortSignal: session.signal });
    }
    const read = await readList(session, options, {
      operation: 'ec2:DescribeRegions',
      pages: async () => onePage(),
      rows: ({ Regions }) => always(Regions, 'Regions').map((region) => select(region, enabledRegionShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'enabledRegions'>;

type Page = import('@aws-sdk/client-ec2').DescribeRegionsResult & { readonly NextToken?: string };
