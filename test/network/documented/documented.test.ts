import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TraceAnswer, TraceReport } from '../../../src/core/trace-report.ts';
import { run } from '../../cli/support/run.ts';
import type { Folder } from './answers.ts';
import type { DocumentedCase } from './chain.ts';
import { egressCases } from './egress.ts';
import { ingressCases } from './ingress.ts';
import { inspectionCases } from './inspection.ts';
import { ipv6Cases } from './ipv6.ts';
import { nameCases } from './names.ts';
import { peeringCases } from './peering.ts';
import { placeCases } from './places.ts';
import { ruleCases } from './rules.ts';
import { transitCases } from './transit.ts';
import { unreadCases } from './unread.ts';

const root = mkdtempSync(join(tmpdir(), 'mlsec-documented-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;

function saved(folder: Folder): string {
  made += 1;
  const name = `case-${made}`;
  for (const [file, content] of Object.entries(folder)) {
    const path = join(root, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  }
  return name;
}

const nameOf = ({ question, family, target }: TraceAnswer) =>
  question === 'endpoint' ? `endpoint ${target}` : `${question}${family ?? ''}`;

/** The verdicts on what a case wants to know, of the command itself. */
async function verdicts({ folder, of = 'eni-w', want }: DocumentedCase): Promise<Record<string, string>> {
  const name = saved(folder);
  const trace = async (...more: readonly string[]) => {
    const { stdout, stderr } = await run(['trace', of, '--inventory', name, '-f', 'json', ...more], { cwd: root });
    if (stdout === '') throw new Error(stderr);
    return (JSON.parse(stdout) as TraceReport).answers;
  };
  const questions = Object.keys(want);
  const all = questions.some((each) => !each.startsWith('to ')) ? await trace() : [];
  const told: Record<string, string> = {};
  for (const question of questions) {
    const [answer] = question.startsWith('to ')
      ? await trace('--to', question.slice('to '.length))
      : all.filter((each) => nameOf(each) === question);
    told[question] = answer === undefined ? 'not asked' : answer.verdict;
  }
  return told;
}

describe.each(
  Object.entries({
    egressCases,
    ruleCases,
    ipv6Cases,
    transitCases,
    peeringCases,
    ingressCases,
    nameCases,
    inspectionCases,
    unreadCases,
    placeCases,
  }),
)('%s', (_name, cases) => {
  it.each(Object.entries(cases))('%s', async (_case, documented) => {
    expect(await verdicts(documented)).toEqual(documented.want);
  });
});
