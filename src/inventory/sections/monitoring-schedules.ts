import type { DescribeMonitoringScheduleResponse, MonitoringScheduleSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const monitoringScheduleSummaryShape = shapeOf<MonitoringScheduleSummary>()({
  MonitoringScheduleName: true,
  MonitoringScheduleArn: true,
  MonitoringScheduleStatus: true,
  CreationTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeMonitoringSchedule.html
 *
 * What runs is defined in the schedule itself, or elsewhere by name. Without the environment of the container.
 */
export const monitoringScheduleShape = shapeOf<DescribeMonitoringScheduleResponse>()({
  MonitoringScheduleName: true,
  MonitoringScheduleArn: true,
  MonitoringScheduleStatus: true,
  MonitoringType: true,
  MonitoringScheduleConfig: {
    MonitoringJobDefinition: {
      MonitoringAppSpecification: { ImageUri: true },
      MonitoringInputs: { BatchTransformInput: { DataCapturedDestinationS3Uri: 'url' } },
      MonitoringOutputConfig: { MonitoringOutputs: { S3Output: { S3Uri: 'url' } } },
      MonitoringResources: { ClusterConfig: { InstanceCount: true } },
      NetworkConfig: true,
      RoleArn: true,
    },
    MonitoringJobDefinitionName: true,
    MonitoringType: true,
  },
  EndpointName: true,
  CreationTime: true,
});

export type MonitoringScheduleDetail = Selected<DescribeMonitoringScheduleResponse, typeof monitoringScheduleShape>;

export type MonitoringSchedule = Described<
  Selected<MonitoringScheduleSummary, typeof monitoringScheduleSummaryShape>,
  MonitoringScheduleDetail
>;
