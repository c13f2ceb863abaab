import type { NotebookInstanceLifecycleHook } from '@aws-sdk/client-sagemaker';
import type { Script } from '../inventory/script.ts';
import { notebookLifecycleConfigShape, notebookLifecycleConfigSummaryShape } from '../inventory/sections/notebook-lifecycle-configs.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { storedScript } from './stored-script.ts';
import { always } from './unreadable-answer.ts';

/** Of the scripts a hash, a count and what they fetch stay. */
export default {
  section: 'notebookLifecycleConfigs',
  after: [],
  actions: ['sagemaker:ListNotebookInstanceLifecycleConfigs', 'sagemaker:DescribeNotebookInstanceLifecycleConfig'],
  async collect(session, options) {
    const [client, sdk] = [await session.sagemaker(), await import('@aws-sdk/client-sagemaker')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'notebookLifecycleConfigs',
      list: {
        operation: 'sagemaker:ListNotebookInstanceLifecycleConfigs',
        pages: async () => sdk.paginateListNotebookInstanceLifecycleConfigs({ client, pageSize: sagemakerPageSize }, {}, abort),
        rows: (page) =>
          always(page.NotebookInstanceLifecycleConfigs, 'list').map((config) => select(config, notebookLifecycleConfigSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribeNotebookInstanceLifecycleConfig',
        arn: ({ NotebookInstanceLifecycleConfigArn }) => NotebookInstanceLifecycleConfigArn ?? '',
        call: async ({ NotebookInstanceLifecycleConfigName }) => {
          const answer = await client.send(
            new sdk.DescribeNotebookInstanceLifecycleConfigCommand({ NotebookInstanceLifecycleConfigName }),
            abort,
          );
          always(answer.NotebookInstanceLifecycleConfigArn, 'NotebookInstanceLifecycleConfigArn');
          return {
            ...select(answer, notebookLifecycleConfigShape),
            OnCreate: scriptsOf(answer.OnCreate),
            OnStart: scriptsOf(answer.OnStart),
          };
        },
      },
    });
  },
} satisfies Collector<'notebookLifecycleConfigs'>;

function scriptsOf(hooks: readonly NotebookInstanceLifecycleHook[] | undefined): readonly Script[] {
  return (hooks ?? []).map(({ Content }) => storedScript(Content));
}
