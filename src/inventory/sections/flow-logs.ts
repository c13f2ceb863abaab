import type { FlowLog as SdkFlowLog } from '@aws-sdk/client-ec2';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
export const flowLogShape = shapeOf<SdkFlowLog>()({
  FlowLogId: true,
  FlowLogStatus: true,
  ResourceId: true,
  TrafficType: true,
  DeliverLogsStatus: true,
  DeliverLogsErrorMessage: true,
  LogDestinationType: true,
  LogDestination: true,
  LogGroupName: true,
});

export type FlowLog = Selected<SdkFlowLog, typeof flowLogShape>;
