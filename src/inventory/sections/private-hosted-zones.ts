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
 * A private hosted zone that a VPC of the account uses, once for each such VPC: only where the zone's name is one that a VPC endpoint could stand
 * for, under amazonaws.com, aws (so also sagemaker.aws) and the like, or above one of these. Zones that a service of AWS keeps for itself, such as
 * those of endpoints, are left out. The records of a zone of another account are a gap, since that account alone can read them.
 */
export type PrivateHostedZone = Described<
  Selected<HostedZoneSummary, typeof hostedZoneSummaryShape> & { readonly VpcId: string },
  { readonly ResourceRecordSets: readonly Selected<ResourceRecordSet, typeof recordSetShape>[] }
>;
