import type { Gap } from '../../src/core/gap.ts';
import { missing, known } from '../../src/inventory/fact.ts';
import type { AIBenchmarkJob, AIBenchmarkJobDetail } from '../../src/inventory/sections/ai-benchmark-jobs.ts';
import type { AutoMLJob, AutoMLJobDetail } from '../../src/inventory/sections/auto-ml-jobs.ts';
import type { CompilationJob, CompilationJobDetail } from '../../src/inventory/sections/compilation-jobs.ts';
import type {
  DataQualityJobDefinition,
  DataQualityJobDefinitionDetail,
} from '../../src/inventory/sections/data-quality-job-definitions.ts';
import type { HyperParameterTuningJob, HyperParameterTuningJobDetail } from '../../src/inventory/sections/hyper-parameter-tuning-jobs.ts';
import type { InferenceComponent, InferenceComponentDetail } from '../../src/inventory/sections/inference-components.ts';
import type {
  InferenceRecommendationsJob,
  InferenceRecommendationsJobDetail,
} from '../../src/inventory/sections/inference-recommendations-jobs.ts';
import type { Job, JobDetail } from '../../src/inventory/sections/jobs.ts';
import type { LabelingJob, LabelingJobDetail } from '../../src/inventory/sections/labeling-jobs.ts';
import type { ModelBiasJobDefinition, ModelBiasJobDefinitionDetail } from '../../src/inventory/sections/model-bias-job-definitions.ts';
import type { MonitoringSchedule, MonitoringScheduleDetail } from '../../src/inventory/sections/monitoring-schedules.ts';
import type { OptimizationJob, OptimizationJobDetail } from '../../src/inventory/sections/optimization-jobs.ts';
import type { ProcessingJob, ProcessingJobDetail } from '../../src/inventory/sections/processing-jobs.ts';
import type { TransformJob, TransformJobDetail } from '../../src/inventory/sections/transform-jobs.ts';
import { account, detailOf, region } from './rows.ts';

const arn = (kind: string, name: string): string => `arn:aws:sagemaker:${region}:${account}:${kind}/${name}`;
const CreationTime = '2026-11-01T00:00:00.000Z';

/** subnet-1 and sg-1, where everything well-run stands. */
export const inVpc = { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] };

/** In a VPC, isolated, encrypted. */
export const sound = { VpcConfig: inVpc, EnableNetworkIsolation: true, EnableInterContainerTrafficEncryption: true };

/** A job of any kind: finished, unless it is said to run. */
export const clarify = '131013547314.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-clarify-processing:1.0';

export function processingJob(name = 'processing-1', given: Partial<ProcessingJobDetail> | Gap = {}, status = 'InProgress'): ProcessingJob {
  const ProcessingJobStatus = status as 'InProgress';
  const names = { ProcessingJobName: name, ProcessingJobArn: arn('processing-job', name), ProcessingJobStatus, CreationTime };
  const usual: ProcessingJobDetail = {
    ...names,
    AppSpecification: { ImageUri: `${account}.dkr.ecr.${region}.amazonaws.com/features:1` },
    ProcessingResources: { ClusterConfig: { InstanceCount: 1 } },
    NetworkConfig: sound,
  };
  return { summary: names, detail: detailOf(usual, given) };
}

export function transformJob(name = 'transform-1', given: Partial<TransformJobDetail> | Gap = {}, status = 'InProgress'): TransformJob {
  const TransformJobStatus = status as 'InProgress';
  const names = { TransformJobName: name, TransformJobArn: arn('transform-job', name), TransformJobStatus, CreationTime };
  return {
    summary: names,
    detail: detailOf<TransformJobDetail>(
      { ...names, ModelName: 'model-1', TransformInput: undefined, TransformResources: undefined },
      given,
    ),
  };
}

type TuningDefinition = NonNullable<HyperParameterTuningJobDetail['TrainingJobDefinition']>;

/** One definition of a tuning job. */
export function tuningDefinition(given: Partial<TuningDefinition> = {}): TuningDefinition {
  return {
    AlgorithmSpecification: undefined,
    RoleArn: undefined,
    OutputDataConfig: undefined,
    ResourceConfig: { InstanceCount: 1 },
    ...sound,
    ...given,
  };
}

export function tuningJob(name = 'tuning-1', given: Partial<HyperParameterTuningJobDetail> | Gap = {}): HyperParameterTuningJob {
  const names = {
    HyperParameterTuningJobName: name,
    HyperParameterTuningJobArn: arn('hyper-parameter-tuning-job', name),
    HyperParameterTuningJobStatus: 'InProgress' as const,
    CreationTime,
  };
  return {
    summary: names,
    detail: detailOf<HyperParameterTuningJobDetail>({ ...names, TrainingJobDefinition: tuningDefinition() }, given),
  };
}

export function autoMLJob(name = 'automl-1', given: Partial<AutoMLJobDetail> | Gap = {}): AutoMLJob {
  const names = { AutoMLJobName: name, AutoMLJobArn: arn('automl-job', name), AutoMLJobStatus: 'InProgress' as const, CreationTime };
  const usual = {
    ...names,
    RoleArn: undefined,
    AutoMLJobInputDataConfig: undefined,
    OutputDataConfig: undefined,
    SecurityConfig: { VpcConfig: inVpc, EnableInterContainerTrafficEncryption: true },
  };
  return { summary: names, detail: detailOf<AutoMLJobDetail>(usual, given) };
}

const definition = (name: string, kind: string) => ({
  summary: { MonitoringJobDefinitionName: name, MonitoringJobDefinitionArn: arn(kind, name), CreationTime, EndpointName: 'endpoint-1' },
  usual: {
    JobDefinitionName: name,
    JobDefinitionArn: arn(kind, name),
    JobResources: { ClusterConfig: { InstanceCount: 1 } },
    NetworkConfig: sound,
    RoleArn: undefined,
    CreationTime,
  },
});

export function dataQualityDefinition(
  name = 'quality-1',
  given: Partial<DataQualityJobDefinitionDetail> | Gap = {},
): DataQualityJobDefinition {
  const { summary, usual } = definition(name, 'data-quality-job-definition');
  const nothing = { DataQualityAppSpecification: undefined, DataQualityJobInput: undefined, DataQualityJobOutputConfig: undefined };
  return { summary, detail: detailOf<DataQualityJobDefinitionDetail>({ ...usual, ...nothing }, given) };
}

/** A bias definition, on the image of Clarify as all of them are. */
export function modelBiasDefinition(name = 'bias-1', given: Partial<ModelBiasJobDefinitionDetail> | Gap = {}): ModelBiasJobDefinition {
  const { summary, usual } = definition(name, 'model-bias-job-definition');
  const specification = {
    ModelBiasAppSpecification: { ImageUri: clarify },
    ModelBiasJobInput: undefined,
    ModelBiasJobOutputConfig: undefined,
  };
  return { summary, detail: detailOf<ModelBiasJobDefinitionDetail>({ ...usual, ...specification }, given) };
}

export function monitoringSchedule(name = 'schedule-1', given: Partial<MonitoringScheduleDetail> | Gap = {}): MonitoringSchedule {
  const names = {
    MonitoringScheduleName: name,
    MonitoringScheduleArn: arn('monitoring-schedule', name),
    MonitoringScheduleStatus: 'Scheduled' as const,
    CreationTime,
  };
  const MonitoringScheduleConfig = { MonitoringJobDefinitionName: 'quality-1', MonitoringType: 'DataQuality' as const };
  return { summary: names, detail: detailOf<MonitoringScheduleDetail>({ ...names, MonitoringScheduleConfig }, given) };
}

export function compilationJob(name = 'compilation-1', given: Partial<CompilationJobDetail> | Gap = {}): CompilationJob {
  const names = {
    CompilationJobName: name,
    CompilationJobArn: arn('compilation-job', name),
    CompilationJobStatus: 'INPROGRESS' as const,
    CreationTime,
  };
  return {
    summary: names,
    detail: detailOf<CompilationJobDetail>(
      { ...names, RoleArn: undefined, InputConfig: undefined, OutputConfig: undefined, VpcConfig: inVpc },
      given,
    ),
  };
}

export function optimizationJob(name = 'optimization-1', given: Partial<OptimizationJobDetail> | Gap = {}): OptimizationJob {
  const names = {
    OptimizationJobName: name,
    OptimizationJobArn: arn('optimization-job', name),
    OptimizationJobStatus: 'INPROGRESS' as const,
    CreationTime,
  };
  return {
    summary: names,
    detail: detailOf<OptimizationJobDetail>(
      { ...names, RoleArn: undefined, ModelSource: undefined, OutputConfig: undefined, VpcConfig: inVpc },
      given,
    ),
  };
}

export function recommendationsJob(
  name = 'recommendations-1',
  given: Partial<InferenceRecommendationsJobDetail> | Gap = {},
): InferenceRecommendationsJob {
  const names = { JobName: name, JobArn: arn('inference-recommendations-job', name), Status: 'IN_PROGRESS' as const, CreationTime };
  const usual = { ...names, JobType: undefined, RoleArn: undefined, InputConfig: { VpcConfig: inVpc } };
  return { summary: names, detail: detailOf<InferenceRecommendationsJobDetail>(usual, given) };
}

export function benchmarkJob(name = 'benchmark-1', given: Partial<AIBenchmarkJobDetail> | Gap = {}): AIBenchmarkJob {
  const names = {
    AIBenchmarkJobName: name,
    AIBenchmarkJobArn: arn('ai-benchmark-job', name),
    AIBenchmarkJobStatus: 'InProgress' as const,
    CreationTime,
  };
  return {
    summary: names,
    detail: detailOf<AIBenchmarkJobDetail>(
      { ...names, RoleArn: undefined, OutputConfig: undefined, NetworkConfig: { VpcConfig: inVpc } },
      given,
    ),
  };
}

export function job(name = 'agent-1', given: Partial<JobDetail> | Gap = {}): Job {
  const names = {
    JobName: name,
    JobArn: arn('job', name),
    JobCategory: 'AgentRFT' as const,
    JobStatus: 'InProgress' as const,
    CreationTime,
  };
  return {
    summary: names,
    detail: detailOf<JobDetail>({ ...names, RoleArn: undefined, Network: { Readable: true, VpcConfigs: [inVpc] } }, given),
  };
}

/** A labeling job that is automated, so that it starts jobs of its own. */
export function labelingJob(name = 'labeling-1', given: Partial<LabelingJobDetail> | Gap = {}): LabelingJob {
  const names = {
    LabelingJobName: name,
    LabelingJobArn: arn('labeling-job', name),
    LabelingJobStatus: 'InProgress' as const,
    CreationTime,
  };
  const LabelingJobAlgorithmsConfig = {
    LabelingJobAlgorithmSpecificationArn:
      'arn:aws:sagemaker:eu-west-1:568282634449:labeling-job-algorithm-specification/image-classification',
    LabelingJobResourceConfig: { VpcConfig: inVpc },
  };
  return {
    summary: names,
    detail: detailOf<LabelingJobDetail>(
      { ...names, RoleArn: undefined, InputConfig: undefined, OutputConfig: undefined, LabelingJobAlgorithmsConfig },
      given,
    ),
  };
}

/** A component of endpoint-1, with a container of its own. */
export function inferenceComponent(name = 'component-1', given: Partial<InferenceComponentDetail> | Gap = {}): InferenceComponent {
  const names = {
    InferenceComponentName: name,
    InferenceComponentArn: arn('inference-component', name),
    EndpointName: 'endpoint-1',
    InferenceComponentStatus: 'InService' as const,
    CreationTime,
  };
  const detail = 'operation' in given ? missing<InferenceComponentDetail>(given) : known({ ...names, Specification: {}, ...given });
  return { summary: { ...names, VariantName: 'main' }, detail };
}
