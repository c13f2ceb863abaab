import type { DescribeFeatureGroupResponse, FeatureGroupSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const featureGroupSummaryShape = shapeOf<FeatureGroupSummary>()({ FeatureGroupName: true, FeatureGroupArn: true });

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeFeatureGroup.html */
export const featureGroupShape = shapeOf<DescribeFeatureGroupResponse>()({
  FeatureGroupName: true,
  FeatureGroupArn: true,
  OnlineStoreConfig: { SecurityConfig: { KmsKeyId: true }, EnableOnlineStore: true, StorageType: true },
  OfflineStoreConfig: { S3StorageConfig: { S3Uri: 'url', ResolvedOutputS3Uri: 'url', KmsKeyId: true } },
  CreationTime: true,
});

export type FeatureGroupDetail = Selected<DescribeFeatureGroupResponse, typeof featureGroupShape>;

export type FeatureGroup = Described<Selected<FeatureGroupSummary, typeof featureGroupSummaryShape>, FeatureGroupDetail>;
