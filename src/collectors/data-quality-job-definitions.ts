import { dataQualityJobDefinitionShape, dataQualityJobDefinitionSummaryShape } from '../inventory/sections/data-quality-job-definitions.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'dataQualityJobDefinitions',
  list: 'sagemaker:ListDataQualityJobDefinitions',
  describe: 'sagemaker:DescribeDataQualityJobDefinition',
  pages: (sdk, paging, abort) => sdk.paginateListDataQualityJobDefinitions(paging, {}, abort),
  rows: ({ JobDefinitionSummaries }) => JobDefinitionSummaries,
  explain: ({ MonitoringJobDefinitionName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeDataQualityJobDefinitionCommand({ JobDefinitionName: MonitoringJobDefinitionName }), abort),
  arn: 'JobDefinitionArn',
  arnOf: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn ?? '',
  summaryShape: dataQualityJobDefinitionSummaryShape,
  shape: dataQualityJobDefinitionShape,
  immutable: true,
}) satisfies Collector<'dataQualityJobDefinitions'>;
