import { AwsError } from './aws-error.ts';
import { cutList, tokenList } from './cut-list.ts';
import type { HostedZoneFixture } from './further-resources.ts';
import { text, type Answer, type Call } from './handler.ts';

/** route53:ListHostedZonesByVPC. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByVPC.html */
export function hostedZonesByVpc(call: Call): Answer {
  const vpc = text(call.input, 'VPCId');
  const region = text(call.input, 'VPCRegion');
  const zones = (call.account.hostedZones ?? []).filter(({ VPCs }) =>
    VPCs.some(({ VPCId, VPCRegion }) => VPCId === vpc && VPCRegion === region),
  );
  const parts = tokenList('HostedZoneSummaries');
  const sized = { ...parts, size: { ...parts.size, name: 'MaxItems' } };
  const rows = zones.map(({ HostedZoneId, Name, Owner }) => ({ HostedZoneId, Name, Owner }));
  return { ...cutList(call, rows, sized), MaxItems: call.input['MaxItems'] ?? 100 };
}

/**
 * route53:ListResourceRecordSets. A page begins at the name and type that the last one gave, and not at a token.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html
 */
export function resourceRecordSets(call: Call): Answer {
  const id = text(call.input, 'HostedZoneId') ?? '';
  const zone = call.account.hostedZones?.find(({ HostedZoneId }) => HostedZoneId === id);
  if (zone === undefined) throw new AwsError('NoSuchHostedZone', `No hosted zone found with ID: ${id}`, 404);
  const owner = zone.Owner?.OwningAccount;
  if (owner !== call.account.account)
    throw new AwsError('AccessDenied', `${call.account.callerArn} is not authorized to access this resource`, 403);
  const asked = call.input['MaxItems'] ?? 300;
  if (typeof asked !== 'number' || asked < 1 || asked > 300) throw new AwsError('InvalidInput', 'MaxItems must be between 1 and 300');
  const size = Math.min(asked, call.pageLimit);
  const all = zone.ResourceRecordSets;
  const from = startOf(all, text(call.input, 'StartRecordName'), text(call.input, 'StartRecordType'));
  const next = all[from + size];
  return {
    ResourceRecordSets: all.slice(from, from + size),
    IsTruncated: next !== undefined,
    MaxItems: size,
    ...(next === undefined ? {} : { NextRecordName: next.Name, NextRecordType: next.Type }),
  };
}

function startOf(all: HostedZoneFixture['ResourceRecordSets'], name: string | undefined, type: string | undefined): number {
  if (name === undefined) return 0;
  const index = all.findIndex((record) => record.Name === name && (type === undefined || record.Type === type));
  if (index < 0) throw new AwsError('InvalidInput', `no record ${name} ${type ?? ''}`);
  return index;
}
