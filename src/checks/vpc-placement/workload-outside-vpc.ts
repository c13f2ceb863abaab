import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, pass } from '../verdict.ts';

const describeOf = { 'training-job': 'sagemaker:DescribeTrainingJob', model: 'sagemaker:DescribeModel' } as const;

export default defineCheck({
  id: 'workload-outside-vpc',
  title: 'Job or model runs in no VPC of yours',
  severity: 'high',
  family: 'vpc-placement',
  requirements: { 'AWS::SageMaker::TrainingJob': ['VPC-3'], 'AWS::SageMaker::Model': ['VPC-6'] },
  controls: { 'AWS::SageMaker::Model': ['Config/sagemaker-model-in-vpc'] },
  description:
    'Without a VpcConfig the containers of a job or model run in a VPC of SageMaker with access to the internet. Code in them, or a package they ' +
    'pull in, can send training data, model weights and role credentials anywhere, past every control of your network. A model decides for each ' +
    'endpoint and each batch transform job that uses it.',
  remediation:
    'Neither can be changed in place. Training jobs: give the template (estimator, pipeline step, CI job) subnets and security groups, so that the next ' +
    'job has a VpcConfig; a finished job stays as it was. Models: create a new model with `--vpc-config`, a new endpoint configuration that names it, ' +
    'and call `aws sagemaker update-endpoint`, which moves over without downtime. The VPC needs an S3 endpoint for data and artifacts.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-model-in-vpc.html',
  ],
  needs: ['trainingJobs', 'models'],
  consults: ['trainingJobs', 'models'],
  *resources({ trainingJobs, models, scope }) {
    for (const workload of workloadsOf({ trainingJobs, models }, scope)) yield workloadSubject(workload);
  },
  evaluate(workload) {
    const source = workload.kind === 'model' ? describeOf.model : describeOf['training-job'];
    for (const { subnetIds, subnetsPath } of eachKnown(workload.placements)) {
      return pass(`${sayWorkload(workload)} is in ${subnetIds.join(', ')}`, [{ source, path: subnetsPath, value: subnetIds }]);
    }
    const isolated = workload.isolation?.known === true && workload.isolation.value.value;
    const evidence: [Evidence, ...Evidence[]] = [
      { source, path: 'VpcConfig', value: null },
      { source, path: 'EnableNetworkIsolation', value: isolated },
    ];
    const consequence = isolated
      ? 'network isolation keeps its containers silent, but SageMaker moves its data outside your network'
      : 'its containers reach the internet over a network of SageMaker';
    return fail(`${sayWorkload(workload)} has no VpcConfig: ${consequence}${finishedSuffix(workload)}`, evidence);
  },
});
