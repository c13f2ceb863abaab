import { known, type Known } from '../../inventory/fact.ts';
import type { Pipeline } from '../../inventory/sections/pipelines.ts';
import type { Scope, Subject } from '../check.ts';

/** Every pipeline, as what a verdict is about. */
export function* pipelineSubjects(pipelines: Iterable<Pipeline>, { account, region }: Scope): Generator<Known<Subject<Pipeline>>, void> {
  for (const pipeline of pipelines) {
    const { PipelineName: name = '', PipelineArn: arn = '' } = pipeline.summary;
    yield known({ resource: { type: 'AWS::SageMaker::Pipeline', name, arn, account, region }, about: pipeline });
  }
}
