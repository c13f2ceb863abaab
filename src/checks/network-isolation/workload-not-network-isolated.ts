import { need } from '../../inventory/fact.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export default defineCheck({
  id: 'workload-not-network-isolated',
  title: 'Job or model runs without network isolation',
  severity: 'medium',
  family: 'network-isolation',
  requirements: { 'AWS::SageMaker::TrainingJob': ['ISO-1'], 'AWS::SageMaker::Model': ['ISO-2'] },
  controls: { 'AWS::SageMaker::Model': ['SecurityHub/SageMaker.5', 'Config/sagemaker-model-isolation-enabled'] },
  description:
    'With network isolation the containers make no network call at all, not even to S3, and hold no credentials; SageMaker moves their data for them. ' +
    'Without it, code in the container reaches whatever its network reaches, with the credentials of the execution role at hand. Isolation is off ' +
    'unless asked for.',
  remediation:
    'Neither can be changed in place. Training jobs: set `EnableNetworkIsolation` in the template (`enable_network_isolation=True` in the Python SDK); a ' +
    'finished job stays as it was. Models: create a new model with `--enable-network-isolation`, a new endpoint configuration, and call ' +
    '`aws sagemaker update-endpoint`. Code that fetches packages or calls AWS services from inside the container must be changed first; the managed ' +
    'Chainer and SageMaker RL containers cannot run isolated.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-5',
  ],
  needs: ['trainingJobs', 'models'],
  consults: ['trainingJobs', 'models'],
  *resources({ trainingJobs, models, scope }) {
    for (const workload of workloadsOf({ trainingJobs, models }, scope)) yield workloadSubject(workload);
  },
  evaluate(workload) {
    if (workload.isolation === undefined) return notApplicable(`a ${sayWorkload(workload)} has no network isolation of its own`);
    const { value, source, path, stated } = need(workload.isolation);
    const evidence = { source, path, value: stated ? value : null };
    if (value) return pass(`${sayWorkload(workload)} is isolated from every network`, [evidence]);
    const consequence = 'its containers can use the network and the credentials of the execution role';
    return fail(`${sayWorkload(workload)} is not isolated: ${consequence}${finishedSuffix(workload)}`, [evidence]);
  },
});
