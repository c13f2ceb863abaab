import type { Evidence } from '../../core/evidence.ts';
import { known, need, type Fact } from '../../inventory/fact.ts';
import { isFinishedJob } from '../../inventory/finished-job.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { EndpointConfig } from '../../inventory/sections/endpoint-configs.ts';
import type { Space } from '../../inventory/sections/spaces.ts';
import type { TrainingJob } from '../../inventory/sections/training-jobs.ts';
import { spaceResource } from '../../workloads/space-resource.ts';
import { trainingJobWorkload } from '../../workloads/training-job-workload.ts';
import type { Where } from '../../workloads/where.ts';
import { defineCheck, type Subject } from '../check.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';

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
    'anywhere. Whoever enters sees the data and holds the execution role. Training jobs that are over cannot be entered.',
  remediation:
    'Endpoint: create a new endpoint configuration without EnableSSMAccess and call `aws sagemaker update-endpoint`. Training job: `aws sagemaker ' +
    'update-training-job --remote-debug-config EnableRemoteDebug=false` while it runs, and change its template. Space: `aws sagemaker update-space ' +
    '--space-settings RemoteAccess=DISABLED`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/ssm-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access.html',
  ],
  needs: ['endpointConfigs', 'trainingJobs', 'spaces'],
  consults: ['endpointConfigs', 'trainingJobs', 'spaces'],
  *resources({ endpointConfigs, trainingJobs, spaces, scope }): Generator<Fact<Subject<() => Verdict>>, void> {
    for (const config of rowsToName(endpointConfigs)) {
      yield known({ resource: configResource(config, scope), about: () => judgeConfig(config) });
    }
    for (const job of rowsToName(trainingJobs)) {
      yield known({ resource: trainingJobWorkload(job, scope).resource, about: () => judgeJob(job) });
    }
    for (const space of rowsToName(spaces)) yield known({ resource: spaceResource(space, scope), about: () => judgeSpace(space) });
  },
  evaluate: (judge) => judge(),
});

function configResource({ summary }: EndpointConfig, { account, region }: Where) {
  const { EndpointConfigName: name = '', EndpointConfigArn: arn = '' } = summary;
  return { type: 'AWS::SageMaker::EndpointConfig', name, arn, account, region };
}

/** Off where it is absent: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html */
function judgeConfig({ detail }: EndpointConfig): Verdict {
  const { ProductionVariants, ShadowProductionVariants } = need(detail);
  if (ProductionVariants === undefined) return unknown('AWS named no variants of the configuration');
  const open: Evidence[] = [];
  for (const [list, variants] of Object.entries({ ProductionVariants, ShadowProductionVariants })) {
    for (const [at, { VariantName, EnableSSMAccess }] of (variants ?? []).entries()) {
      if (EnableSSMAccess !== true) continue;
      open.push({
        source: 'sagemaker:DescribeEndpointConfig',
        path: `${list}[${at}].EnableSSMAccess (${VariantName ?? ''})`,
        value: EnableSSMAccess,
      });
    }
  }
  const [first, ...others] = open;
  if (first === undefined) return pass('no variant lets Systems Manager into its containers');
  const count = open.length === 1 ? 'a variant lets' : `${open.length} variants let`;
  return fail(`${count} Systems Manager open a shell in the containers`, [first, ...others]);
}

/**
 * Off where it is absent, and without effect in isolation and after the end of the job:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html
 *
 * Of finished jobs nothing is looked at: Search, which reads most of them, does not tell.
 */
function judgeJob({ summary, detail }: TrainingJob): Verdict {
  if (isFinishedJob(summary.TrainingJobStatus)) {
    const status = { source: 'sagemaker:ListTrainingJobs', path: 'TrainingJobStatus', value: summary.TrainingJobStatus ?? null };
    return notApplicable('the job is over, and no container is left to enter', [status]);
  }
  const { RemoteDebugConfig, EnableNetworkIsolation } = need(detail);
  const source = 'sagemaker:DescribeTrainingJob';
  const enabled = RemoteDebugConfig?.EnableRemoteDebug;
  const evidence = { source, path: 'RemoteDebugConfig.EnableRemoteDebug', value: enabled ?? null };
  if (enabled !== true) return pass('remote debugging is off', [evidence]);
  if (EnableNetworkIsolation === true) {
    return pass('network isolation keeps Systems Manager out, although remote debugging is on', [
      evidence,
      { source, path: 'EnableNetworkIsolation', value: true },
    ]);
  }
  return fail('remote debugging lets Systems Manager open a shell in the containers', [evidence]);
}

/** AWS documents no default for the field. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceSettingsSummary.html */
function judgeSpace({ SpaceSettingsSummary }: Space): Verdict {
  const access = SpaceSettingsSummary?.RemoteAccess;
  const evidence = { source: 'sagemaker:ListSpaces', path: 'SpaceSettingsSummary.RemoteAccess', value: access ?? null };
  if (access === 'DISABLED') return pass('the space admits no remote connection', [evidence]);
  if (access === 'ENABLED') return fail('the space admits remote connections through Systems Manager', [evidence]);
  if (access === undefined) return unknown('AWS did not say whether the space admits remote connections', [evidence]);
  return unknown(`this version does not know RemoteAccess=${String(access)}`, [evidence]);
}
