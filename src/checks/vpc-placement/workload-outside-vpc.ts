import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import type { ConnectionGround } from '../../workloads/connection.ts';
import type { Workload } from '../../workloads/workload.ts';
import { defineCheck } from '../check.ts';
import { limitVerdict, pathIn, unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { postureFacts, postureSections, postureSubjects } from '../subjects/posture-subjects.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { fail, pass, type Verdict } from '../verdict.ts';

export default defineCheck({
  id: 'workload-outside-vpc',
  title: 'Job or model runs in no VPC of yours',
  severity: 'medium',
  family: 'vpc-placement',
  requirements: {
    'AWS::SageMaker::TrainingJob': ['VPC-3'],
    'AWS::SageMaker::HyperParameterTuningJob': ['VPC-4'],
    'AWS::SageMaker::ProcessingJob': ['VPC-5'],
    'AWS::SageMaker::Model': ['VPC-6'],
    'AWS::SageMaker::TransformJob': ['VPC-6'],
    'AWS::SageMaker::EndpointConfig': ['VPC-7'],
    'AWS::SageMaker::InferenceComponent': ['VPC-6'],
    'AWS::SageMaker::AutoMLJob': ['VPC-8'],
    'AWS::SageMaker::MonitoringSchedule': ['VPC-9'],
    'AWS::SageMaker::DataQualityJobDefinition': ['VPC-9'],
    'AWS::SageMaker::ModelBiasJobDefinition': ['VPC-9'],
    'AWS::SageMaker::ModelExplainabilityJobDefinition': ['VPC-9'],
    'AWS::SageMaker::ModelQualityJobDefinition': ['VPC-9'],
    'AWS::SageMaker::CompilationJob': ['VPC-10'],
    'AWS::SageMaker::OptimizationJob': ['VPC-10'],
    'AWS::SageMaker::InferenceRecommendationsJob': ['VPC-10'],
    'AWS::SageMaker::LabelingJob': ['VPC-10'],
  },
  controls: { 'AWS::SageMaker::Model': ['Config/sagemaker-model-in-vpc'] },
  description:
    'Without a VpcConfig the containers of a job or model run in a VPC of SageMaker with access to the internet. Code in them, or a package they ' +
    'pull in, can send training data, model weights and role credentials anywhere, past every control of your network. A model decides for each ' +
    'endpoint and each batch transform job that uses it; the configuration of an endpoint decides for its inference components, and where it names no VPC, the model of each; each definition of a ' +
    'tuning job for its own training jobs; and a monitoring schedule runs as the job definition says that it holds or names.',
  remediation:
    'Jobs cannot be changed: give the template (estimator, processor, tuner, pipeline step, CI job) subnets and security groups, so that the next ' +
    'job has a VpcConfig; a finished job stays as it was. Models: create a new model with `--vpc-config`, a new endpoint configuration that names it, ' +
    'and call `aws sagemaker update-endpoint`, which moves over without downtime; endpoint configurations for inference components likewise. ' +
    'Monitoring schedules that hold their definition: `aws sagemaker update-monitoring-schedule`, in place; job definitions must be made anew and ' +
    'the schedule pointed to the new one. The VPC needs an S3 endpoint for data and artifacts.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-give-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/process-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/neo-vpc.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-model-in-vpc.html',
  ],
  needs: postureSections,
  consults: postureFacts,
  resources: (facts) => postureSubjects(facts),
  evaluate(workload) {
    const [outside] = workload.outside ?? [];
    if (outside !== undefined) return limitVerdict(workload, 'vpc') ?? outsideVerdict(workload, outside);
    const placed: Evidence[] = [];
    const subnets = new Set<string>();
    for (const placement of eachKnown(workload.placements)) {
      const { source, subnetIds, of, subnetsPath } = placement;
      placed.push({ source, path: pathIn(workload, { of, path: subnetsPath }), value: subnetIds });
      for (const id of subnetIds) subnets.add(id);
    }
    const undecided = unresolvedVerdict(workload, `where the ${sayWorkload(workload)} runs`) ?? limitVerdict(workload, 'vpc');
    return undecided ?? pass(`${sayWorkload(workload)} is in ${[...subnets].join(', ')}`, placed);
  },
});

function outsideVerdict(workload: Workload, outside: ConnectionGround): Verdict {
  const { source, of } = outside;
  const settings = workload.isolation.flatMap((part) => (part.known ? [part.value] : []));
  const at = outside.path.replace(/VpcConfig$/, '');
  const isolation = settings.find((part) => part.of === of && part.path === `${at}EnableNetworkIsolation`);
  const isolated = isolation?.value === true;
  const consequence = isolated
    ? 'network isolation keeps its containers silent, but SageMaker moves its data outside your network'
    : 'its containers reach the internet over a network of SageMaker';
  const through = of === workload.resource.name ? '' : ` (through ${of})`;
  return fail(`${sayWorkload(workload)} has no VpcConfig: ${consequence}${through}${finishedSuffix(workload)}`, [
    { source, path: pathIn(workload, outside), value: null },
    ...(isolation === undefined ? [] : [{ source, path: pathIn(workload, isolation), value: isolated }]),
  ]);
}
