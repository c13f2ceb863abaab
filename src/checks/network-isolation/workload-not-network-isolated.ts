import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { limitVerdict, neverIsolated, pathIn, unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { postureFacts, postureSections, postureSubjects } from '../subjects/posture-subjects.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export default defineCheck({
  id: 'workload-not-network-isolated',
  title: 'Job or model runs without network isolation',
  severity: 'medium',
  family: 'network-isolation',
  requirements: {
    'AWS::SageMaker::TrainingJob': ['ISO-1'],
    'AWS::SageMaker::Model': ['ISO-2'],
    'AWS::SageMaker::TransformJob': ['ISO-2'],
    'AWS::SageMaker::EndpointConfig': ['ISO-3'],
    'AWS::SageMaker::InferenceComponent': ['ISO-2'],
    'AWS::SageMaker::ProcessingJob': ['ISO-4'],
    'AWS::SageMaker::HyperParameterTuningJob': ['ISO-5'],
    'AWS::SageMaker::MonitoringSchedule': ['ISO-6'],
    'AWS::SageMaker::DataQualityJobDefinition': ['ISO-7'],
    'AWS::SageMaker::ModelBiasJobDefinition': ['ISO-7'],
    'AWS::SageMaker::ModelExplainabilityJobDefinition': ['ISO-7'],
    'AWS::SageMaker::ModelQualityJobDefinition': ['ISO-7'],
  },
  controls: {
    'AWS::SageMaker::Model': ['SecurityHub/SageMaker.5', 'Config/sagemaker-model-isolation-enabled'],
    'AWS::SageMaker::DataQualityJobDefinition': ['SecurityHub/SageMaker.11', 'Config/sagemaker-data-quality-job-isolation'],
    'AWS::SageMaker::ModelBiasJobDefinition': ['SecurityHub/SageMaker.12', 'Config/sagemaker-model-bias-job-isolation'],
    'AWS::SageMaker::MonitoringSchedule': ['SecurityHub/SageMaker.14', 'Config/sagemaker-monitoring-schedule-isolation'],
    'AWS::SageMaker::ModelExplainabilityJobDefinition': [
      'SecurityHub/SageMaker.20',
      'Config/sagemaker-model-explainability-job-network-isolation',
    ],
    'AWS::SageMaker::ModelQualityJobDefinition': ['SecurityHub/SageMaker.25', 'Config/sagemaker-model-quality-job-definition-isolation'],
  },
  description:
    'With network isolation the containers make no network call at all, not even to S3, and hold no credentials; SageMaker moves their data for them. ' +
    'Without it, code in the container reaches whatever its network reaches, with the credentials of the execution role at hand. Isolation is off ' +
    'unless asked for. A transform job is as isolated as its model, an inference component as the configuration of its endpoint or its model, a monitoring schedule as the job definition that it holds or names. What AWS ' +
    'offers no isolation for is not failed: serverless variants, AutoML jobs, the managed images of SageMaker Clarify, Chainer and SageMaker RL.',
  remediation:
    'Jobs cannot be changed: set `EnableNetworkIsolation` in the template (`enable_network_isolation=True` in the Python SDK, in the NetworkConfig of ' +
    'processing jobs); a finished job stays as it was. Models: create a new model with `--enable-network-isolation`, a new endpoint configuration, and call ' +
    '`aws sagemaker update-endpoint`; endpoint configurations for inference components likewise. Monitoring schedules that hold their definition: `aws ' +
    'sagemaker update-monitoring-schedule`, in place; job definitions must be deleted and made anew. Code that fetches packages or calls AWS services from ' +
    'inside the container must be changed first.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-5',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-14',
  ],
  needs: postureSections,
  consults: postureFacts,
  resources: (facts) => postureSubjects(facts),
  evaluate(workload) {
    const what = sayWorkload(workload);
    const impossible = neverIsolated(workload);
    if (impossible !== undefined) return impossible;
    const isolated: Evidence[] = [];
    const exempt: (Evidence & { readonly image: string })[] = [];
    for (const part of eachKnown(workload.isolation)) {
      const { value, source, stated, exemptImage } = part;
      const evidence = { source, path: pathIn(workload, part), value: stated ? value : null };
      if (value) isolated.push(evidence);
      else if (exemptImage !== undefined) exempt.push({ ...evidence, image: exemptImage });
      else {
        const limited = limitVerdict(workload, 'isolation');
        if (limited !== undefined) return limited;
        const consequence = 'its containers can use the network and the credentials of the execution role';
        const through = part.of === workload.resource.name ? '' : ` (through ${part.of})`;
        return fail(`${what} is not isolated: ${consequence}${through}${finishedSuffix(workload)}`, [evidence]);
      }
    }
    const undecided = unresolvedVerdict(workload, `whether the ${what} is isolated`);
    if (undecided !== undefined) return undecided;
    const [first] = exempt;
    if (first !== undefined) {
      const { image, ...evidence } = first;
      return notApplicable(`the managed image ${image} cannot run isolated`, [evidence]);
    }
    if (isolated.length > 0) return pass(`${what} is isolated from every network`, isolated);
    return limitVerdict(workload, 'isolation') ?? notApplicable(`a ${what} has no network isolation of its own`);
  },
});
