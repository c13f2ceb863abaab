import type { ListHostedZonesByVPCResponse, Route53Client, VPCRegion } from '@aws-sdk/client-route-53';
import type { Session } from '../aws/session.ts';
import { missing } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import { hostedZoneSummaryShape, type PrivateHostedZone } from '../inventory/sections/private-hosted-zones.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { notAsked } from './not-asked.ts';
import { OwnedByAnotherAccount } from './owned-by-another-account.ts';
import { pagesOf } from './pages.ts';
import { recordSetsOf } from './record-sets-of.ts';
import { mayStandForEndpoint } from './endpoint-zone.ts';
import { whereNamesResolve } from './where-names-resolve.ts';
import { always } from './unreadable-answer.ts';

type Summary = PrivateHostedZone['summary'];
type Detail = Extract<PrivateHostedZone['detail'], { readonly known: true }>['value'];

/**
 * The zones of every VPC of the account in which names are resolved, as far as their names are ones that an endpoint could stand for. A zone that serves
 * several VPCs is read once.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByVPC.html
 */
export default {
  section: 'privateHostedZones',
  after: ['vpcDnsAttributes'],
  actions: ['route53:ListHostedZonesByVPC', 'route53:ListResourceRecordSets'],
  async collect(session, options, earlier) {
    const attributes = earlier('vpcDnsAttributes');
    const vpcs = [...rowsToName(attributes)].flatMap(({ summary, detail }) =>
      summary.VpcId === undefined || (detail.known && detail.value.EnableDnsSupport?.Value === false) ? [] : [summary.VpcId],
    );
    if (vpcs.length === 0) {
      if (attributes.known) return notAsked('route53:ListHostedZonesByVPC', whereNamesResolve.otherwise);
      return { fact: missing<never[]>(attributes.gap), ledger: [], notes: [] };
    }
    const client = await session.route53();
    const records = new Map<string, Promise<Detail>>();
    const read = await listThenDescribe<ZonePage, Summary, Detail>(session, options, {
      section: 'privateHostedZones',
      list: {
        operation: 'route53:ListHostedZonesByVPC',
        pages: async () => zonePages(client, vpcs, session),
        rows: (page) =>
          always(page.HostedZoneSummaries, 'HostedZoneSummaries').map((zone) => ({
            ...select(zone, hostedZoneSummaryShape),
            VpcId: page.VpcId,
          })),
      },
      // What a service of AWS keeps in zones of its own, the service's own objects tell: those of endpoints are the endpoints'.
      leftOut: { keep: ({ Name, Owner }) => mayStandForEndpoint(Name ?? '') && Owner?.OwningService === undefined },
      describe: {
        operation: 'route53:ListResourceRecordSets',
        key: ({ HostedZoneId, VpcId }) => `${HostedZoneId ?? ''} ${VpcId}`,
        arn: ({ HostedZoneId }) => `arn:${session.partition}:route53:::hostedzone/${HostedZoneId ?? ''}`,
        call: ({ HostedZoneId = '', Owner }) => {
          const owner = Owner?.OwningAccount;
          if (owner !== undefined && owner !== session.account) throw new OwnedByAnotherAccount(owner);
          let reading = records.get(HostedZoneId);
          if (reading === undefined) records.set(HostedZoneId, (reading = recordSetsOf(client, HostedZoneId, session.signal)));
          return reading;
        },
      },
    });
    return attributes.known || !read.fact.known ? read : { ...read, fact: missing(attributes.gap, read.fact.value) };
  },
} satisfies Collector<'privateHostedZones'>;

type ZonePage = ListHostedZonesByVPCResponse & { readonly VpcId: string };

/** A list of each VPC, one after the other; a token of one may well be that of another, and ends with its list. */
async function* zonePages(client: Route53Client, vpcs: readonly string[], session: Session): AsyncGenerator<ZonePage, void> {
  for (const VpcId of vpcs) {
    for await (const page of pagesOf(pagesOfVpc(client, VpcId, session))) yield { ...page, NextToken: undefined };
  }
}

/** The SDK has no paginator for this list. A hundred zones are its largest page. */
async function* pagesOfVpc(client: Route53Client, VPCId: string, { region, signal }: Session): AsyncGenerator<ZonePage, void> {
  const { ListHostedZonesByVPCCommand } = await import('@aws-sdk/client-route-53');
  let NextToken: string | undefined;
  do {
    const input = { VPCId, VPCRegion: region as VPCRegion, MaxItems: 100, NextToken };
    const page = await client.send(new ListHostedZonesByVPCCommand(input), { abortSignal: signal });
    yield { ...page, VpcId: VPCId };
    NextToken = page.NextToken;
  } while (NextToken !== undefined && NextToken !== '');
}
