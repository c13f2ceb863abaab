import type { HostedZoneSummary, ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZoneSummary.html */
export const hostedZoneSummaryShape = shapeOf<HostedZoneSummary>()({ HostedZoneId: true, Name: true, Owner: true });

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
export const recordSetShape = shapeOf<ResourceRecordSet>()({
  Name: true,
  Type: true,
  ResourceRecords: true,
  AliasTarget: { DNSName: true },
});

/**
 * A private hosted zone that a VPC of the Region uses, once for each such VPC. Records are read only where the zone's name is one that a VPC
 * endpoint could stand for: under amazonaws.com, aws, sagemaker.aws and the like.
 */
export type PrivateHostedZone = Described<
  Selected<HostedZoneSummary, typeof hostedZoneSummaryShape> & { readonly VpcId: string },
  { readonly ResourceRecordSets: readonly Selected<ResourceRecordSet, typeof recordSetShape>[] }
>;
