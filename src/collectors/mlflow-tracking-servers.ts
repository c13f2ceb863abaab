import { mlflowTrackingServerShape, mlflowTrackingServerSummaryShape } from '../inventory/sections/mlflow-tracking-servers.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'mlflowTrackingServers',
  list: 'sagemaker:ListMlflowTrackingServers',
  describe: 'sagemaker:DescribeMlflowTrackingServer',
  pages: (sdk, paging, abort) => sdk.paginateListMlflowTrackingServers(paging, {}, abort),
  rows: ({ TrackingServerSummaries }) => TrackingServerSummaries,
  explain: ({ TrackingServerName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeMlflowTrackingServerCommand({ TrackingServerName }), abort),
  arn: 'TrackingServerArn',
  summaryShape: mlflowTrackingServerSummaryShape,
  shape: mlflowTrackingServerShape,
}) satisfies Collector<'mlflowTrackingServers'>;
