/**
 * The definition of the state machine, in which `${Worker}` and `${Bucket}` stand for what the template makes.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function stateMachine(): object {
  return {
    Comment: 'Plans an estate, reads each of its accounts, and merges what was read into one report',
    StartAt: 'Plan',
    States: {
      Plan: step('plan', { 'Value.$': '$$.Execution.Name' }, [], { Next: 'Read' }),
      Read: {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON' },
          Parameters: { Bucket: '${Bucket}', 'Key.$': "States.Format('runs/{}/items.json', $$.Execution.Name)" },
        },
        ItemSelector: { 'unit.$': '$$.Map.Item.Value.unit', 'run.$': '$$.Execution.Name' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Collect',
          States: {
            Collect: step('collect', { 'Value.$': '$.run' }, [{ Name: 'MLSEC_UNIT', Type: 'PLAINTEXT', 'Value.$': '$.unit' }], {
              End: true,
            }),
          },
        },
        MaxConcurrency: 10,
        ResultWriter: {
          Resource: 'arn:aws:states:::s3:putObject',
          Parameters: { Bucket: '${Bucket}', 'Prefix.$': "States.Format('runs/{}/map', $$.Execution.Name)" },
        },
        ResultPath: null,
        Next: 'Merge',
      },
      Merge: step('merge', { 'Value.$': '$$.Execution.Name' }, [], { End: true }),
    },
  };
}

/** A build of the worker. One that fails is tried twice more, and its execution can be redriven afterwards: every step writes what it wrote before. */
function step(name: string, run: object, more: readonly object[], next: object): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::codebuild:startBuild.sync',
    Parameters: {
      ProjectName: '${Worker}',
      EnvironmentVariablesOverride: [
        { Name: 'MLSEC_STEP', Type: 'PLAINTEXT', Value: name },
        { Name: 'MLSEC_RUN', Type: 'PLAINTEXT', ...run },
        ...more,
      ],
    },
    Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 2 }],
    ResultPath: null,
    ...next,
  };
}
