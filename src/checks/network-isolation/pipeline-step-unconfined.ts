import type { Evidence } from '../../core/evidence.ts';
import { known, need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribePipeline';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

/** Steps whose settings this version knows to find. */
const judged = new Set(['Training', 'Processing', 'Tuning', 'Model', 'AutoML', 'QualityCheck', 'ClarifyCheck']);

export default defineCheck({
  id: 'pipeline-step-unconfined',
  title: 'Pipeline starts jobs with neither a VPC nor network isolation',
  severity: 'high',
  family: 'network-isolation',
  requirements: ['ISO-10'],
  controls: [],
  description:
    'The steps of a pipeline are the templates of its jobs and models. A step that names no VPC and is not isolated makes, at every run, containers with ' +
    'the internet before them and the credentials of the role in them. Looked at: training, processing, tuning, model, AutoML and check steps, those ' +
    'inside conditions too. Of the definition nothing but these settings is kept. What a parameter decides is only known when the pipeline runs.',
  remediation:
    'Can be changed in place: give the steps a `VpcConfig` (processing: `NetworkConfig`) or `EnableNetworkIsolation`, in the Python SDK by `subnets=`, ' +
    '`security_group_ids=` and `enable_network_isolation=True`, and call `aws sagemaker update-pipeline`. Jobs of earlier runs stay as they were.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/define-pipeline.html',
  ],
  needs: ['pipelines'],
  *resources({ pipelines, scope: { account, region } }) {
    for (const pipeline of pipelines) {
      const { PipelineName: name = '', PipelineArn: arn = '' } = pipeline.summary;
      yield known({ resource: { type: 'AWS::SageMaker::Pipeline', name, arn, account, region }, about: pipeline });
    }
  },
  evaluate(pipeline) {
    const steps = need(pipeline.detail).Steps;
    if (steps === null) return unknown('the definition of the pipeline could not be read');
    const bare = steps.filter(({ VpcConfig, EnableNetworkIsolation }) => VpcConfig === 'absent' && EnableNetworkIsolation === 'absent');
    const [first, ...rest] = bare
      .filter(({ Type }) => judged.has(Type))
      .slice(0, shown)
      .map(({ Name, Type }): Evidence => ({ source, path: `${Type} step ${Name}: VpcConfig, EnableNetworkIsolation`, value: null }));
    if (first !== undefined) return fail('a step has neither a VPC nor network isolation', [first, ...rest]);
    const strange = steps.find(({ Type }) => !judged.has(Type));
    if (strange !== undefined) return unknown(`this version does not know steps of type ${strange.Type}`);
    if (steps.length === 0) return notApplicable('no step of the pipeline starts a job or makes a model');
    const open = steps.filter(({ VpcConfig, EnableNetworkIsolation }) => VpcConfig !== 'set' && EnableNetworkIsolation !== 'set');
    if (open.length > 0) return unknown('a parameter of the pipeline decides whether a step has a VPC or is isolated');
    const evidence = steps.slice(0, shown).map(({ Name, Type, VpcConfig, EnableNetworkIsolation }): Evidence => {
      return { source, path: `${Type} step ${Name}`, value: { VpcConfig, EnableNetworkIsolation } };
    });
    return pass('every step has a VPC or is isolated', evidence);
  },
});
