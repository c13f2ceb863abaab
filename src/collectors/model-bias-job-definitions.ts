import { modelBiasJobDefinitionShape, modelBiasJobDefinitionSummaryShape } from '../inventory/sections/model-bias-job-definitions.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'modelBiasJobDefinitions',
  list: 'sagemaker:ListModelBiasJobDefinitions',
  describe: 'sagemaker:DescribeModelBiasJobDefinition',
  pages: (sdk, paging, abort) => sdk.paginateListModelBiasJobDefinitions(paging, {}, abort),
  rows: ({ JobDefinitionSummaries }) => JobDefinitionSummaries,
  explain: ({ MonitoringJobDefinitionName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeModelBiasJobDefinitionCommand({ JobDefinitionName: MonitoringJobDefinitionName }), abort),
  arn: 'JobDefinitionArn',
  arnOf: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn ?? '',
  summaryShape: modelBiasJobDefinitionSummaryShape,
  shape: modelBiasJobDefinitionShape,
  immutable: true,
}) satisfies Collector<'modelBiasJobDefinitions'>;
