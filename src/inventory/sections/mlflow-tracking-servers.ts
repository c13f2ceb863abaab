import type { DescribeMlflowTrackingServerResponse, TrackingServerSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const mlflowTrackingServerSummaryShape = shapeOf<TrackingServerSummary>()({
  TrackingServerName: true,
  TrackingServerArn: true,
  TrackingServerStatus: true,
  CreationTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeMlflowTrackingServer.html
 *
 * It has no network settings: AWS runs it, and a VPC reaches it by the endpoint for experiments. Without TrackingServerUrl, which opens it.
 */
export const mlflowTrackingServerShape = shapeOf<DescribeMlflowTrackingServerResponse>()({
  TrackingServerName: true,
  TrackingServerArn: true,
  TrackingServerStatus: true,
  RoleArn: true,
  CreationTime: true,
});

export type MlflowTrackingServerDetail = Selected<DescribeMlflowTrackingServerResponse, typeof mlflowTrackingServerShape>;

export type MlflowTrackingServer = Described<
  Selected<TrackingServerSummary, typeof mlflowTrackingServerSummaryShape>,
  MlflowTrackingServerDetail
>;
