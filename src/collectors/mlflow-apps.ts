import { mlflowAppShape, mlflowAppSummaryShape } from '../inventory/sections/mlflow-apps.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'mlflowApps',
  list: 'sagemaker:ListMlflowApps',
  describe: 'sagemaker:DescribeMlflowApp',
  pages: (sdk, paging, abort) => sdk.paginateListMlflowApps(paging, {}, abort),
  rows: ({ Summaries }) => Summaries,
  explain: ({ Arn }, { sdk, client, abort }) => client.send(new sdk.DescribeMlflowAppCommand({ Arn }), abort),
  arn: 'Arn',
  summaryShape: mlflowAppSummaryShape,
  shape: mlflowAppShape,
}) satisfies Collector<'mlflowApps'>;
