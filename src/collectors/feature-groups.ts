import { featureGroupShape, featureGroupSummaryShape } from '../inventory/sections/feature-groups.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'featureGroups',
  list: 'sagemaker:ListFeatureGroups',
  describe: 'sagemaker:DescribeFeatureGroup',
  pages: (sdk, paging, abort) => sdk.paginateListFeatureGroups(paging, {}, abort),
  rows: ({ FeatureGroupSummaries }) => FeatureGroupSummaries,
  explain: ({ FeatureGroupName }, { sdk, client, abort }) => client.send(new sdk.DescribeFeatureGroupCommand({ FeatureGroupName }), abort),
  arn: 'FeatureGroupArn',
  summaryShape: featureGroupSummaryShape,
  shape: featureGroupShape,
}) satisfies Collector<'featureGroups'>;
