import { modelShape, modelSummaryShape } from '../inventory/sections/models.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';
import { sameSecond } from './search-source.ts';

export default sagemakerResources({
  section: 'models',
  list: 'sagemaker:ListModels',
  describe: 'sagemaker:DescribeModel',
  pages: (sdk, paging, abort) => sdk.paginateListModels(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ Models }) => Models,
  explain: ({ ModelName }, { sdk, client, abort }) => client.send(new sdk.DescribeModelCommand({ ModelName }), abort),
  arn: 'ModelArn',
  summaryShape: modelSummaryShape,
  shape: modelShape,
  // Nobody can change a model: one of the same name that was created at the same time is the same.
  immutable: true,
  search: {
    resource: 'Model',
    record: ({ Model }) => Model?.Model,
    isCurrent: (found, listed) => sameSecond(found.CreationTime, listed.CreationTime),
  },
}) satisfies Collector<'models'>;
