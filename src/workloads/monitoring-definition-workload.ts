import { indexBy } from '../inventory/index-by.ts';
import type { Fact } from '../inventory/fact.ts';
import type { DataQualityJobDefinition } from '../inventory/sections/data-quality-job-definitions.ts';
import type { ModelBiasJobDefinition } from '../inventory/sections/model-bias-job-definitions.ts';
import type { ModelExplainabilityJobDefinition } from '../inventory/sections/model-explainability-job-definitions.ts';
import type { ModelQualityJobDefinition } from '../inventory/sections/model-quality-job-definitions.ts';
import { instancesAt, postureOf, unreadPosture, unresolvedPosture, type Posture } from './container-part.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/** A monitoring job definition of any of the four kinds. */
export type MonitoringDefinition =
  | DataQualityJobDefinition
  | ModelBiasJobDefinition
  | ModelExplainabilityJobDefinition
  | ModelQualityJobDefinition;

/** What a schedule calls each kind of definition in MonitoringType. */
export const monitoringTypes = ['DataQuality', 'ModelBias', 'ModelExplainability', 'ModelQuality'] as const;

export type MonitoringType = (typeof monitoringTypes)[number];

/** A monitoring job definition: how each of the processing jobs runs that a schedule starts from it. */
export function monitoringDefinitionWorkload(type: MonitoringType, definition: MonitoringDefinition, where: Where): Workload {
  const { MonitoringJobDefinitionName: name = '', MonitoringJobDefinitionArn: arn = '' } = definition.summary;
  const { account, region } = where;
  return {
    kind: 'monitoring-definition',
    resource: { type: `AWS::SageMaker::${type}JobDefinition`, name, arn, account, region },
    lifecycle: 'configured',
    ...postureOfDefinition(type, definition, where),
  };
}

/** The posture that the definition of this name gives to a schedule. */
export function definitionPosture(
  type: MonitoringType,
  name: string,
  definitions: Fact<readonly MonitoringDefinition[]>,
  where: Where,
): Posture {
  if (!definitions.known) return unreadPosture(definitions.gap);
  const definition = indexBy(definitions.value, definitionNameOf).get(name);
  if (definition !== undefined) return postureOfDefinition(type, definition, where);
  return unresolvedPosture(`its job definition ${name} has been deleted`, {
    source: `sagemaker:List${type}JobDefinitions`,
    path: name,
    of: name,
  });
}

/** Without a NetworkConfig there is no VPC, no isolation and no encryption of traffic. */
function postureOfDefinition(type: MonitoringType, { summary, detail }: MonitoringDefinition, { account }: Where): Posture {
  if (!detail.known) return unreadPosture(detail.gap);
  const source = `sagemaker:Describe${type}JobDefinition`;
  return postureOf(
    [
      {
        origin: { source, of: summary.MonitoringJobDefinitionName ?? '', at: 'NetworkConfig.' },
        settings: detail.value.NetworkConfig ?? {},
        image: imageOf(detail.value),
        instances: instancesAt(detail.value.JobResources?.ClusterConfig?.InstanceCount, source, 'JobResources.ClusterConfig.InstanceCount'),
      },
    ],
    account,
  );
}

type Detail = Extract<MonitoringDefinition['detail'], { known: true }>['value'];

function imageOf(detail: Detail): string | undefined {
  if ('DataQualityAppSpecification' in detail) return detail.DataQualityAppSpecification?.ImageUri;
  if ('ModelBiasAppSpecification' in detail) return detail.ModelBiasAppSpecification?.ImageUri;
  if ('ModelExplainabilityAppSpecification' in detail) return detail.ModelExplainabilityAppSpecification?.ImageUri;
  return 'ModelQualityAppSpecification' in detail ? detail.ModelQualityAppSpecification?.ImageUri : undefined;
}

const definitionNameOf = (definition: MonitoringDefinition): string | undefined => definition.summary.MonitoringJobDefinitionName;
