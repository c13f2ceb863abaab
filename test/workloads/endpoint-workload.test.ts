import { describe, expect, it } from 'vitest';
import { known, missing, type Fact } from '../../src/inventory/fact.ts';
import type { EndpointConfigDetail } from '../../src/inventory/sections/endpoint-configs.ts';
import type { InferenceComponent } from '../../src/inventory/sections/inference-components.ts';
import type { Model } from '../../src/inventory/sections/models.ts';
import { endpointWorkload } from '../../src/workloads/endpoint-workload.ts';
import { account, endpoint, endpointConfig, model, refused, region } from '../support/rows.ts';
import { inferenceComponent, inVpc } from '../support/rows-jobs.ts';

const where = { partition: 'aws', account, region };
const outside = model('model-1', { VpcConfig: undefined, EnableNetworkIsolation: false });

/** To what the endpoint is connected, each as `kind of`. */
function connections(
  config: Partial<EndpointConfigDetail>,
  components: Fact<readonly InferenceComponent[]> = known([]),
  models: readonly Model[] = [model()],
): readonly string[] {
  const parts = { endpointConfigs: known([endpointConfig('config-1', config)]), models: known(models), inferenceComponents: components };
  return endpointWorkload(endpoint(), parts, where).connections.map((each) =>
    each.known ? `${each.value.kind} ${each.value.ground.of}` : each.gap.operation,
  );
}

const held = { ProductionVariants: [{ VariantName: 'main' }] };

describe('an endpoint for inference components', () => {
  it('is where its configuration says', () =>
    expect(connections({ ...held, VpcConfig: inVpc }, known([inferenceComponent()]))).toEqual(['vpc config-1']));

  it('is isolated by its configuration, whatever the models say', () =>
    expect(
      connections(
        { ...held, EnableNetworkIsolation: true },
        known([inferenceComponent('c', { Specification: { ModelName: 'model-1' } })]),
        [outside],
      ),
    ).toEqual(['isolated config-1']));

  it('is in its VPC once, however many components are there, and not where one is isolated by its model', () => {
    const components = known([
      inferenceComponent('one', { Specification: { ModelName: 'model-1' } }),
      inferenceComponent('two', { Specification: { ModelName: 'model-2' } }),
    ]);
    const open = (name: string) => model(name, { VpcConfig: undefined, EnableNetworkIsolation: false });
    expect(connections({ ...held, VpcConfig: inVpc }, components, [open('model-1'), open('model-2')])).toEqual(['vpc config-1']);
    expect(connections({ ...held, VpcConfig: inVpc }, components, [model('model-1'), model('model-2')])).toEqual([
      'isolated model-1',
      'isolated model-2',
    ]);
  });

  it('without components yet follows the configuration', () => expect(connections(held)).toEqual(['service-network config-1']));

  it('with a container of its own follows the configuration', () =>
    expect(connections(held, known([inferenceComponent()]))).toEqual(['service-network config-1']));

  it('is where the models of its components say, where the configuration says nothing', () => {
    const components = known([
      inferenceComponent('one', { Specification: { ModelName: 'model-1' } }),
      inferenceComponent('two', { Specification: undefined, Specifications: [{ ModelName: 'model-2' }] }),
      inferenceComponent('adapter', { Specification: { BaseInferenceComponentName: 'one' } }),
    ]);
    const models = [model('model-1', { EnableNetworkIsolation: false }), outside, model('model-2')];
    expect(connections(held, components, models)).toEqual(['vpc model-1', 'isolated model-2']);
  });

  it('of another endpoint count nothing', () => {
    const other = inferenceComponent('other', { EndpointName: 'endpoint-2', Specification: { ModelName: 'model-1' } });
    const elsewhere = { ...other, summary: { ...other.summary, EndpointName: 'endpoint-2' } };
    expect(connections(held, known([elsewhere]))).toEqual(['service-network config-1']);
  });

  it('that could not be listed leave it open, unless the configuration decides', () => {
    const gap = missing<readonly InferenceComponent[]>(refused('sagemaker:ListInferenceComponents'));
    expect(connections(held, gap)).toEqual(['sagemaker:ListInferenceComponents']);
    expect(connections({ ...held, VpcConfig: inVpc }, gap)).toEqual(['vpc config-1']);
    const undescribed = known([inferenceComponent('c', refused('sagemaker:DescribeInferenceComponent'))]);
    expect(connections(held, undescribed)).toEqual(['sagemaker:DescribeInferenceComponent']);
  });
});

describe('an endpoint with models', () => {
  it('counts shadow variants, and serverless ones by themselves', () =>
    expect(
      connections(
        {
          ProductionVariants: [
            { VariantName: 'main', ModelName: 'model-2' },
            { VariantName: 'quick', ModelName: 'model-1', ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } },
          ],
          ShadowProductionVariants: [{ VariantName: 'shadow', ModelName: 'model-3' }],
        },
        undefined,
        [model(), model('model-2'), model('model-3', { EnableNetworkIsolation: false })],
      ),
    ).toEqual(['service-network config-1', 'isolated model-2', 'vpc model-3']));

  it('is isolated by its configuration, whatever the models say', () =>
    expect(connections({ EnableNetworkIsolation: true }, undefined, [outside])).toEqual(['isolated config-1']));

  it('is in the VPC of its configuration, where the models name none', () =>
    expect(connections({ VpcConfig: inVpc }, undefined, [outside])).toEqual(['vpc config-1']));

  it('is nobody knows where, if the models name other subnets than the configuration', () => {
    const elsewhere = model('model-1', { VpcConfig: { ...inVpc, Subnets: ['subnet-2'] }, EnableNetworkIsolation: false });
    expect(connections({ VpcConfig: inVpc }, undefined, [elsewhere])).toEqual(['unknown config-1']);
  });
});
