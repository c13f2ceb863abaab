import { bareRepositories } from '../inventory/bare-repositories.ts';
import { notebookInstanceShape, notebookInstanceSummaryShape } from '../inventory/sections/notebook-instances.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'notebookInstances',
  list: 'sagemaker:ListNotebookInstances',
  describe: 'sagemaker:DescribeNotebookInstance',
  pages: (sdk, paging, abort) => sdk.paginateListNotebookInstances(paging, {}, abort),
  rows: ({ NotebookInstances }) => NotebookInstances,
  explain: async ({ NotebookInstanceName }, { sdk, client, abort }) =>
    bareRepositories(await client.send(new sdk.DescribeNotebookInstanceCommand({ NotebookInstanceName }), abort)),
  arn: 'NotebookInstanceArn',
  summaryShape: notebookInstanceSummaryShape,
  shape: notebookInstanceShape,
}) satisfies Collector<'notebookInstances'>;
