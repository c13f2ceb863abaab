import type { Evidence } from '../../core/evidence.ts';
import { missing, need, type Fact } from '../../inventory/fact.ts';
import { isFinishedJob } from '../../inventory/finished-job.ts';
import type { EndpointConfig } from '../../inventory/sections/endpoint-configs.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Job } from '../../inventory/sections/jobs.ts';
import type { Model } from '../../inventory/sections/models.ts';
import type { Pipeline } from '../../inventory/sections/pipelines.ts';
import type { Space } from '../../inventory/sections/spaces.ts';
import type { TrainingJob } from '../../inventory/sections/training-jobs.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';

/**
 * Off where it is absent, and without effect in containers that are isolated, by their model or by the configuration:
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html
 * https://docs.aws.amazon.com/sagemaker/latest/dg/ssm-access.html#ssm-access-container
 */
export function shellOfConfig({ detail }: EndpointConfig, models: Fact<readonly Model[]>): Verdict {
  const { ProductionVariants, ShadowProductionVariants, EnableNetworkIsolation } = need(detail);
  if (ProductionVariants === undefined) return unknown('AWS named no variants of the configuration');
  const source = 'sagemaker:DescribeEndpointConfig';
  const open: Evidence[] = [];
  const shut: Evidence[] = [];
  const unread: Fact<unknown>[] = [];
  for (const [list, variants] of Object.entries({ ProductionVariants, ShadowProductionVariants })) {
    for (const [at, { VariantName, ModelName, EnableSSMAccess }] of (variants ?? []).entries()) {
      if (EnableSSMAccess !== true) continue;
      const flag = { source, path: `${list}[${at}].EnableSSMAccess (${VariantName ?? ''})`, value: EnableSSMAccess };
      const model = modelOf(ModelName, models);
      if (EnableNetworkIsolation === true) shut.push(flag, { source, path: 'EnableNetworkIsolation', value: true });
      else if (model?.known === false) unread.push(model);
      else if (model?.value.EnableNetworkIsolation === true) {
        shut.push(flag, { source: 'sagemaker:DescribeModel', path: `${ModelName ?? ''}: EnableNetworkIsolation`, value: true });
      } else open.push(flag);
    }
  }
  const [first, ...others] = open;
  if (first !== undefined) {
    const count = open.length === 1 ? 'a variant lets' : `${open.length} variants let`;
    return fail(`${count} Systems Manager open a shell in the containers`, [first, ...others]);
  }
  for (const fact of unread) need(fact);
  if (shut.length > 0) return pass('network isolation keeps Systems Manager out, although a variant lets it in', shut);
  return pass('no variant lets Systems Manager into its containers');
}

/** What the model of a variant says; undefined where no model is named, or none of the name is there any more. */
function modelOf(name: string | undefined, models: Fact<readonly Model[]>): Model['detail'] | undefined {
  if (name === undefined) return undefined;
  if (models.known) return indexBy(models.value, modelNameOf).get(name)?.detail;
  return [...rowsToName(models)].find((model) => modelNameOf(model) === name)?.detail ?? missing(models.gap);
}

const modelNameOf = ({ summary }: Model): string | undefined => summary.ModelName;

/**
 * Off where it is absent, and without effect in isolation and after the end of the job:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html
 *
 * Of finished jobs nothing is looked at: Search, which reads most of them, does not tell.
 */
export function shellOfTrainingJob({ summary, detail }: TrainingJob): Verdict {
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
export function shellOfSpace({ summary }: Space): Verdict {
  const access = summary.SpaceSettingsSummary?.RemoteAccess;
  const evidence = { source: 'sagemaker:ListSpaces', path: 'SpaceSettingsSummary.RemoteAccess', value: access ?? null };
  if (access === 'DISABLED') return pass('the space admits no remote connection', [evidence]);
  if (access === 'ENABLED') return fail('the space admits remote connections through Systems Manager', [evidence]);
  if (access === undefined) return unknown('AWS did not say whether the space admits remote connections', [evidence]);
  return unknown(`this version does not know RemoteAccess=${String(access)}`, [evidence]);
}

/** What the steps of a pipeline say of the training jobs and endpoint configurations that they make. */
export function shellOfPipeline({ detail }: Pipeline): Verdict {
  const steps = need(detail).Steps;
  if (steps === null) return unknown('the definition of the pipeline could not be read');
  const offering = steps.filter(({ Type }) => Type === 'Training' || Type === 'EndpointConfig');
  const evidence = offering
    .filter(({ RemoteShell, EnableNetworkIsolation }) => RemoteShell === 'set' && EnableNetworkIsolation !== 'set')
    .map(({ Name, Type }): Evidence => {
      const path = Type === 'Training' ? 'RemoteDebugConfig.EnableRemoteDebug' : 'ProductionVariants[].EnableSSMAccess';
      return { source: 'sagemaker:DescribePipeline', path: `${Type} step ${Name}: ${path}`, value: true };
    });
  const [first, ...others] = evidence;
  if (first !== undefined) return fail('a step lets Systems Manager open a shell in the containers that it makes', [first, ...others]);
  if (offering.some(({ RemoteShell }) => RemoteShell === 'parameter')) {
    return unknown('a parameter of the pipeline decides whether a step lets Systems Manager in');
  }
  if (offering.some(({ RemoteShell }) => RemoteShell === 'unclear')) {
    return unknown('a step says in no form that this version knows whether it lets Systems Manager in');
  }
  if (offering.length === 0) return notApplicable('no step of the pipeline makes what a remote shell can be asked for');
  return pass('no step lets Systems Manager into the containers that it makes');
}

/** The schemas of its document are not published: what it does not say is not concluded from. */
export function shellOfJob({ summary, detail }: Job): Verdict {
  const { Readable, RemoteShells } = need(detail).Network;
  if (!Readable) return unknown('the configuration document of the job could not be read');
  const [first, ...others] = RemoteShells.map((name): Evidence => {
    return { source: 'sagemaker:DescribeJob', path: `JobConfigDocument: ${name}`, value: true };
  });
  if (first === undefined) return notApplicable('the configuration document of the job names no setting for a remote shell');
  const finished = isFinishedJob(summary.JobStatus) ? '; the job is finished' : '';
  return fail(`the job lets Systems Manager open a shell in its containers${finished}`, [first, ...others]);
}

/** Nodes run the agent of Systems Manager from their first start, and nothing in the API turns it off. */
export function shellOfCluster(): Verdict {
  return notApplicable(
    'nodes of HyperPod are always entered through Systems Manager, with no setting to forbid it: permissions decide alone',
  );
}
