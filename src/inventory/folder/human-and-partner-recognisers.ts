import { flowDefinitionShape, flowDefinitionSummaryShape } from '../sections/flow-definitions.ts';
import { mlflowAppShape, mlflowAppSummaryShape } from '../sections/mlflow-apps.ts';
import { mlflowTrackingServerShape, mlflowTrackingServerSummaryShape } from '../sections/mlflow-tracking-servers.ts';
import { partnerAppShape, partnerAppSummaryShape } from '../sections/partner-apps.ts';
import { workteamShape } from '../sections/workteams.ts';
import type { SectionItem, SectionName } from '../sections.ts';
import { sagemaker } from './sagemaker-section.ts';
import { rows, type SectionReader } from './section-reader.ts';
import { listOf } from './source.ts';

/** How human review and what AWS runs for others, MLflow and partner apps, are found in a folder of answers. */
export const humanAndPartnerRecognisers = {
  workteams: rows(listOf('Workteams', workteamShape, 'WorkteamName')),
  flowDefinitions: sagemaker({
    list: 'FlowDefinitionSummaries',
    summary: flowDefinitionSummaryShape,
    by: ['FlowDefinitionName'],
    operation: 'sagemaker:DescribeFlowDefinition',
    arn: 'FlowDefinitionArn',
    shape: flowDefinitionShape,
  }),
  mlflowTrackingServers: sagemaker({
    list: 'TrackingServerSummaries',
    summary: mlflowTrackingServerSummaryShape,
    by: ['TrackingServerName'],
    operation: 'sagemaker:DescribeMlflowTrackingServer',
    arn: 'TrackingServerArn',
    shape: mlflowTrackingServerShape,
  }),
  mlflowApps: sagemaker({
    list: 'Summaries',
    summary: mlflowAppSummaryShape,
    by: ['Arn'],
    operation: 'sagemaker:DescribeMlflowApp',
    arn: 'Arn',
    arnPart: ':mlflow-app/',
    listedAlike: 'mlflow-app',
    shape: mlflowAppShape,
  }),
  partnerApps: sagemaker({
    list: 'Summaries',
    summary: partnerAppSummaryShape,
    by: ['Arn'],
    operation: 'sagemaker:DescribePartnerApp',
    arn: 'Arn',
    arnPart: ':partner-app/',
    listedAlike: 'partner-app',
    shape: partnerAppShape,
  }),
} satisfies { readonly [K in SectionName]?: SectionReader<SectionItem<K>> };
