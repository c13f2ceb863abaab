import type { Evidence } from '../../core/evidence.ts';
import { eachKnown, known, missing, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { PipelineStep } from '../../inventory/pipeline-step.ts';
import type { Model } from '../../inventory/sections/models.ts';
import { defineCheck } from '../check.ts';
import { pipelineSubjects } from '../subjects/pipeline-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

/** Steps whose settings this version knows to find. */
const judged = new Set([
  'Training',
  'Processing',
  'Tuning',
  'Model',
  'AutoML',
  'QualityCheck',
  'ClarifyCheck',
  'Transform',
  'EndpointConfig',
]);

export default defineCheck({
  id: 'pipeline-step-unconfined',
  title: 'Pipeline starts jobs with neither a VPC nor network isolation',
  severity: 'high',
  family: 'network-isolation',
  requirements: ['ISO-10'],
  controls: [],
  description:
    'The steps of a pipeline are the templates of its jobs and models. A step that names no VPC and is not isolated makes, at every run, containers with ' +
    'the internet before them and the credentials of the role in them. Looked at: training, processing, tuning, model, AutoML, transform, endpoint ' +
    'configuration and check steps, those inside conditions too. A transform step is where its model is: one of the pipeline, or one that is there ' +
    'already. AutoML has no isolation, so that its steps need a VPC. Of the definition nothing but these settings is kept. What a parameter decides is only ' +
    'known when the pipeline runs.',
  remediation:
    'Can be changed in place: give the steps a `VpcConfig` (processing and checks: `NetworkConfig`; AutoML: `AutoMLJobConfig.SecurityConfig`) or ' +
    '`EnableNetworkIsolation`, in the Python SDK by `subnets=`, `security_group_ids=` and `enable_network_isolation=True`, and call `aws sagemaker ' +
    'update-pipeline`. Jobs of earlier runs stay as they were. A model that is there already must be made anew.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/define-pipeline.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html',
  ],
  needs: ['pipelines'],
  consults: ['models'],
  resources: ({ pipelines, scope }) => pipelineSubjects(pipelines, scope),
  evaluate(pipeline, { models }) {
    const all = need(pipeline.detail).Steps;
    if (all === null) return unknown('the definition of the pipeline could not be read');
    // What another step makes is judged there.
    const steps = all.filter(({ ModelStep }) => ModelStep === undefined);
    const placed = steps.filter(({ ModelName }) => ModelName === undefined);
    const [first, ...rest] = placed
      .filter(isBare)
      .filter(({ Type }) => judged.has(Type))
      .slice(0, shown)
      .map(nothingOf);
    if (first !== undefined) return fail('a step has neither a VPC nor network isolation', [first, ...rest]);
    const byModels: NamedModel[] = [];
    for (const model of eachKnown(steps.flatMap((step) => (step.ModelName === undefined ? [] : [modelOf(step, step.ModelName, models)])))) {
      const { evidence, confined } = model;
      if (evidence !== undefined && !confined) return fail('a step runs a model that has neither a VPC nor network isolation', [evidence]);
      byModels.push(model);
    }
    const strange = steps.find(({ Type }) => !judged.has(Type));
    if (strange !== undefined) return unknown(`this version does not know steps of type ${strange.Type}`);
    if (all.length === 0) return notApplicable('no step of the pipeline starts a job or makes a model');
    const lost = byModels.find(({ evidence }) => evidence === undefined);
    if (lost !== undefined) return unknown(`a step runs the model ${lost.name}, which does not exist`);
    const doubtful = placed.filter(({ VpcConfig, EnableNetworkIsolation }) => VpcConfig !== 'set' && EnableNetworkIsolation !== 'set');
    const unclear = doubtful.find(({ VpcConfig, EnableNetworkIsolation }) => [VpcConfig, EnableNetworkIsolation].includes('unclear'));
    if (unclear?.Type === 'AutoML') {
      return unknown('AWS does not document that an AutoML step heeds a SecurityConfig outside its AutoMLJobConfig');
    }
    if (unclear !== undefined)
      return unknown(`the VpcConfig or the isolation of the ${unclear.Type} step ${unclear.Name} is in no form that this version knows`);
    if (doubtful.length > 0) return unknown('a parameter of the pipeline decides whether a step has a VPC or is isolated');
    const evidence = placed.map(({ Name, Type, VpcConfig, EnableNetworkIsolation }): Evidence => {
      return { source, path: `${Type} step ${Name}`, value: { VpcConfig, EnableNetworkIsolation } };
    });
    return pass('every step has a VPC or is isolated', [...evidence, ...byModels.flatMap(({ evidence: of }) => of ?? [])].slice(0, shown));
  },
});

const source = 'sagemaker:DescribePipeline';

function isBare({ VpcConfig, EnableNetworkIsolation }: PipelineStep): boolean {
  return VpcConfig === 'absent' && EnableNetworkIsolation === 'absent';
}

function nothingOf({ Name, Type }: PipelineStep): Evidence {
  return { source, path: `${Type} step ${Name}: VpcConfig, EnableNetworkIsolation`, value: null };
}

interface NamedModel {
  readonly name: string;
  readonly confined: boolean;
  /** Where it says so; without it there is no such model. */
  readonly evidence: Evidence | undefined;
}

/** The model of the account that a step names. */
function modelOf({ Name, Type }: PipelineStep, name: string, models: Fact<readonly Model[]>): Fact<NamedModel> {
  if (!models.known) return missing(models.gap);
  const model = indexBy(models.value, modelNameOf).get(name);
  if (model === undefined) return known({ name, confined: false, evidence: undefined });
  if (!model.detail.known) return missing(model.detail.gap);
  const { VpcConfig, EnableNetworkIsolation } = model.detail.value;
  const confined = EnableNetworkIsolation === true || (VpcConfig?.Subnets ?? []).length > 0;
  return known({
    name,
    confined,
    evidence: {
      source: 'sagemaker:DescribeModel',
      path: `${Type} step ${Name}: model ${name}`,
      value: confined ? { EnableNetworkIsolation: EnableNetworkIsolation ?? false, VpcConfig: VpcConfig !== undefined } : null,
    },
  });
}

const modelNameOf = ({ summary }: Model): string | undefined => summary.ModelName;
