import {
  modelExplainabilityJobDefinitionShape,
  modelExplainabilityJobDefinitionSummaryShape,
} from '../inventory/sections/model-explainability-job-definitions.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'modelExplainabilityJobDefinitions',
  list: 'sagemaker:ListModelExplainabilityJobDefinitions',
  describe: 'sagemaker:DescribeModelExplainabilityJobDefinition',
  pages: (sdk, paging, abort) => sdk.paginateListModelExplainabilityJobDefinitions(paging, {}, abort),
  rows: ({ JobDefinitionSummaries }) => JobDefinitionSummaries,
  explain: ({ MonitoringJobDefinitionName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeModelExplainabilityJobDefinitionCommand({ JobDefinitionName: MonitoringJobDefinitionName }), abort),
  arn: 'JobDefinitionArn',
  arnOf: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn ?? '',
  summaryShape: modelExplainabilityJobDefinitionSummaryShape,
  shape: modelExplainabilityJobDefinitionShape,
  immutable: true,
}) satisfies Collector<'modelExplainabilityJobDefinitions'>;
