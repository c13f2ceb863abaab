import {
  modelQualityJobDefinitionShape,
  modelQualityJobDefinitionSummaryShape,
} from '../inventory/sections/model-quality-job-definitions.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'modelQualityJobDefinitions',
  list: 'sagemaker:ListModelQualityJobDefinitions',
  describe: 'sagemaker:DescribeModelQualityJobDefinition',
  pages: (sdk, paging, abort) => sdk.paginateListModelQualityJobDefinitions(paging, {}, abort),
  rows: ({ JobDefinitionSummaries }) => JobDefinitionSummaries,
  explain: ({ MonitoringJobDefinitionName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeModelQualityJobDefinitionCommand({ JobDefinitionName: MonitoringJobDefinitionName }), abort),
  arn: 'JobDefinitionArn',
  arnOf: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn ?? '',
  summaryShape: modelQualityJobDefinitionSummaryShape,
  shape: modelQualityJobDefinitionShape,
  immutable: true,
}) satisfies Collector<'modelQualityJobDefinitions'>;
