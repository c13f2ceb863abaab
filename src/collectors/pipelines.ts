import { pipelineSteps } from '../inventory/pipeline-step.ts';
import { pipelineShape, pipelineSummaryShape } from '../inventory/sections/pipelines.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { always } from './unreadable-answer.ts';

/** Of the definition the network settings of its steps stay. */
export default {
  section: 'pipelines',
  after: [],
  actions: ['sagemaker:ListPipelines', 'sagemaker:DescribePipeline'],
  async collect(session, options) {
    const [client, sdk] = [await session.sagemaker(), await import('@aws-sdk/client-sagemaker')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'pipelines',
      list: {
        operation: 'sagemaker:ListPipelines',
        pages: async () => sdk.paginateListPipelines({ client, pageSize: sagemakerPageSize }, {}, abort),
        rows: (page) => always(page.PipelineSummaries, 'list').map((pipeline) => select(pipeline, pipelineSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribePipeline',
        arn: ({ PipelineArn }) => PipelineArn ?? '',
        call: async ({ PipelineName }) => {
          const answer = await client.send(new sdk.DescribePipelineCommand({ PipelineName }), abort);
          always(answer.PipelineArn, 'PipelineArn');
          return { ...select(answer, pipelineShape), Steps: pipelineSteps(answer.PipelineDefinition) };
        },
      },
    });
  },
} satisfies Collector<'pipelines'>;
