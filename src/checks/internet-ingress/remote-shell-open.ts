import { known, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { clusterResource } from '../../workloads/cluster-workload.ts';
import { endpointConfigWorkload } from '../../workloads/endpoint-config-workload.ts';
import { jobWorkload } from '../../workloads/job-workload.ts';
import { spaceResource } from '../../workloads/space-resource.ts';
import { trainingJobWorkload } from '../../workloads/training-job-workload.ts';
import { defineCheck, type Subject } from '../check.ts';
import { pipelineSubjects } from '../subjects/pipeline-subjects.ts';
import * as shells from '../subjects/remote-shell-verdicts.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import type { Verdict } from '../verdict.ts';

/** What can be asked for a remote shell. Tuning jobs, and whatever else starts training jobs, have no such setting: their jobs have. */
const sections = ['endpointConfigs', 'trainingJobs', 'spaces', 'pipelines', 'jobs', 'clusters'] as const;

export default defineCheck({
  id: 'remote-shell-open',
  title: 'Containers can be entered with a remote shell',
  severity: 'medium',
  family: 'internet-ingress',
  requirements: ['ING-6'],
  controls: [],
  description:
    'AWS Systems Manager opens a shell in the containers of an endpoint (EnableSSMAccess), of a training job (EnableRemoteDebug) or of a Studio ' +
    'space (RemoteAccess). It needs no route, no public address and no open port: a credential with the right permission is enough, from ' +
    'anywhere. Whoever enters sees the data and holds the execution role. The steps of pipelines are looked at as well, and so is what the document of a ' +
    'Job names alike. Nodes of HyperPod are entered the same way, but no setting forbids it. Training jobs that are over cannot be entered, nor can containers that are isolated.',
  remediation:
    'Endpoint: create a new endpoint configuration without EnableSSMAccess and call `aws sagemaker update-endpoint`. Training job: `aws sagemaker ' +
    'update-training-job --remote-debug-config EnableRemoteDebug=false` while it runs, and change its template. Pipeline: take the setting out of the step, ' +
    'in place, by `aws sagemaker update-pipeline`. Space: `aws sagemaker update-space --space-settings RemoteAccess=DISABLED`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/ssm-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites.html',
  ],
  needs: sections,
  consults: [...sections, 'models'],
  *resources({
    endpointConfigs,
    models,
    trainingJobs,
    spaces,
    pipelines,
    jobs,
    clusters,
    scope,
  }): Generator<Fact<Subject<() => Verdict>>, void> {
    for (const config of rowsToName(endpointConfigs)) {
      yield known({ resource: endpointConfigWorkload(config, scope).resource, about: () => shells.shellOfConfig(config, models) });
    }
    for (const job of rowsToName(trainingJobs)) {
      yield known({ ...workloadSubject(trainingJobWorkload(job, scope)).value, about: () => shells.shellOfTrainingJob(job) });
    }
    for (const space of rowsToName(spaces)) yield known({ resource: spaceResource(space, scope), about: () => shells.shellOfSpace(space) });
    for (const { value } of pipelineSubjects(rowsToName(pipelines), scope)) {
      yield known({ resource: value.resource, about: () => shells.shellOfPipeline(value.about) });
    }
    for (const job of rowsToName(jobs)) {
      yield known({ ...workloadSubject(jobWorkload(job, scope)).value, about: () => shells.shellOfJob(job) });
    }
    for (const cluster of rowsToName(clusters)) yield known({ resource: clusterResource(cluster, scope), about: shells.shellOfCluster });
  },
  evaluate: (judge) => judge(),
});
