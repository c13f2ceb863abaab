import { isRecord } from '../expectation.ts';
import { jobNetwork } from '../job-network.ts';
import { aiBenchmarkJobShape, aiBenchmarkJobSummaryShape } from '../sections/ai-benchmark-jobs.ts';
import { autoMLJobShape, autoMLJobSummaryShape } from '../sections/auto-ml-jobs.ts';
import { compilationJobShape, compilationJobSummaryShape } from '../sections/compilation-jobs.ts';
import { dataQualityJobDefinitionShape, dataQualityJobDefinitionSummaryShape } from '../sections/data-quality-job-definitions.ts';
import { hyperParameterTuningJobShape, hyperParameterTuningJobSummaryShape } from '../sections/hyper-parameter-tuning-jobs.ts';
import { inferenceComponentShape, inferenceComponentSummaryShape } from '../sections/inference-components.ts';
import { inferenceRecommendationsJobShape, inferenceRecommendationsJobSummaryShape } from '../sections/inference-recommendations-jobs.ts';
import { jobShape, jobSummaryShape } from '../sections/jobs.ts';
import { labelingJobShape, labelingJobSummaryShape } from '../sections/labeling-jobs.ts';
import { modelBiasJobDefinitionShape, modelBiasJobDefinitionSummaryShape } from '../sections/model-bias-job-definitions.ts';
import {
  modelExplainabilityJobDefinitionShape,
  modelExplainabilityJobDefinitionSummaryShape,
} from '../sections/model-explainability-job-definitions.ts';
import { modelQualityJobDefinitionShape, modelQualityJobDefinitionSummaryShape } from '../sections/model-quality-job-definitions.ts';
import { monitoringScheduleShape, monitoringScheduleSummaryShape } from '../sections/monitoring-schedules.ts';
import { optimizationJobShape, optimizationJobSummaryShape } from '../sections/optimization-jobs.ts';
import { processingJobShape, processingJobSummaryShape } from '../sections/processing-jobs.ts';
import { transformJobShape, transformJobSummaryShape } from '../sections/transform-jobs.ts';
import type { SectionItem, SectionName } from '../sections.ts';
import { keep } from './source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { monitoringDefinitions } from './monitoring-definition-sources.ts';
import { sagemaker } from './sagemaker-section.ts';
import type { SectionReader } from './section-reader.ts';

/** How jobs, and what is said of how they run, are found in a folder of answers. */
export const jobRecognisers = {
  processingJobs: sagemaker({
    list: 'ProcessingJobSummaries',
    summary: processingJobSummaryShape,
    by: ['ProcessingJobName'],
    operation: 'sagemaker:DescribeProcessingJob',
    arn: 'ProcessingJobArn',
    shape: processingJobShape,
  }),
  transformJobs: sagemaker({
    list: 'TransformJobSummaries',
    summary: transformJobSummaryShape,
    by: ['TransformJobName'],
    operation: 'sagemaker:DescribeTransformJob',
    arn: 'TransformJobArn',
    shape: transformJobShape,
  }),
  hyperParameterTuningJobs: sagemaker({
    list: 'HyperParameterTuningJobSummaries',
    summary: hyperParameterTuningJobSummaryShape,
    by: ['HyperParameterTuningJobName'],
    operation: 'sagemaker:DescribeHyperParameterTuningJob',
    arn: 'HyperParameterTuningJobArn',
    shape: hyperParameterTuningJobShape,
  }),
  autoMLJobs: sagemaker({
    list: 'AutoMLJobSummaries',
    summary: autoMLJobSummaryShape,
    by: ['AutoMLJobName'],
    operation: 'sagemaker:DescribeAutoMLJobV2',
    arn: 'AutoMLJobArn',
    shape: autoMLJobShape,
    more: firstVersion,
  }),
  dataQualityJobDefinitions: monitoringDefinitions(
    'data-quality-job-definition',
    'sagemaker:DescribeDataQualityJobDefinition',
    dataQualityJobDefinitionSummaryShape,
    dataQualityJobDefinitionShape,
  ),
  modelBiasJobDefinitions: monitoringDefinitions(
    'model-bias-job-definition',
    'sagemaker:DescribeModelBiasJobDefinition',
    modelBiasJobDefinitionSummaryShape,
    modelBiasJobDefinitionShape,
  ),
  modelExplainabilityJobDefinitions: monitoringDefinitions(
    'model-explainability-job-definition',
    'sagemaker:DescribeModelExplainabilityJobDefinition',
    modelExplainabilityJobDefinitionSummaryShape,
    modelExplainabilityJobDefinitionShape,
  ),
  modelQualityJobDefinitions: monitoringDefinitions(
    'model-quality-job-definition',
    'sagemaker:DescribeModelQualityJobDefinition',
    modelQualityJobDefinitionSummaryShape,
    modelQualityJobDefinitionShape,
  ),
  monitoringSchedules: sagemaker({
    list: 'MonitoringScheduleSummaries',
    summary: monitoringScheduleSummaryShape,
    by: ['MonitoringScheduleName'],
    operation: 'sagemaker:DescribeMonitoringSchedule',
    arn: 'MonitoringScheduleArn',
    shape: monitoringScheduleShape,
  }),
  compilationJobs: sagemaker({
    list: 'CompilationJobSummaries',
    summary: compilationJobSummaryShape,
    by: ['CompilationJobName'],
    operation: 'sagemaker:DescribeCompilationJob',
    arn: 'CompilationJobArn',
    shape: compilationJobShape,
  }),
  optimizationJobs: sagemaker({
    list: 'OptimizationJobSummaries',
    summary: optimizationJobSummaryShape,
    by: ['OptimizationJobName'],
    operation: 'sagemaker:DescribeOptimizationJob',
    arn: 'OptimizationJobArn',
    shape: optimizationJobShape,
  }),
  inferenceRecommendationsJobs: sagemaker({
    list: 'InferenceRecommendationsJobs',
    summary: inferenceRecommendationsJobSummaryShape,
    by: ['JobName'],
    operation: 'sagemaker:DescribeInferenceRecommendationsJob',
    arn: 'JobArn',
    shape: inferenceRecommendationsJobShape,
    also: 'JobType',
  }),
  aiBenchmarkJobs: sagemaker({
    list: 'AIBenchmarkJobs',
    summary: aiBenchmarkJobSummaryShape,
    by: ['AIBenchmarkJobName'],
    operation: 'sagemaker:DescribeAIBenchmarkJob',
    arn: 'AIBenchmarkJobArn',
    shape: aiBenchmarkJobShape,
  }),
  labelingJobs: sagemaker({
    list: 'LabelingJobSummaryList',
    summary: labelingJobSummaryShape,
    by: ['LabelingJobName'],
    operation: 'sagemaker:DescribeLabelingJob',
    arn: 'LabelingJobArn',
    shape: labelingJobShape,
  }),
  inferenceComponents: sagemaker({
    list: 'InferenceComponents',
    summary: inferenceComponentSummaryShape,
    by: ['InferenceComponentName'],
    operation: 'sagemaker:DescribeInferenceComponent',
    arn: 'InferenceComponentArn',
    shape: inferenceComponentShape,
  }),
  jobs: sagemaker({
    list: 'JobSummaries',
    summary: jobSummaryShape,
    by: ['JobName'],
    operation: 'sagemaker:DescribeJob',
    arn: 'JobArn',
    shape: jobShape,
    also: 'JobCategory',
    more: (answer) => ({ Network: jobNetwork(textOf(answer, 'JobConfigDocument')) }),
  }),
} satisfies { readonly [K in SectionName]?: SectionReader<SectionItem<K>> };

/** Version 1 of the call gives the security settings within the configuration of the job. */
function firstVersion({ AutoMLJobConfig: config }: JsonObject): object {
  const security = isRecord(config) ? config['SecurityConfig'] : undefined;
  return isRecord(security) ? keep({ SecurityConfig: security }, { SecurityConfig: autoMLJobShape.SecurityConfig }) : {};
}
