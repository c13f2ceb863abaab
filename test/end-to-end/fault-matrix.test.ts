import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { allCells, faultKinds, operations, type Cell, type CellKind } from '../support/fault-matrix/cells.ts';
import { drawn, inTurn, seedOfToday } from '../support/fault-matrix/drawn.ts';
import { runCell, type Audited, type CellEnd } from '../support/fault-matrix/run-cell.ts';
import { demoEnvironment, undisturbed, type Undisturbed } from '../support/fault-matrix/undisturbed.ts';
import { violations, violationsIn } from '../support/fault-matrix/violations.ts';
import type { Finding } from '../../src/core/finding.ts';

let base: Undisturbed;
beforeAll(async () => {
  for (const [name, value] of Object.entries(demoEnvironment())) vi.stubEnv(name, value);
  base = await undisturbed();
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const cells = allCells();
const seed = Number(process.env['MLSEC_FAULT_SEED'] ?? seedOfToday());
const sample = drawn(cells, 200, seed);
const collector = inTurn(collectors, seed);
const rest = cells.filter((cell) => (collector.actions as readonly string[]).includes(cell.operation) && !sample.includes(cell));

describe('the cells', () => {
  it('are every operation that a collector declares, in every way', () => {
    const declared = new Set<string>(collectors.flatMap(({ actions }) => actions as readonly string[]));
    expect(new Set(cells.map(({ operation }) => operation))).toEqual(declared);
    const [pages, describes]: readonly CellKind[] = ['repeated page token', 'gone between list and describe'];
    const everywhere = Object.keys(faultKinds).filter((kind) => kind !== pages && kind !== describes);
    // The answer to HEAD has no body, and so three ways less.
    expect(cells.filter(({ kind }) => kind !== pages && kind !== describes)).toHaveLength(declared.size * everywhere.length - 3);
    expect(new Set(cells.map(({ operation, kind }) => `${operation} ${kind}`)).size).toBe(cells.length);
  });

  it('repeat a token for every list of SageMaker, and have every description miss its resource', () => {
    const of = (kind: CellKind): readonly string[] => cells.filter((cell) => cell.kind === kind).map(({ operation }) => operation);
    expect(of('repeated page token')).toEqual(expect.arrayContaining(operations.filter((name) => name.startsWith('sagemaker:List'))));
    expect(of('gone between list and describe')).toEqual(
      expect.arrayContaining(operations.filter((name) => name.startsWith('sagemaker:Describe'))),
    );
  });

  it('are drawn by the seed alone, and by another one otherwise', () => {
    expect(drawn(cells, 200, 7)).toEqual(drawn([...cells].reverse(), 200, 7));
    expect(drawn(cells, 200, 8)).not.toEqual(drawn(cells, 200, 7));
    expect(new Set(drawn(cells, 200, 7)).size).toBe(200);
    expect(new Set(collectors.map((_collector, day) => inTurn(collectors, 20_000 + day))).size).toBe(collectors.length);
  });
});

// All of them, with the same seeds: npx tsx scripts/fault-matrix.ts
describe(`${sample.length + rest.length} of ${cells.length} cells: 200 by seed ${seed}, and the rest of ${collector.section}`, () => {
  it.concurrent.each([...sample, ...rest])(
    '$operation: $kind',
    async (cell) => {
      expect(await violationsIn(cell, base)).toEqual([]);
    },
    180_000,
  );
});

describe('the matrix sees', () => {
  const cell: Cell = { operation: 'sagemaker:DescribeNotebookInstance', kind: 'access denied' };
  let end: CellEnd;
  let audited: Audited;
  beforeAll(async () => {
    end = await runCell(cell, base);
    if (end.audited === undefined) throw new Error('no audit');
    audited = end.audited;
  });

  /** What is seen where the findings of the disturbed audit are changed. */
  const withFindings = (change: (findings: readonly Finding[]) => readonly Finding[], more: Partial<Audited> = {}): readonly string[] =>
    violations({ ...end, audited: { ...audited, report: { ...audited.report, findings: change([...audited.report.findings]) }, ...more } });
  const root = 'notebook-root-access';
  const first = (findings: readonly Finding[]): Finding => {
    const found = findings.find(({ checkId }) => checkId === root);
    if (found === undefined) throw new Error('no finding');
    return found;
  };
  const before = (finding: Finding): Finding | undefined =>
    [...audited.before].find(({ checkId, resource }) => checkId === root && resource.arn === finding.resource.arn);
  const otherThan = (finding: Finding): Finding['status'] => (before(finding)?.status === 'pass' ? 'fail' : 'pass');

  it('nothing, where all is well', () => expect(violations(end)).toEqual([]));

  it('a verdict that is another one', () =>
    expect(
      withFindings((all) => all.map((finding) => (finding === first(all) ? { ...finding, status: otherThan(finding) } : finding))),
    ).toEqual([expect.stringMatching(/^notebook-root-access .* was (pass|fail) and is (fail|pass)$/)]));

  it('a verdict that nobody gave before', () =>
    expect(
      withFindings((all) => [...all, { ...first(all), status: 'pass', resource: { ...first(all).resource, arn: 'arn:new' } }]),
    ).toEqual([expect.stringContaining('arn:new was not there and is pass')]));

  it('an unknown that is decided', () => {
    const unknown = audited.before.map((finding) => (finding.checkId === root ? { ...finding, status: 'unknown' as const } : finding));
    const seen = withFindings(
      (all) => all.map((finding) => (finding.checkId === root ? { ...finding, status: 'pass' as const } : finding)),
      {
        before: unknown,
      },
    );
    expect(seen).toContainEqual(expect.stringMatching(/^notebook-root-access .* was unknown and is pass$/));
  });

  it('a verdict that is gone without a word', () =>
    expect(withFindings((all) => all.filter((finding) => finding !== first(all)))).toEqual([
      expect.stringContaining('and is no more, and nothing says so'),
    ]));

  it('a gap that is missing, or tells of another permission', () => {
    const gaps = audited.report.gaps.map((gap) => ({ ...gap, permission: 'sagemaker:ListModels', code: 'Odd' }));
    expect(violations({ ...end, audited: { ...audited, report: { ...audited.report, gaps } } })).toEqual(
      expect.arrayContaining([
        'the permission for sagemaker:DescribeNotebookInstance would be sagemaker:ListModels',
        expect.stringContaining('a gap of code Odd'),
      ]),
    );
    expect(violations({ ...end, audited: { ...audited, report: { ...audited.report, gaps: [] } } })).toEqual(
      expect.arrayContaining(['nothing says that a call went wrong', 'no gap names notebook-root-access, which has changed']),
    );
  });

  it('an exit code that hides what is missing', () => {
    const onlyRoot = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ checkId }) => checkId === root);
    const seen = withFindings(onlyRoot, { before: onlyRoot(audited.before), exit: 0 });
    expect(seen).toEqual(['exit 0, though a verdict that counts is missing']);
  });

  it('an error in place of an audit, and an operation that was not called', () => {
    expect(violations({ ...end, audited: undefined, error: new TypeError('x is undefined') })).toEqual([
      expect.stringContaining('ended with TypeError: x is undefined'),
    ]);
    expect(violations({ ...end, struck: false })).toEqual([expect.stringContaining('is not called')]);
  });

  it('what was lost to a fault that passes', () =>
    expect(violations({ ...end, cell: { ...cell, kind: 'throttled for a while' } })).toContainEqual(
      expect.stringContaining('though nothing was lost'),
    ));
});
