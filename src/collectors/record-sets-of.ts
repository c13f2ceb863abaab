import type { ListResourceRecordSetsResponse, Route53Client } from '@aws-sdk/client-route-53';
import { recordSetShape } from '../inventory/sections/private-hosted-zones.ts';
import { select } from '../inventory/stored.ts';
import { pagesOf, withNextToken } from './pages.ts';
import { always, UnreadableAnswer } from './unreadable-answer.ts';

/**
 * All records of a zone, three hundred a page, which is the largest.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html
 */
export async function recordSetsOf(client: Route53Client, HostedZoneId: string, abortSignal: AbortSignal) {
  const records = [];
  for await (const page of pagesOf(withNextToken(pages(client, HostedZoneId, abortSignal), tokenOf))) {
    records.push(...always(page.ResourceRecordSets, 'ResourceRecordSets').map((record) => select(record, recordSetShape)));
  }
  return { ResourceRecordSets: records };
}

/** The place where the next page begins is three members; the SDK has no paginator for that. */
async function* pages(
  client: Route53Client,
  HostedZoneId: string,
  abortSignal: AbortSignal,
): AsyncGenerator<ListResourceRecordSetsResponse, void> {
  const { ListResourceRecordSetsCommand } = await import('@aws-sdk/client-route-53');
  let start = {};
  for (;;) {
    const page = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId, MaxItems: 300, ...start }), { abortSignal });
    yield page;
    if (page.IsTruncated !== true) return;
    start = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      StartRecordIdentifier: page.NextRecordIdentifier,
    };
  }
}

/** @throws UnreadableAnswer, for a page that is not the last and does not say where the next begins */
function tokenOf({
  IsTruncated,
  NextRecordName,
  NextRecordType,
  NextRecordIdentifier,
}: ListResourceRecordSetsResponse): string | undefined {
  if (IsTruncated !== true) return undefined;
  if (NextRecordName === undefined) throw new UnreadableAnswer('NextRecordName');
  return [NextRecordName, NextRecordType, NextRecordIdentifier].join(' ');
}
