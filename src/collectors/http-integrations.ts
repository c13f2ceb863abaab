import { httpIntegrationShape } from '../inventory/sections/http-integrations.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInRows } from './named-in.ts';
import { pagesOf } from './pages.ts';
import { tokenPages } from './token-pages.ts';
import { always } from './unreadable-answer.ts';

/** What the routes of HTTP and WebSocket APIs lead to, one list for each API. */
export default {
  section: 'httpIntegrations',
  after: ['httpApis'],
  actions: ['apigateway:GetIntegrations'],
  async collect(session, options, earlier) {
    return describeNamed(session, options, {
      section: 'httpIntegrations',
      named: asRows(
        namedInRows(earlier('httpApis'), ({ summary }) => [summary.ApiId]),
        'ApiId',
      ),
      describe: {
        operation: 'apigateway:GetIntegrations',
        arn: ({ ApiId }) => `arn:${session.partition}:apigateway:${session.region}::/apis/${ApiId}`,
        call: async ({ ApiId }) => {
          const [client, sdk] = [await session.httpApis(), await import('@aws-sdk/client-apigatewayv2')];
          const abort = { abortSignal: session.signal };
          const integrations = [];
          for await (const page of pagesOf(
            tokenPages((paging) => client.send(new sdk.GetIntegrationsCommand({ ApiId, ...paging }), abort)),
          )) {
            integrations.push(...always(page.Items, 'Items').map((integration) => select(integration, httpIntegrationShape)));
          }
          return { Integrations: integrations };
        },
      },
    });
  },
} satisfies Collector<'httpIntegrations'>;
