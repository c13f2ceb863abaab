import type { HyperParameterTuningJob, HyperParameterTuningJobDetail } from '../inventory/sections/hyper-parameter-tuning-jobs.ts';
import { instancesAt, postureOf, unreadPosture, unresolvedPosture, type ContainerPart, type Posture } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { trainingFleet, trainingInstances } from './training-instances.ts';
import type { Where } from './where.ts';
import type { Setting, Workload } from './workload.ts';

const source = 'sagemaker:DescribeHyperParameterTuningJob';

/** A tuning job: what each of its definitions says of the training jobs that it starts. */
export function tuningJobWorkload({ summary, detail }: HyperParameterTuningJob, where: Where): Workload {
  const { HyperParameterTuningJobName: name, HyperParameterTuningJobArn, HyperParameterTuningJobStatus } = summary;
  return {
    kind: 'tuning-job',
    ...jobResource('HyperParameterTuningJob', name, HyperParameterTuningJobArn, HyperParameterTuningJobStatus, where),
    ...(detail.known ? postureOfTuning(detail.value, where) : unreadPosture(detail.gap)),
  };
}

type Definition = NonNullable<HyperParameterTuningJobDetail['TrainingJobDefinition']>;

function postureOfTuning(job: HyperParameterTuningJobDetail, where: Where): Posture & Pick<Workload, 'template'> {
  const { TrainingJobDefinition: single, TrainingJobDefinitions: list = [], HyperParameterTuningJobName: of = '' } = job;
  const parts = [
    ...(single === undefined ? [] : [partOf(single, of, 'TrainingJobDefinition.')]),
    ...list.map((definition, at) => partOf(definition, of, `TrainingJobDefinitions[${at}].`)),
  ];
  if (parts.length === 0) {
    const reason = 'AWS named no definition of its training jobs';
    return unresolvedPosture(reason, { source, path: 'TrainingJobDefinitions', of });
  }
  const [first] = [...(single === undefined ? [] : [single]), ...list];
  const image = first?.AlgorithmSpecification?.TrainingImage ?? first?.AlgorithmSpecification?.AlgorithmName;
  return { ...postureOf(parts, where.account), template: jobTemplate({ name: of, image, role: first?.RoleArn }) };
}

function partOf(definition: Definition, of: string, at: string): ContainerPart {
  return {
    origin: { source, of, at },
    settings: definition,
    image: definition.AlgorithmSpecification?.TrainingImage,
    algorithm: definition.AlgorithmSpecification?.AlgorithmName,
    instances: instancesOf(definition, at),
    fleets: fleetsOf(definition),
  };
}

/** A list of configurations stands in place of one count; any of them may be used. */
function instancesOf({ ResourceConfig, HyperParameterTuningResourceConfig: own }: Definition, at: string): Setting<number | undefined> {
  if (own === undefined) return trainingInstances(ResourceConfig, source, `${at}ResourceConfig.`);
  const path = `${at}HyperParameterTuningResourceConfig.`;
  const counts = (own.InstanceConfigs ?? []).map(({ InstanceCount }) => InstanceCount);
  if (counts.length === 0) return instancesAt(own.InstanceCount, source, `${path}InstanceCount`);
  const most = counts.includes(undefined) ? undefined : Math.max(...counts.map((count) => count ?? 0));
  return instancesAt(most, source, `${path}InstanceConfigs[].InstanceCount`);
}

function fleetsOf({ ResourceConfig, HyperParameterTuningResourceConfig: own }: Definition): NonNullable<ContainerPart['fleets']> {
  if (own === undefined) return [trainingFleet(ResourceConfig)];
  const configs = own.InstanceConfigs ?? [];
  return configs.length === 0 ? [trainingFleet(own)] : configs.map((config) => trainingFleet(config));
}
