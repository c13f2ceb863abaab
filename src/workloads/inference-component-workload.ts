import { known, missing, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { Endpoint } from '../inventory/sections/endpoints.ts';
import type { InferenceComponent, InferenceComponentDetail } from '../inventory/sections/inference-components.ts';
import { codeOf } from './code-of.ts';
import { unreadServing, unresolvedPosture, type Posture } from './container-part.ts';
import type { EndpointParts } from './endpoint-workload.ts';
import { configPosture, servedModel } from './served-model.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/** What an inference component is made of, and what it runs on. */
export interface ComponentParts extends EndpointParts {
  readonly endpoints: Fact<readonly Endpoint[]>;
}

/**
 * An inference component: where the configuration of its endpoint puts it; where that says nothing, as the model says that it names. An adapter
 * runs in the container of the component that it adapts.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html#sagemaker-CreateEndpointConfig-request-VpcConfig
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentSpecification.html
 */
export function inferenceComponentWorkload(component: InferenceComponent, parts: ComponentParts, where: Where): Workload {
  const { InferenceComponentName: name = '', InferenceComponentArn: arn = '' } = component.summary;
  const { account, region } = where;
  return {
    kind: 'inference-component',
    resource: { type: 'AWS::SageMaker::InferenceComponent', name, arn, account, region },
    lifecycle: 'running',
    ...postureOfComponent(component, parts, where, new Set()),
  };
}

function postureOfComponent(component: InferenceComponent, parts: ComponentParts, where: Where, above: ReadonlySet<string>): Posture {
  const { detail, summary } = component;
  if (!detail.known) return unreadServing(detail.gap);
  const name = summary.InferenceComponentName ?? '';
  const config = configOf(detail.value.EndpointName ?? summary.EndpointName ?? '', parts);
  if (!config.known) return unreadServing(config.gap);
  if (typeof config.value === 'string') return lost(config.value, name);
  const { value } = config;
  const specifications = specificationsOf(detail.value);
  const own = configPosture(value);
  if (specifications.length === 0) return own;
  return together(
    specifications.map(({ ModelName, BaseInferenceComponentName: base, Container }) => {
      if (base !== undefined) return ofBase(base, parts, where, new Set([...above, name]));
      if (ModelName !== undefined) return servedModel(value, own, ModelName, parts.models, where);
      return configPosture(value, codeOf([Container?.DeployedImage?.SpecifiedImage], [], where.account));
    }),
  );
}

/** What an adapter runs in. */
function ofBase(base: string, parts: ComponentParts, where: Where, above: ReadonlySet<string>): Posture {
  if (above.has(base)) return lost(`it adapts ${base}, which adapts it in turn`, base);
  if (!parts.inferenceComponents.known) return unreadServing(parts.inferenceComponents.gap);
  const found = indexBy(parts.inferenceComponents.value, componentNameOf).get(base);
  return found === undefined
    ? lost(`the component ${base}, which it adapts, has been deleted`, base)
    : postureOfComponent(found, parts, where, above);
}

/** The configuration of an endpoint, or why nobody can name it. */
function configOf(endpoint: string, { endpoints, endpointConfigs }: ComponentParts): Fact<EndpointConfigDetail | string> {
  if (!endpoints.known) return missing(endpoints.gap);
  const row = indexBy(endpoints.value, endpointNameOf).get(endpoint);
  if (row === undefined) return known(`its endpoint ${endpoint} has been deleted`);
  if (!row.detail.known) return missing(row.detail.gap);
  const name = row.detail.value.EndpointConfigName ?? '';
  if (!endpointConfigs.known) return missing(endpointConfigs.gap);
  const config = indexBy(endpointConfigs.value, configNameOf).get(name);
  return config === undefined ? known(`the configuration ${name} of its endpoint has been deleted`) : config.detail;
}

function specificationsOf({ Specification, Specifications = [] }: InferenceComponentDetail) {
  return [...(Specification === undefined ? [] : [Specification]), ...Specifications];
}

function together(parts: readonly Posture[]): Posture {
  return {
    placements: parts.flatMap(({ placements }) => placements),
    connections: parts.flatMap(({ connections }) => connections),
    unresolved: parts.flatMap(({ unresolved }) => unresolved),
    outside: parts.flatMap(({ outside = [] }) => outside),
    isolation: parts.flatMap(({ isolation }) => isolation),
  };
}

function lost(reason: string, of: string): Posture {
  return unresolvedPosture(reason, { source: 'sagemaker:DescribeInferenceComponent', path: 'EndpointName', of });
}

const componentNameOf = ({ summary }: InferenceComponent): string | undefined => summary.InferenceComponentName;
const endpointNameOf = ({ summary }: Endpoint): string | undefined => summary.EndpointName;
const configNameOf = ({ summary }: EndpointConfig): string | undefined => summary.EndpointConfigName;
