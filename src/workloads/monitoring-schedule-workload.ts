import type { Fact } from '../inventory/fact.ts';
import type { MonitoringSchedule, MonitoringScheduleDetail } from '../inventory/sections/monitoring-schedules.ts';
import { instancesAt, postureOf, unreadPosture, unresolvedPosture, type Posture } from './container-part.ts';
import { definitionPosture, monitoringTypes, type MonitoringDefinition, type MonitoringType } from './monitoring-definition-workload.ts';
import type { Where } from './where.ts';
import type { Lifecycle, Workload } from './workload.ts';

const source = 'sagemaker:DescribeMonitoringSchedule';

/** The job definitions of each kind, of which a schedule may name one. */
export type MonitoringDefinitions = { readonly [K in MonitoringType]: Fact<readonly MonitoringDefinition[]> };

/** A monitoring schedule: how the jobs run that it starts, whether it says so itself or names a definition. */
export function monitoringScheduleWorkload(
  { summary, detail }: MonitoringSchedule,
  definitions: MonitoringDefinitions,
  where: Where,
): Workload {
  const { MonitoringScheduleName: name = '', MonitoringScheduleArn: arn = '', MonitoringScheduleStatus } = summary;
  const { account, region } = where;
  return {
    kind: 'monitoring-schedule',
    resource: { type: 'AWS::SageMaker::MonitoringSchedule', name, arn, account, region },
    lifecycle: lifecycleOf(MonitoringScheduleStatus),
    ...(detail.known ? postureOfSchedule(detail.value, definitions, where) : unreadPosture(detail.gap)),
  };
}

function postureOfSchedule(schedule: MonitoringScheduleDetail, definitions: MonitoringDefinitions, where: Where): Posture {
  const { MonitoringScheduleConfig: config, MonitoringScheduleName: of = '' } = schedule;
  const { MonitoringJobDefinition: own, MonitoringJobDefinitionName: named } = config ?? {};
  if (own !== undefined) return ownPosture(own, of, where);
  if (named === undefined) {
    const reason = 'AWS named no job definition of the schedule';
    return unresolvedPosture(reason, { source, path: 'MonitoringScheduleConfig.MonitoringJobDefinition', of });
  }
  const stated: string | undefined = config?.MonitoringType ?? schedule.MonitoringType;
  const type = monitoringTypes.find((known) => known === stated);
  if (type !== undefined) return definitionPosture(type, named, definitions[type], where);
  const reason = `MonitoringType is ${stated ?? 'absent'}, so that this version does not know where to look for ${named}`;
  return unresolvedPosture(reason, { source, path: 'MonitoringScheduleConfig.MonitoringType', of });
}

type OwnDefinition = NonNullable<NonNullable<MonitoringScheduleDetail['MonitoringScheduleConfig']>['MonitoringJobDefinition']>;

function ownPosture(own: OwnDefinition, of: string, { account }: Where): Posture {
  const at = 'MonitoringScheduleConfig.MonitoringJobDefinition.';
  const path = `${at}MonitoringResources.ClusterConfig.InstanceCount`;
  return postureOf(
    [
      {
        origin: { source, of, at: `${at}NetworkConfig.` },
        settings: own.NetworkConfig ?? {},
        image: own.MonitoringAppSpecification?.ImageUri,
        instances: instancesAt(own.MonitoringResources?.ClusterConfig?.InstanceCount, source, path),
      },
    ],
    account,
  );
}

function lifecycleOf(status: string | undefined): Lifecycle {
  return status === 'Stopped' || status === 'Failed' ? 'stopped' : 'running';
}
