import { describe, expect, it } from 'vitest';
import { known, missing } from '../../src/inventory/fact.ts';
import type { EndpointConfigDetail } from '../../src/inventory/sections/endpoint-configs.ts';
import type { InferenceComponentDetail } from '../../src/inventory/sections/inference-components.ts';
import { inferenceComponentWorkload, type ComponentParts } from '../../src/workloads/inference-component-workload.ts';
import { account, endpoint, endpointConfig, model, refused, region } from '../support/rows.ts';
import { clarify, inferenceComponent, inVpc } from '../support/rows-jobs.ts';

const where = { partition: 'aws', account, region };
const held = { ProductionVariants: [{ VariantName: 'main' }] };

function partsOf(config: Partial<EndpointConfigDetail>, given: Partial<ComponentParts> = {}): ComponentParts {
  return {
    endpoints: known([endpoint()]),
    endpointConfigs: known([endpointConfig('config-1', { ...held, ...config })]),
    models: known([model('sound'), model('bare', { VpcConfig: undefined, EnableNetworkIsolation: false })]),
    inferenceComponents: known([
      inferenceComponent('base', { Specification: { ModelName: 'bare' } }),
      inferenceComponent('loop', { Specification: { BaseInferenceComponentName: 'pool' } }),
      inferenceComponent('pool', { Specification: { BaseInferenceComponentName: 'loop' } }),
    ]),
    ...given,
  };
}

/** What is said of a component: its connections, whether it is isolated, and what nobody knows. */
function posture(
  Specification: InferenceComponentDetail['Specification'],
  config: Partial<EndpointConfigDetail> = {},
  given: Partial<ComponentParts> = {},
) {
  const workload = inferenceComponentWorkload(inferenceComponent('c', { Specification }), partsOf(config, given), where);
  return {
    connections: workload.connections.map((each) => (each.known ? `${each.value.kind} ${each.value.ground.of}` : each.gap.operation)),
    isolated: workload.isolation.map((each) => (each.known ? `${each.value.value} ${each.value.of}` : each.gap.operation)),
    unresolved: workload.unresolved,
  };
}

describe('an inference component', () => {
  it('with a container of its own is where the configuration of its endpoint says', () => {
    expect(posture({ Container: {} }, { VpcConfig: inVpc })).toEqual({
      connections: ['vpc config-1'],
      isolated: ['false config-1'],
      unresolved: [],
    });
    expect(posture({ Container: {} })).toEqual({ connections: ['service-network config-1'], isolated: ['false config-1'], unresolved: [] });
  });

  it('of a model is where that says, where the configuration says nothing', () => {
    expect(posture({ ModelName: 'sound' })).toEqual({ connections: ['isolated sound'], isolated: ['true sound'], unresolved: [] });
    expect(posture({ ModelName: 'bare' })).toEqual({ connections: ['service-network bare'], isolated: ['false bare'], unresolved: [] });
  });

  it('is judged by its own model, whatever its neighbours are', () =>
    expect(
      posture(
        { ModelName: 'sound' },
        {},
        { inferenceComponents: known([inferenceComponent('x', { Specification: { ModelName: 'bare' } })]) },
      ).isolated,
    ).toEqual(['true sound']));

  it('is isolated by the configuration, whatever its model says', () =>
    expect(posture({ ModelName: 'bare' }, { EnableNetworkIsolation: true })).toEqual({
      connections: ['isolated config-1'],
      isolated: ['true config-1'],
      unresolved: [],
    }));

  it('in the VPC of the configuration is as isolated as its model', () => {
    expect(posture({ ModelName: 'bare' }, { VpcConfig: inVpc })).toEqual({
      connections: ['vpc config-1'],
      isolated: ['false bare'],
      unresolved: [],
    });
    expect(posture({ ModelName: 'sound' }, { VpcConfig: inVpc })).toEqual({
      connections: ['isolated sound'],
      isolated: ['true sound'],
      unresolved: [],
    });
  });

  it('is nobody knows where, if its model names another VPC than the configuration, unless it is isolated', () => {
    const elsewhere = (isolated: boolean) => ({
      models: known([model('m', { VpcConfig: { ...inVpc, SecurityGroupIds: ['sg-2'] }, EnableNetworkIsolation: isolated })]),
    });
    expect(posture({ ModelName: 'm' }, { VpcConfig: inVpc }, elsewhere(false))).toEqual({
      connections: ['unknown config-1'],
      isolated: ['false m'],
      unresolved: ['its configuration config-1 and its model m name different VPC settings, and AWS does not document which count'],
    });
    expect(posture({ ModelName: 'm' }, { VpcConfig: inVpc }, elsewhere(true)).connections).toEqual(['isolated m']);
    const alike = { models: known([model('m', { VpcConfig: inVpc, EnableNetworkIsolation: false })]) };
    expect(posture({ ModelName: 'm' }, { VpcConfig: inVpc }, alike).connections).toEqual(['vpc config-1']);
  });

  it('that adapts another runs in that one’s container', () =>
    expect(posture({ BaseInferenceComponentName: 'base' }).connections).toEqual(['service-network bare']));

  it('that adapts in a circle, or what is gone, is nobody knows where', () => {
    expect(posture({ BaseInferenceComponentName: 'loop' }).unresolved[0]).toContain('adapts it in turn');
    expect(posture({ BaseInferenceComponentName: 'lost' }).unresolved).toEqual(['the component lost, which it adapts, has been deleted']);
  });

  it('may run an image that needs the network', () => {
    const workload = inferenceComponentWorkload(
      inferenceComponent('c', { Specification: { Container: { DeployedImage: { SpecifiedImage: clarify } } } }),
      partsOf({}),
      where,
    );
    expect(workload.isolation.map((each) => each.known && each.value.exemptImage)).toEqual(['sagemaker-clarify-processing']);
  });

  it('of what is gone is nobody knows where', () => {
    expect(posture({}, {}, { endpoints: known([]) }).unresolved).toEqual(['its endpoint endpoint-1 has been deleted']);
    expect(posture({}, {}, { endpointConfigs: known([]) }).unresolved).toEqual([
      'the configuration config-1 of its endpoint has been deleted',
    ]);
    expect(posture({ ModelName: 'lost' }).unresolved).toEqual(['its model lost has been deleted']);
  });

  it('of which a part could not be read is unread', () => {
    const gone = (operation: string) => missing<never>(refused(operation));
    expect(posture({}, {}, { endpoints: gone('sagemaker:ListEndpoints') }).isolated).toEqual(['sagemaker:ListEndpoints']);
    expect(posture({}, {}, { endpoints: known([endpoint('endpoint-1', refused('sagemaker:DescribeEndpoint'))]) }).isolated).toEqual([
      'sagemaker:DescribeEndpoint',
    ]);
    expect(posture({}, {}, { endpointConfigs: gone('sagemaker:ListEndpointConfigs') }).connections).toEqual([
      'sagemaker:ListEndpointConfigs',
    ]);
    expect(posture({ ModelName: 'm' }, {}, { models: gone('sagemaker:ListModels') }).isolated).toEqual(['sagemaker:ListModels']);
    expect(
      posture({ BaseInferenceComponentName: 'b' }, {}, { inferenceComponents: gone('sagemaker:ListInferenceComponents') }).isolated,
    ).toEqual(['sagemaker:ListInferenceComponents']);
    const unread = inferenceComponent('c', refused('sagemaker:DescribeInferenceComponent'));
    expect(inferenceComponentWorkload(unread, partsOf({}), where).connections[0]?.known).toBe(false);
  });
});
