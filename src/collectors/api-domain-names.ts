import { apiDomainNameShape, apiMappingShape } from '../inventory/sections/api-domain-names.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf } from './pages.ts';
import { tokenPages } from './token-pages.ts';
import { always } from './unreadable-answer.ts';

/**
 * Domain names of the account's own, with the APIs that they lead to. Only where an API has its default address off does that decide whether
 * anybody can call it. Mappings of REST APIs are told by the same call.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
 */
export default {
  section: 'apiDomainNames',
  after: ['restApis', 'httpApis'],
  actions: ['apigateway:GetDomainNames', 'apigateway:GetApiMappings'],
  async collect(session, options, earlier) {
    const hidden =
      mayHold(earlier('restApis'), ({ summary }) => summary.disableExecuteApiEndpoint === true) ||
      mayHold(earlier('httpApis'), ({ summary }) => summary.DisableExecuteApiEndpoint === true);
    if (!hidden) return notAsked('apigateway:GetDomainNames', 'no API has its default address off');
    const [client, sdk] = [await session.httpApis(), await import('@aws-sdk/client-apigatewayv2')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'apiDomainNames',
      list: {
        operation: 'apigateway:GetDomainNames',
        pages: async () => tokenPages((paging) => client.send(new sdk.GetDomainNamesCommand(paging), abort)),
        rows: ({ Items }) => always(Items, 'Items').map((name) => select(name, apiDomainNameShape)),
      },
      describe: {
        operation: 'apigateway:GetApiMappings',
        key: ({ DomainName = '' }) => DomainName,
        arn: ({ DomainName = '' }) => `arn:${session.partition}:apigateway:${session.region}::/domainnames/${DomainName}`,
        call: async ({ DomainName }) => {
          const mappings = [];
          const pages = tokenPages((paging) => client.send(new sdk.GetApiMappingsCommand({ DomainName, ...paging }), abort));
          for await (const { Items } of pagesOf(pages)) {
            mappings.push(...always(Items, 'Items').map((mapping) => select(mapping, apiMappingShape)));
          }
          return { ApiMappings: mappings };
        },
      },
    });
  },
} satisfies Collector<'apiDomainNames'>;
