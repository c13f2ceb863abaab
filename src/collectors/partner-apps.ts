import { partnerAppShape, partnerAppSummaryShape } from '../inventory/sections/partner-apps.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'partnerApps',
  list: 'sagemaker:ListPartnerApps',
  describe: 'sagemaker:DescribePartnerApp',
  pages: (sdk, paging, abort) => sdk.paginateListPartnerApps(paging, {}, abort),
  rows: ({ Summaries }) => Summaries,
  explain: ({ Arn }, { sdk, client, abort }) => client.send(new sdk.DescribePartnerAppCommand({ Arn }), abort),
  arn: 'Arn',
  summaryShape: partnerAppSummaryShape,
  shape: partnerAppShape,
}) satisfies Collector<'partnerApps'>;
