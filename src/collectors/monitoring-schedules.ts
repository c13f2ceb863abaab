import { monitoringScheduleShape, monitoringScheduleSummaryShape } from '../inventory/sections/monitoring-schedules.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'monitoringSchedules',
  list: 'sagemaker:ListMonitoringSchedules',
  describe: 'sagemaker:DescribeMonitoringSchedule',
  pages: (sdk, paging, abort) => sdk.paginateListMonitoringSchedules(paging, {}, abort),
  rows: ({ MonitoringScheduleSummaries }) => MonitoringScheduleSummaries,
  explain: ({ MonitoringScheduleName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeMonitoringScheduleCommand({ MonitoringScheduleName }), abort),
  arn: 'MonitoringScheduleArn',
  summaryShape: monitoringScheduleSummaryShape,
  shape: monitoringScheduleShape,
}) satisfies Collector<'monitoringSchedules'>;
