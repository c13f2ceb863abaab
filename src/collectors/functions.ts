import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Session } from '../aws/session.ts';
import { functionShape, functionUrlShape } from '../inventory/sections/functions.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { whereFronted } from './where-fronted.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf, withNextToken } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** The largest page of both lists. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
const pageSize = 50;

/** Functions and their URLs; there is no list of all URLs. */
export default {
  section: 'functions',
  after: ['endpoints'],
  actions: ['lambda:ListFunctions', 'lambda:ListFunctionUrlConfigs'],
  async collect(session, options, earlier) {
    if (!whereFronted.may(earlier)) return notAsked('lambda:ListFunctions', whereFronted.otherwise);
    const [client, sdk] = [await session.lambda(), await import('@aws-sdk/client-lambda')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'functions',
      list: {
        operation: 'lambda:ListFunctions',
        pages: async () => withNextToken(sdk.paginateListFunctions({ client, pageSize }, {}, abort), ({ NextMarker }) => NextMarker),
        rows: ({ Functions }) => always(Functions, 'Functions').map((each) => select(each, functionShape)),
      },
      describe: {
        operation: 'lambda:ListFunctionUrlConfigs',
        arn: ({ FunctionArn = '' }) => FunctionArn,
        call: ({ FunctionName = '' }) => urlsOf(client, FunctionName, session),
      },
    });
  },
} satisfies Collector<'functions'>;

async function urlsOf(client: LambdaClient, FunctionName: string, { signal }: Session) {
  const { paginateListFunctionUrlConfigs } = await import('@aws-sdk/client-lambda');
  const urls = [];
  const pages = paginateListFunctionUrlConfigs({ client, pageSize }, { FunctionName }, { abortSignal: signal });
  for await (const page of pagesOf(withNextToken(pages, ({ NextMarker }) => NextMarker))) {
    urls.push(...always(page.FunctionUrlConfigs, 'FunctionUrlConfigs').map((url) => select(url, functionUrlShape)));
  }
  return { FunctionUrlConfigs: urls };
}
