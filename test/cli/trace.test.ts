import { describe, expect, test } from 'vitest';
import type { TraceAnswer, TraceReport } from '../../src/core/trace-report.ts';
import { run } from './support/run.ts';

const trace = (...args: string[]) => run(['trace', '--demo', ...args]);

async function report(...args: string[]): Promise<TraceReport> {
  const { exit, stdout, stderr } = await trace(...args, '-f', 'json');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout) as TraceReport;
}

function answerTo({ answers }: TraceReport, question: TraceAnswer['question'], family: TraceAnswer['family']): TraceAnswer {
  const found = answers.find((each) => each.question === question && each.family === family);
  if (found === undefined) throw new Error(`no answer to ${question}`);
  return found;
}

// In the demo account platform-sandbox stands in a VPC alone, whose default route goes to a NAT gateway; fraud-claims-lab has direct internet access,
// and a default route to an internet gateway without a public address.
describe('trace', () => {
  test('shows the way out hop by hop, and what would cut it', async () => {
    const out = answerTo(await report('platform-sandbox'), 'egress', 4);
    expect(out.verdict).toBe('reachable');
    const open = out.pieces.filter(({ verdict }) => verdict === 'reachable');
    expect(open.length).toBeGreaterThan(0);
    for (const { path } of open) {
      const kinds = path.map(({ kind }) => kind);
      expect(kinds[0]).toBe('subnet');
      expect(kinds).toContain('security-group-rule');
      expect(kinds).toContain('route');
      expect(kinds.at(-1)).toBe('internet');
    }
    expect(out.smallestChanges.length).toBeGreaterThan(0);
    for (const command of out.smallestChanges.flatMap(({ changes }) => changes.flatMap(({ commands }) => commands)))
      expect(command).toMatch(/^aws ec2 /);
  });

  test('shows what blocks, where it is blocked', async () => {
    const out = answerTo(await report('fraud-gnn-v3'), 'egress', 4);
    expect(out.verdict).toBe('blocked');
    expect(out.pieces.map(({ blockedBy }) => blockedBy?.code)).toContain('NO_PUBLIC_ADDRESS');
  });

  test.each([
    // A network of SageMaker's own leads to public addresses, whatever the VPC says; those for documentation are told apart by nobody.
    ['fraud-claims-lab', '8.8.8.8:443', 'reachable'],
    ['fraud-claims-lab', '203.0.113.7:443', 'reachable'],
    ['fraud-claims-lab', '[2600::1]:443', 'undecided'],
    ['fraud-claims-lab', '192.168.3.4:22', 'blocked'],
    ['fraud-gnn-v3', '8.8.8.8:443', 'blocked'],
    ['fraud-gnn-v3', 'api.example.com:443', 'blocked'],
    ['vision-detector-v9', '10.0.0.0/8', 'blocked'],
  ])('%s --to %s: %s', async (name, target, verdict) => {
    const { answers } = await report(name, '--to', target);
    expect(answers.map((each) => [each.question, each.target, each.verdict])).toEqual([['to', target, verdict]]);
    expect(answers[0]?.pieces.some((piece) => piece.verdict === verdict)).toBe(true);
  });

  test('is undecided, and names the call, where the workload could not be read', async () => {
    const { answers } = await report('vision-ocr-2026-11-16-08-45-19-640');
    expect(answers.length).toBe(5);
    expect([...new Set(answers.map(({ verdict }) => verdict))]).toEqual(['undecided']);
    expect(JSON.stringify(answers)).toContain('sagemaker:DescribeTrainingJob');
  });

  test.each([
    [['nope'], /nothing is called nope/],
    [['platform-sandbx'], /platform-sandbox/],
    [['fraud-rules'], /fraud-rules names 2 resources\nhint: name one by its ARN: arn:aws:sagemaker:.*fraud-rules, arn:/],
    [['platform-sandbox', '--to', 'foo bar'], /--to foo bar is no address, block or host name/],
    [['platform-sandbox', '--to', '10.0.0.0/33'], /10\.0\.0\.0\/33/],
    [['platform-sandbox', '--to', '10.0.0.1:99999'], /10\.0\.0\.1:99999/],
    [['platform-sandbox', '-f', 'sarif'], /sarif/],
    [[], /resource/],
  ])('%j is refused, with exit code 2', async (args, message) => {
    const { exit, stdout, stderr } = await trace(...args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
