import { flowDefinitionShape, flowDefinitionSummaryShape } from '../inventory/sections/flow-definitions.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'flowDefinitions',
  list: 'sagemaker:ListFlowDefinitions',
  describe: 'sagemaker:DescribeFlowDefinition',
  pages: (sdk, paging, abort) => sdk.paginateListFlowDefinitions(paging, {}, abort),
  rows: ({ FlowDefinitionSummaries }) => FlowDefinitionSummaries,
  explain: ({ FlowDefinitionName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeFlowDefinitionCommand({ FlowDefinitionName }), abort),
  arn: 'FlowDefinitionArn',
  summaryShape: flowDefinitionSummaryShape,
  shape: flowDefinitionShape,
}) satisfies Collector<'flowDefinitions'>;
