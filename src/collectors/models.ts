import { modelShape, modelSummaryShape } from '../inventory/sections/models.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'models',
  list: 'sagemaker:ListModels',
  describe: 'sagemaker:DescribeModel',
  pages: (sdk, paging, abort) => sdk.paginateListModels(paging, {}, abort),
  rows: ({ Models }) => Models,
  explain: ({ ModelName }, { sdk, client, abort }) => client.send(new sdk.DescribeModelCommand({ ModelName }), abort),
  arn: 'ModelArn',
  summaryShape: modelSummaryShape,
  shape: modelShape,
}) satisfies Collector<'models'>;
