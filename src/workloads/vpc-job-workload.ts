import { known, type Fact } from '../inventory/fact.ts';
import type { AIBenchmarkJob } from '../inventory/sections/ai-benchmark-jobs.ts';
import type { CompilationJob } from '../inventory/sections/compilation-jobs.ts';
import type { InferenceRecommendationsJob } from '../inventory/sections/inference-recommendations-jobs.ts';
import type { OptimizationJob } from '../inventory/sections/optimization-jobs.ts';
import { unreadServing, type Posture } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { containerConnections, outsideOf, placementOf, type VpcConfig } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/** A compilation job. */
export function compilationJobWorkload({ summary, detail }: CompilationJob, where: Where): Workload {
  const { CompilationJobName: name, CompilationJobArn: arn, CompilationJobStatus: status } = summary;
  const posture = vpcPosture(detail, 'sagemaker:DescribeCompilationJob', name, '', ({ VpcConfig: config }) => config);
  return { kind: 'compilation-job', ...jobResource('CompilationJob', name, arn, status, where), ...posture };
}

/** An optimization job. */
export function optimizationJobWorkload({ summary, detail }: OptimizationJob, where: Where): Workload {
  const { OptimizationJobName: name, OptimizationJobArn: arn, OptimizationJobStatus: status } = summary;
  const posture = vpcPosture(detail, 'sagemaker:DescribeOptimizationJob', name, '', ({ VpcConfig: config }) => config);
  return { kind: 'optimization-job', ...jobResource('OptimizationJob', name, arn, status, where), ...posture };
}

/** An inference recommendations job: the endpoints that it makes for its tests. */
export function inferenceRecommendationsJobWorkload({ summary, detail }: InferenceRecommendationsJob, where: Where): Workload {
  const { JobName: name, JobArn: arn, Status: status } = summary;
  const posture = vpcPosture(
    detail,
    'sagemaker:DescribeInferenceRecommendationsJob',
    name,
    'InputConfig.',
    ({ InputConfig }) => InputConfig?.VpcConfig,
  );
  return { kind: 'inference-recommendations-job', ...jobResource('InferenceRecommendationsJob', name, arn, status, where), ...posture };
}

/** An AI benchmark job. */
export function aiBenchmarkJobWorkload({ summary, detail }: AIBenchmarkJob, where: Where): Workload {
  const { AIBenchmarkJobName: name, AIBenchmarkJobArn: arn, AIBenchmarkJobStatus: status } = summary;
  const posture = vpcPosture(
    detail,
    'sagemaker:DescribeAIBenchmarkJob',
    name,
    'NetworkConfig.',
    ({ NetworkConfig }) => NetworkConfig?.VpcConfig,
  );
  return { kind: 'ai-benchmark-job', ...jobResource('AIBenchmarkJob', name, arn, status, where), ...posture };
}

/** The posture of a job that may be in a VPC and cannot be isolated. */
function vpcPosture<Detail extends { readonly RoleArn?: string | undefined }>(
  detail: Fact<Detail>,
  source: string,
  of: string | undefined,
  at: string,
  configOf: (detail: Detail) => VpcConfig | undefined,
): Posture & Pick<Workload, 'limits' | 'template'> {
  const limits = known({ isolation: 'jobs of this kind have no such setting' });
  if (!detail.known) return { ...unreadServing(detail.gap), isolation: [], limits };
  const origin = { source, of: of ?? '', at };
  const config = configOf(detail.value);
  return {
    placements: placementOf(config, origin),
    connections: containerConnections({ VpcConfig: config }, origin),
    unresolved: [],
    outside: outsideOf(config, origin),
    isolation: [],
    limits,
    template: jobTemplate({ name: of, role: detail.value.RoleArn }),
  };
}
