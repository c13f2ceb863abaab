import { need } from '../../inventory/fact.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'inter-container-traffic-unencrypted',
  title: 'Job on several instances sends traffic between them in clear',
  severity: 'medium',
  family: 'network-isolation',
  requirements: { 'AWS::SageMaker::TrainingJob': ['ISO-8'] },
  controls: [],
  description:
    'Distributed jobs exchange training data, gradients and weights between their instances. That traffic is not encrypted unless ' +
    'EnableInterContainerTrafficEncryption is set; network isolation does not concern it. A job on one instance has no such traffic.',
  remediation:
    'A job cannot be changed: set the flag in its template (`encrypt_inter_container_traffic=True` in the Python SDK), so that the next one has it. ' +
    'In a VPC the security group must admit UDP 500 and protocol 50 (ESP) from itself, both ways. Training with much communication takes longer.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
  needs: ['trainingJobs'],
  consults: ['trainingJobs'],
  *resources({ trainingJobs, scope }) {
    for (const workload of workloadsOf({ trainingJobs }, scope)) yield workloadSubject(workload);
  },
  evaluate(workload) {
    if (workload.traffic === undefined) return notApplicable(`a ${sayWorkload(workload)} has no traffic between containers`);
    const { instances, encrypted } = need(workload.traffic);
    const evidence = [
      { source: encrypted.source, path: encrypted.path, value: encrypted.stated ? encrypted.value : null },
      { source: instances.source, path: instances.path, value: instances.value ?? null },
    ] as const;
    if (encrypted.value) return pass(`${sayWorkload(workload)} encrypts the traffic between its instances`, evidence);
    if (instances.value === undefined) return unknown('AWS did not say on how many instances the job runs', evidence);
    if (instances.value <= 1) return notApplicable('runs on one instance: there is no traffic between instances', evidence);
    return fail(`${sayWorkload(workload)} sends traffic between its ${instances.value} instances in clear${finishedSuffix(workload)}`, [
      ...evidence,
    ]);
  },
});
