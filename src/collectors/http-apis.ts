import { httpApiShape, httpRouteShape } from '../inventory/sections/http-apis.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { whereFronted } from './where-fronted.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf } from './pages.ts';
import { tokenPages } from './token-pages.ts';
import { always } from './unreadable-answer.ts';

/** HTTP and WebSocket APIs with their routes. AWS documents no largest page for these lists. */
export default {
  section: 'httpApis',
  after: ['endpoints'],
  actions: ['apigateway:GetApis', 'apigateway:GetRoutes'],
  async collect(session, options, earlier) {
    if (!whereFronted.may(earlier)) return notAsked('apigateway:GetApis', whereFronted.otherwise);
    const [client, sdk] = [await session.httpApis(), await import('@aws-sdk/client-apigatewayv2')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'httpApis',
      list: {
        operation: 'apigateway:GetApis',
        pages: async () => tokenPages((paging) => client.send(new sdk.GetApisCommand(paging), abort)),
        rows: ({ Items }) => always(Items, 'Items').map((api) => select(api, httpApiShape)),
      },
      describe: {
        operation: 'apigateway:GetRoutes',
        key: ({ ApiId = '' }) => ApiId,
        arn: ({ ApiId = '' }) => `arn:${session.partition}:apigateway:${session.region}::/apis/${ApiId}`,
        call: async ({ ApiId }) => {
          const routes = [];
          for await (const page of pagesOf(tokenPages((paging) => client.send(new sdk.GetRoutesCommand({ ApiId, ...paging }), abort)))) {
            routes.push(...always(page.Items, 'Items').map((route) => select(route, httpRouteShape)));
          }
          return { Routes: routes };
        },
      },
    });
  },
} satisfies Collector<'httpApis'>;
