import { experimentArn } from '../../inventory/experiment-arn.ts';
import { known, type Known } from '../../inventory/fact.ts';
import type { InferenceExperiment } from '../../inventory/sections/inference-experiments.ts';
import type { Scope, Subject } from '../check.ts';

/** Every inference experiment, as what a verdict is about. */
export function* inferenceExperimentSubjects(
  experiments: readonly InferenceExperiment[],
  scope: Scope,
): Generator<Known<Subject<InferenceExperiment>>, void> {
  const { account, region } = scope;
  for (const experiment of experiments) {
    const name = experiment.summary.Name ?? '';
    const arn = experimentArn(name, scope);
    yield known({ resource: { type: 'AWS::SageMaker::InferenceExperiment', name, arn, account, region }, about: experiment });
  }
}
