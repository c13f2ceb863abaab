import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import type { ClusterTraffic } from '../../workloads/workload.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { clusterSections } from '../subjects/cluster-sections.ts';
import { unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'inter-container-traffic-unencrypted',
  title: 'Job on several instances sends traffic between them in clear',
  severity: 'medium',
  family: 'network-isolation',
  requirements: {
    'AWS::SageMaker::TrainingJob': ['ISO-8'],
    'AWS::SageMaker::ProcessingJob': ['ISO-8'],
    'AWS::SageMaker::HyperParameterTuningJob': ['ISO-8'],
    'AWS::SageMaker::AutoMLJob': ['ISO-8'],
    'AWS::SageMaker::MonitoringSchedule': ['ISO-8'],
    'AWS::SageMaker::DataQualityJobDefinition': ['ISO-8'],
    'AWS::SageMaker::ModelBiasJobDefinition': ['ISO-8'],
    'AWS::SageMaker::ModelExplainabilityJobDefinition': ['ISO-8'],
    'AWS::SageMaker::ModelQualityJobDefinition': ['ISO-8'],
  },
  controls: {
    'AWS::SageMaker::DataQualityJobDefinition': ['SecurityHub/SageMaker.9', 'Config/sagemaker-data-quality-job-encrypt-in-transit'],
    'AWS::SageMaker::ModelExplainabilityJobDefinition': [
      'SecurityHub/SageMaker.10',
      'Config/sagemaker-model-explainability-job-encrypt-in-transit',
    ],
    'AWS::SageMaker::ModelQualityJobDefinition': ['SecurityHub/SageMaker.13', 'Config/sagemaker-model-quality-job-encrypt-in-transit'],
    'AWS::SageMaker::ModelBiasJobDefinition': ['SecurityHub/SageMaker.15', 'Config/sagemaker-model-bias-job-encrypt-in-transit'],
    'AWS::SageMaker::MonitoringSchedule': ['SecurityHub/SageMaker.22', 'Config/sagemaker-monitoring-schedule-traffic-encryption'],
  },
  description:
    'Distributed jobs exchange training data, gradients and weights between their instances. That traffic is not encrypted unless ' +
    'EnableInterContainerTrafficEncryption is set; network isolation does not concern it. A job on one instance has no such traffic. AutoML jobs choose ' +
    'the number of their instances themselves, so that only the flag decides; AWS documents no default for it there.',
  remediation:
    'A job cannot be changed: set the flag in its template (`encrypt_inter_container_traffic=True` in the Python SDK), so that the next one has it. ' +
    'Neither monitoring schedules nor job definitions take it in place: create them anew with it (`aws sagemaker create-monitoring-schedule`), and delete the ' +
    'old ones. ' +
    'In a VPC the security group must admit UDP 500 and protocol 50 (ESP) from itself, both ways. Training with much communication takes longer.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_NetworkConfig.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-22',
  ],
  needs: clusterSections,
  consults: clusterSections,
  *resources(facts) {
    for (const workload of workloadsOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload) {
    const what = sayWorkload(workload);
    const encrypted: Evidence[] = [];
    const alone: Evidence[] = [];
    const undecided: { readonly reason: string; readonly evidence: readonly Evidence[] }[] = [];
    for (const traffic of eachKnown(workload.traffic ?? [])) {
      const { instances, encrypted: flag, chosenByService } = traffic;
      const evidence = evidenceOf(traffic);
      if (flag.value === true) encrypted.push(...evidence);
      else if (flag.value === undefined) undecided.push({ reason: 'AWS documents no default for the flag, which is absent', evidence });
      else if (chosenByService !== true && instances.value === undefined) {
        undecided.push({ reason: 'AWS did not say on how many instances the job runs', evidence });
      } else if (chosenByService !== true && (instances.value ?? 0) <= 1) alone.push(...evidence);
      else {
        const whose = chosenByService === true ? 'the instances that AWS chooses' : `its ${instances.value} instances`;
        return fail(`${what} sends traffic between ${whose} in clear${finishedSuffix(workload)}`, evidence);
      }
    }
    const unresolved = unresolvedVerdict(workload, `whether the ${what} encrypts the traffic between its instances`);
    if (unresolved !== undefined) return unresolved;
    const [first] = undecided;
    if (first !== undefined) return unknown(first.reason, first.evidence);
    if (encrypted.length > 0) return pass(`${what} encrypts the traffic between its instances`, [...encrypted, ...alone]);
    if (alone.length > 0) return notApplicable('runs on one instance: there is no traffic between instances', alone);
    return notApplicable(`a ${what} has no traffic between containers`);
  },
});

function evidenceOf({ instances, encrypted, chosenByService }: ClusterTraffic): readonly [Evidence, ...Evidence[]] {
  return [
    { source: encrypted.source, path: encrypted.path, value: encrypted.stated ? (encrypted.value ?? null) : null },
    ...(chosenByService === true ? [] : [{ source: instances.source, path: instances.path, value: instances.value ?? null }]),
  ];
}
