import { studioLifecycleConfigShape, studioLifecycleConfigSummaryShape } from '../inventory/sections/studio-lifecycle-configs.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { storedScript } from './stored-script.ts';
import { always } from './unreadable-answer.ts';

/** Of the script a hash, a count and what it fetches stay. */
export default {
  section: 'studioLifecycleConfigs',
  after: [],
  actions: ['sagemaker:ListStudioLifecycleConfigs', 'sagemaker:DescribeStudioLifecycleConfig'],
  async collect(session, options) {
    const [client, sdk] = [await session.sagemaker(), await import('@aws-sdk/client-sagemaker')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'studioLifecycleConfigs',
      list: {
        operation: 'sagemaker:ListStudioLifecycleConfigs',
        pages: async () => sdk.paginateListStudioLifecycleConfigs({ client, pageSize: sagemakerPageSize }, {}, abort),
        rows: (page) => always(page.StudioLifecycleConfigs, 'list').map((config) => select(config, studioLifecycleConfigSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribeStudioLifecycleConfig',
        arn: ({ StudioLifecycleConfigArn }) => StudioLifecycleConfigArn ?? '',
        call: async ({ StudioLifecycleConfigName }) => {
          const answer = await client.send(new sdk.DescribeStudioLifecycleConfigCommand({ StudioLifecycleConfigName }), abort);
          always(answer.StudioLifecycleConfigArn, 'StudioLifecycleConfigArn');
          return { ...select(answer, studioLifecycleConfigShape), Script: storedScript(answer.StudioLifecycleConfigContent) };
        },
      },
    });
  },
} satisfies Collector<'studioLifecycleConfigs'>;
