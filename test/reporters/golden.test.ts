import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import type { Status } from '../../src/core/status.ts';
import { loadReporter, type Format } from '../../src/reporters/index.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import { check, finding, gap, report, text } from '../support/report.ts';
import { fullReport } from './full-report.ts';

const plain: RenderOptions = { color: false, width: 100, unicode: true };
const passes = ['fraud-dev', 'fraud-prod', 'pricing'].map((name) =>
  finding({ status: 'pass', message: 'direct internet access is disabled', evidence: [], resource: { name } }),
);
const blind = report({
  checks: [
    check(),
    check({ id: 'model-not-isolated', title: 'Model is not isolated from the network', family: 'network-isolation', severity: 'medium' }),
  ],
  findings: [
    ...passes,
    finding({
      checkId: 'model-not-isolated',
      status: 'unknown',
      severity: 'medium',
      evidence: [],
      missing: ['sagemaker:DescribeModel'],
      resource: { type: 'AWS::SageMaker::Model', name: 'churn' },
    }),
  ],
  gaps: [gap()],
});
const statuses = (...wanted: readonly Status[]) => ({ statuses: new Set(wanted) });

/** Whole reports as people and programs get them. Read the difference aloud before you accept one. */
describe('golden reports', () => {
  it.each<[string, Format, Report, Partial<RenderOptions>]>([
    ['full-60.txt', 'terminal', fullReport(), { width: 60 }],
    ['full-100.txt', 'terminal', fullReport(), {}],
    ['full-200.txt', 'terminal', fullReport(), { width: 200 }],
    ['full-100-color.txt', 'terminal', fullReport(), { color: true }],
    ['full-80-ascii.txt', 'terminal', fullReport(), { width: 80, unicode: false }],
    ['passes-100.txt', 'terminal', fullReport(), statuses('pass', 'not-applicable')],
    ['clean-80.txt', 'terminal', report({ findings: passes }), { width: 80 }],
    ['blind-80.txt', 'terminal', blind, { width: 80 }],
    ['nothing-80.txt', 'terminal', report({}), { width: 80 }],
    ['full.json', 'json', fullReport(), {}],
    ['full.sarif', 'sarif', fullReport(), {}],
  ])('%s', async (file, format, input, options) => {
    const render = await loadReporter(format);
    await expect(text(render(input, { ...plain, ...options }))).toMatchFileSnapshot(`../../fixtures/reports/${file}`);
  });
});
