import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary, mlsec } from '../cli/support/spawn.ts';
import type { JsonReport } from '../end-to-end/report-of.ts';
import { estate, first, second, third } from '../support/aws/build-estate.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { motoIsThere, startMoto, type Moto } from './moto.ts';

/** A build, or what stands for one. */
interface Task {
  Resource: string;
  Parameters: Readonly<Record<string, unknown>>;
}
interface Machine {
  readonly States: {
    readonly Plan: Task;
    readonly Read: { readonly ItemProcessor: { readonly States: { readonly Collect: Task } } };
    readonly Merge: Task;
  };
}
interface Project {
  readonly Source: { readonly BuildSpec: string };
  readonly Environment: { readonly EnvironmentVariables: readonly { readonly Name: string; readonly Value: { readonly Ref: string } }[] };
}
type Variables = readonly { readonly Name: string; readonly Value: string }[];
type Answer = Readonly<Record<string, string>>;

const { Resources } = JSON.parse(readFileSync(new URL('../../deploy/scan.template.json', import.meta.url), 'utf8')) as {
  readonly Resources: {
    readonly StateMachine: { readonly Properties: { readonly Definition: Machine } };
    readonly Worker: { readonly Properties: Project };
  };
};
const shipped = Resources.StateMachine.Properties.Definition;
const project = Resources.Worker.Properties;
const tasksOf = ({ States }: Machine): readonly Task[] => [States.Plan, States.Read.ItemProcessor.States.Collect, States.Merge];
const bucket = 'mlsec-scans';
const queue = 'work';
const run = 'scan-1';

/**
 * The shipped machine executed by moto's interpreter, which has no CodeBuild: each build becomes a message with a task token, and whoever takes it runs
 * the shipped script with the variables that the build would have. The scan itself is of the loopback AWS.
 */
describe.skipIf(!motoIsThere())('the state machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsec-machine-'));
  let moto: Moto;
  let aws: Loopback;
  let machine: Machine;
  let ended: Answer;
  /** What the builds say, for whoever looks for the reason of a failure. */
  let said = '';
  const builds: { readonly step: string; readonly unit: string; readonly exit: number }[] = [];

  /** moto looks at who asks, and not at the signature. */
  const signed = (service: string): Record<string, string> => ({
    authorization: `AWS4-HMAC-SHA256 Credential=moto/20261123/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  });

  /** One call in a JSON protocol of AWS. */
  async function call(service: string, target: string, input: object): Promise<Answer> {
    const answer = await fetch(moto.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        ...signed(service),
      },
      body: JSON.stringify(input),
    });
    const body = (await answer.json()) as Answer;
    if (!answer.ok) throw new Error(`${target}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  }
  const object = async (key: string): Promise<string> => (await fetch(`${moto.url}/${bucket}/${key}`, { headers: signed('s3') })).text();

  /** The definition with its names filled in, and every build as a message. */
  function swapped(QueueUrl: string): Machine {
    const text = JSON.stringify(shipped).replaceAll('${Worker}', 'mlsec-worker').replaceAll('${Bucket}', bucket);
    const definition = JSON.parse(text) as Machine;
    for (const task of tasksOf(definition)) {
      const variables = task.Parameters['EnvironmentVariablesOverride'];
      task.Resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
      task.Parameters = { QueueUrl, MessageBody: { 'token.$': '$$.Task.Token', variables } };
    }
    return definition;
  }

  /** Runs the commands of the shipped build as CodeBuild would, in an empty folder. */
  function build(variables: Readonly<Record<string, string>>): Promise<number> {
    const spec = JSON.parse(project.Source.BuildSpec) as { readonly phases: { readonly build: { readonly commands: readonly string[] } } };
    const cwd = mkdtempSync(join(folder, 'build-'));
    const parameters: Readonly<Record<string, string>> = {
      Bucket: bucket,
      Package: `s3://${bucket}/mlsec.tgz`,
      PlanOptions: '--org --region all --role-name mlsec-audit',
      ReportOptions: '--fail-on high',
    };
    const own = project.Environment.EnvironmentVariables.map(({ Name, Value }) => [Name, parameters[Value.Ref] ?? '']);
    const env = {
      ...Object.fromEntries(own),
      ...variables,
      ...aws.environment(first, 'eu-west-1'),
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      MOTO_URL: moto.url,
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    };
    return new Promise((resolve, reject) => {
      const child = spawn('bash', ['-c', spec.phases.build.commands.join('\n')], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.once('error', reject);
      child.once('close', (exit) => resolve(exit ?? -1));
    });
  }

  /** Takes builds from the queue until the execution has ended. The first of the second account is lost, as a machine may be. */
  async function work(QueueUrl: string, executionArn: string): Promise<Answer> {
    let lost = false;
    for (;;) {
      const received = await call('sqs', 'AmazonSQS.ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 1 });
      for (const { ReceiptHandle, Body = '' } of (received['Messages'] ?? []) as unknown as readonly Answer[]) {
        await call('sqs', 'AmazonSQS.DeleteMessage', { QueueUrl, ReceiptHandle });
        const { token, variables } = JSON.parse(Body) as { readonly token: string; readonly variables: Variables };
        const given = new Map(variables.map(({ Name, Value }) => [Name, Value]));
        const unit = given.get('MLSEC_UNIT') ?? '';
        const loses: boolean = unit === second && !lost;
        lost ||= loses;
        const exit = loses ? -1 : await build(Object.fromEntries(given));
        builds.push({ step: given.get('MLSEC_STEP') ?? '', unit, exit });
        if (exit === 0) await call('states', 'AWSStepFunctions.SendTaskSuccess', { taskToken: token, output: '{"Build":{}}' });
        else await call('states', 'AWSStepFunctions.SendTaskFailure', { taskToken: token, error: 'Lost', cause: '' });
      }
      const execution = await call('states', 'AWSStepFunctions.DescribeExecution', { executionArn });
      if (execution['status'] !== 'RUNNING') return execution;
      await sleep(100);
    }
  }

  beforeAll(async () => {
    mkdirSync(join(folder, 'bin'));
    copyFileSync(fileURLToPath(new URL('aws-shim.mjs', import.meta.url)), join(folder, 'bin/aws.mjs'));
    const scripts = {
      aws: `exec "${process.execPath}" "${join(folder, 'bin/aws.mjs')}" "$@"`,
      // What is installed is what is under test; that the package itself can be installed is shown by test/build.
      npm: 'test "$*" = "install --global --silent ./mlsec.tgz" && test -s mlsec.tgz',
      mlsec: `exec "${process.execPath}" "${binary}" "$@"`,
    };
    for (const [name, script] of Object.entries(scripts)) {
      writeFileSync(join(folder, 'bin', name), `#!/usr/bin/env bash\n${script}\n`);
      chmodSync(join(folder, 'bin', name), 0o700);
    }
    aws = await startLoopback(estate());
    moto = await startMoto();
    await fetch(`${moto.url}/moto-api/config`, {
      method: 'POST',
      body: JSON.stringify({ stepfunctions: { execute_state_machine: true } }),
    });
    await fetch(`${moto.url}/${bucket}`, { method: 'PUT', headers: signed('s3') });
    await fetch(`${moto.url}/${bucket}/mlsec.tgz`, { method: 'PUT', headers: signed('s3'), body: 'a package' });
    const { QueueUrl: queueUrl = '' } = await call('sqs', 'AmazonSQS.CreateQueue', { QueueName: queue });
    machine = swapped(queueUrl);
    const made = await call('states', 'AWSStepFunctions.CreateStateMachine', {
      name: 'mlsec',
      definition: JSON.stringify(machine),
      roleArn: 'arn:aws:iam::123456789012:role/mlsec',
    });
    const input = { stateMachineArn: made['stateMachineArn'], name: run, input: '{}' };
    const started = await call('states', 'AWSStepFunctions.StartExecution', input);
    ended = await work(queueUrl, started['executionArn'] ?? '');
  }, 180_000);

  afterAll(async () => {
    await moto.stop();
    await aws.close();
    rmSync(folder, { recursive: true });
  });

  it('differs from the shipped one in nothing but what a worker is', () => {
    const back = structuredClone(machine);
    for (const [index, task] of tasksOf(back).entries()) {
      const original = tasksOf(shipped)[index];
      expect(original?.Resource).toBe('arn:aws:states:::codebuild:startBuild.sync');
      expect(task.Parameters['MessageBody']).toMatchObject({ variables: original?.Parameters['EnvironmentVariablesOverride'] });
      Object.assign(task, { Resource: original?.Resource, Parameters: original?.Parameters });
    }
    expect(JSON.parse(JSON.stringify(back).replaceAll(bucket, '${Bucket}'))).toEqual(shipped);
  });

  it('plans once, reads each account, tries the one again that was lost, and merges once', () => {
    expect(ended['status'], said).toBe('SUCCEEDED');
    const [plan, ...rest] = builds;
    expect(plan).toEqual({ step: 'plan', unit: '', exit: 0 });
    expect(rest.at(-1)).toEqual({ step: 'merge', unit: '', exit: 0 });
    const reads = rest.slice(0, -1);
    expect(reads.every(({ step }) => step === 'collect')).toBe(true);
    const others = reads.filter(({ unit }) => unit !== second).map(({ unit, exit }) => `${unit} ${exit}`);
    expect(others.toSorted()).toEqual([`${first} 0`, `${third} 0`]);
    // A second attempt gets the answer of the first from moto, now and then: then there is a third, as the machine has it.
    expect(reads.filter(({ unit }) => unit === second).map(({ exit }) => exit)).toEqual(expect.arrayContaining([-1, 0]));
  });

  it('leaves the report that one process would have made, in every format, and what it comes to', async () => {
    const whole = await mlsec(['audit', '--org', '--region', 'all', '-f', 'json'], { env: aws.environment(first, 'eu-west-1') });
    const { findings, gaps, summary, scope } = JSON.parse(await object(`runs/${run}/report.json`)) as JsonReport;
    const direct = JSON.parse(whole.stdout) as JsonReport;
    expect({ findings, gaps, summary }).toEqual({ findings: direct.findings, gaps: direct.gaps, summary: direct.summary });
    expect(scope).toMatchObject({ accounts: [first, second, third], plan: { of: 4 } });
    expect(JSON.parse(await object(`runs/${run}/report.sarif`))).toMatchObject({ version: '2.1.0' });
    expect(await object(`runs/${run}/report.txt`)).toContain(`${first}  eu-central-1`);
    expect(await object(`runs/${run}/exit-code.txt`)).toBe(`${whole.exit}\n`);
  });
});
