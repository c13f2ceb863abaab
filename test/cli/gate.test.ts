import { describe, expect, test } from 'vitest';
import { gate, type GateOptions, type ScanEnd } from '../../src/cli/gate.ts';
import type { Report } from '../../src/core/report.ts';
import { audit } from '../../src/engine/audit.ts';
import { known } from '../../src/inventory/fact.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { account, accountOf, header, notebook, refusedAccount, region } from './support/account.ts';
import { tinyChecks } from './support/tiny-checks.ts';

const strict: GateOptions = { failOn: 'high', allowIncomplete: new Set(), failOnUnknown: false };
const finished: ScanEnd = { signal: null, interrupted: false };

const [highCheck, lowCheck] = tinyChecks;

function reportOf(notebooks: readonly (string | null)[], checks = tinyChecks): Report {
  return audit(accountOf(notebooks.map((rootAccess, index) => notebook(`n${index}`, rootAccess))), checks, '0.0.0');
}

const withoutNotebooks: Inventory = {
  header,
  sections: [{ account, region, section: 'models', fact: known([]), ledger: [], notes: [] }],
};

const only = (check: (typeof tinyChecks)[number] | undefined) => (check === undefined ? [] : [check]);

describe('the gate', () => {
  test.each<[string, Report, Partial<GateOptions>, number, string]>([
    ['nothing found', reportOf(['Disabled']), {}, 0, 'no findings'],
    ['an empty account', reportOf([]), {}, 0, 'no findings'],
    ['findings at the threshold', reportOf(['Enabled', 'Enabled']), {}, 1, '2 findings at or above high'],
    ['findings below it', reportOf(['Enabled'], only(lowCheck)), {}, 0, 'no finding at or above high (1 below)'],
    ['findings above it', reportOf(['Enabled'], only(highCheck)), { failOn: 'low' }, 1, '1 finding at or above low'],
    ['a lower threshold counts all', reportOf(['Enabled']), { failOn: 'info' }, 1, '2 findings at or above info'],
    ['a higher one counts none', reportOf(['Enabled']), { failOn: 'critical' }, 0, 'no finding at or above critical (2 below)'],
    ['none', reportOf(['Enabled']), { failOn: 'none' }, 0, '2 findings, none of which counts with --fail-on none'],
    [
      'a failed read',
      reportOf([null]),
      {},
      3,
      'no finding at or above high, but the audit is incomplete: 1 failed read could hide more (sagemaker:DescribeNotebookInstance)',
    ],
    ['reads that failed alike, each of which counts', reportOf([null, null, null]), {}, 3, ': 3 failed reads could hide more'],
    ['a failed read that only lower checks asked for', reportOf([null], only(lowCheck)), {}, 0, 'no findings'],
    ['a failed read and a lower threshold', reportOf([null], only(lowCheck)), { failOn: 'low' }, 3, ''],
    ['a failed read and none', reportOf([null]), { failOn: 'none' }, 0, ''],
    ['a whole section that was refused', audit(refusedAccount(), tinyChecks, '0.0.0'), {}, 3, 'sagemaker:ListNotebookInstances'],
    ['an inventory that never had the section', audit(withoutNotebooks, tinyChecks, '0.0.0'), {}, 3, 'sagemaker:ListNotebookInstances'],
    [
      'a finding wins over a failed read, and both are told',
      reportOf(['Enabled', null]),
      {},
      1,
      '1 finding at or above high; 1 failed read could hide more (sagemaker:DescribeNotebookInstance)',
    ],
    ['all failed reads allowed', reportOf([null]), { allowIncomplete: 'all' }, 0, 'no findings'],
    ['its operation allowed', reportOf([null]), { allowIncomplete: new Set(['sagemaker:describenotebookinstance']) }, 0, ''],
    ['another operation allowed', reportOf([null]), { allowIncomplete: new Set(['sagemaker:describemodel']) }, 3, ''],
    ['an undecided verdict', reportOf(['Perhaps']), {}, 0, 'no findings'],
    ['an undecided verdict, asked for', reportOf(['Perhaps']), { failOnUnknown: true }, 3, '1 verdict could not be decided'],
    ['an undecided verdict below the threshold', reportOf(['Perhaps'], only(lowCheck)), { failOnUnknown: true }, 0, ''],
    ['an unknown from a failed read is none of those', reportOf([null]), { failOnUnknown: true, allowIncomplete: 'all' }, 0, ''],
    ['an undecided verdict is not lifted by allowed reads', reportOf(['Perhaps']), { failOnUnknown: true, allowIncomplete: 'all' }, 3, ''],
  ])('%s', (_name, report, options, code, reason) => {
    const result = gate(report, { ...strict, ...options }, finished);
    expect(result.code).toBe(code);
    expect(result.reason).toContain(reason);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s exits %i, whatever was found', (signal, code) => {
    expect(gate(reportOf(['Enabled']), strict, { signal, interrupted: true }).code).toBe(code);
    expect(gate(reportOf([]), strict, { signal, interrupted: true }).code).toBe(code);
  });

  test('an inventory that was interrupted when it was made is never clean', () => {
    const end: ScanEnd = { signal: null, interrupted: true };
    expect(gate(reportOf(['Disabled']), strict, end)).toEqual({
      code: 3,
      reason: 'no finding at or above high, but the audit is incomplete: the collection was interrupted',
    });
    expect(gate(reportOf(['Disabled']), { ...strict, allowIncomplete: 'all' }, end).code).toBe(0);
    expect(gate(reportOf(['Disabled']), { ...strict, failOn: 'none' }, end).code).toBe(0);
    expect(gate(reportOf(['Enabled']), strict, end).code).toBe(1);
  });
});
