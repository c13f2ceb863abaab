import type { APIGatewayClient, Resource } from '@aws-sdk/client-api-gateway';
import type { Session } from '../aws/session.ts';
import { restApiShape, restMethodShape, type RestMethod } from '../inventory/sections/rest-apis.ts';
import { select } from '../inventory/stored.ts';
import { unescapedPolicy } from '../inventory/unescaped-policy.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { whereFronted } from './where-fronted.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf, withNextToken } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** The largest page of both lists. https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html */
const pageSize = 500;

/** REST APIs, and their methods with one list for all of them. */
export default {
  section: 'restApis',
  after: ['endpoints'],
  actions: ['apigateway:GetRestApis', 'apigateway:GetResources'],
  async collect(session, options, earlier) {
    if (!whereFronted.may(earlier)) return notAsked('apigateway:GetRestApis', whereFronted.otherwise);
    const [client, sdk] = [await session.restApis(), await import('@aws-sdk/client-api-gateway')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'restApis',
      list: {
        operation: 'apigateway:GetRestApis',
        pages: async () => withNextToken(sdk.paginateGetRestApis({ client, pageSize }, {}, abort), ({ position }) => position),
        rows: ({ items }) =>
          always(items, 'items').map((api) =>
            select({ ...api, ...(api.policy === undefined ? {} : { policy: unescapedPolicy(api.policy) }) }, restApiShape),
          ),
      },
      describe: {
        operation: 'apigateway:GetResources',
        key: ({ id = '' }) => id,
        arn: ({ id = '' }) => `arn:${session.partition}:apigateway:${session.region}::/restapis/${id}`,
        call: async ({ id = '' }) => ({ Methods: await methodsOf(client, id, session) }),
      },
    });
  },
} satisfies Collector<'restApis'>;

async function methodsOf(client: APIGatewayClient, restApiId: string, { signal }: Session): Promise<readonly RestMethod[]> {
  const { paginateGetResources } = await import('@aws-sdk/client-api-gateway');
  const methods: RestMethod[] = [];
  const pages = paginateGetResources({ client, pageSize }, { restApiId, embed: ['methods'] }, { abortSignal: signal });
  for await (const page of pagesOf(withNextToken(pages, ({ position }) => position))) {
    methods.push(...always(page.items, 'items').flatMap(methodsIn));
  }
  return methods;
}

function methodsIn({ path = '', resourceMethods = {} }: Resource): readonly RestMethod[] {
  return Object.entries(resourceMethods).map(([httpMethod, method]) => ({ path, ...select({ httpMethod, ...method }, restMethodShape) }));
}
