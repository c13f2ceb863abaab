import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import terminal from '../../src/reporters/terminal.ts';
import { check, finding, gap, note, report, stream, text } from '../support/report.ts';
import { fullReport } from './full-report.ts';
import { hostileText, invisible, isCommand, withoutColors } from './hostile.ts';

const options: RenderOptions = { color: false, width: 100, unicode: true };

function linesOf(input: Report, changed: Partial<RenderOptions> = {}): readonly string[] {
  return text(terminal(input, { ...options, ...changed })).split('\n');
}

function rendered(input: Report, changed: Partial<RenderOptions> = {}): string {
  return linesOf(input, changed).join('\n');
}

const passed = finding({ status: 'pass', message: 'direct internet access is disabled', evidence: [] });
const unknown = finding({
  status: 'unknown',
  evidence: [],
  resource: { name: 'odd' },
  message: 'holds a value that this version does not know',
});
const nobody = finding({ status: 'not-applicable', evidence: [] });

describe('the first line', () => {
  it.each<[string, Report, string]>([
    ['failures, all seen', report({ findings: [finding(), passed] }), '✗ 1 finding: 1 high. Everything was seen.'],
    [
      'failures, not all seen',
      report({ findings: [finding(), finding({ severity: 'critical' }), unknown], gaps: [gap()] }),
      '✗ 2 findings: 1 critical, 1 high. Not everything was seen: 1 verdict is unknown, 1 read failed.',
    ],
    [
      'failures, interrupted',
      report({ findings: [finding()], scope: { complete: false } }),
      '✗ 1 finding: 1 high. Not everything was seen: the scan ended early.',
    ],
    [
      'failures, one question open',
      report({ findings: [finding(), unknown] }),
      '✗ 1 finding: 1 high. Not everything was settled: 1 verdict is unknown.',
    ],
    ['clean', report({ findings: [passed, nobody] }), '✓ Nothing failed: 1 verdict passed, 1 not applicable, and everything was seen.'],
    [
      'no failure, reads failed',
      report({ findings: [passed], gaps: [gap({ checks: [] })] }),
      '? No failure in what was seen, but this is no all-clear: 1 read failed.',
    ],
    [
      'no failure, unknown verdicts',
      report({ findings: [passed, unknown] }),
      '? No failure in what was settled, but this is no all-clear: 1 verdict is unknown.',
    ],
    [
      'no failure, interrupted',
      report({ findings: [passed], scope: { complete: false } }),
      '? No failure in what was seen, but this is no all-clear: the scan ended early.',
    ],
    ['nothing there', report({}), '? Nothing to judge: no resource that the checks ask about in 1 account and 1 Region.'],
    [
      'nothing that applies',
      report({ findings: [nobody] }),
      '? Nothing to judge: no check applies to what there is in 1 account and 1 Region.',
    ],
  ])('%s', (_, input, line) => {
    expect(linesOf(input, { width: 160 })[0]).toBe(line);
  });
});

describe('a group', () => {
  const three = Array.from({ length: 3 }, (_, index) => finding({ resource: { name: `n-${index}` } }));
  const unlisted = finding({
    ...unknown,
    missing: ['sagemaker:ListNotebookInstances'],
    resource: { type: 'AWS::IAM::Account', name: '111122223333' },
  });
  it.each([
    ['some of all', [...three, passed], '3 of 4 notebook instances fail'],
    ['an unknown among them', [...three, passed, unknown], '3 of 5 notebook instances fail, 1 unknown'],
    ['all that were judged', [...three, unknown], '3 of 4 notebook instances fail, 1 unknown'],
    ['all', three, 'all 3 notebook instances fail'],
    ['one', [finding()], 'the only notebook instance fails'],
    ['one of those that could be listed', [finding(), unlisted], '1 of 1 notebook instance fails, and not all could be listed'],
    ['what the question does not concern', [...three, nobody], 'all 3 notebook instances fail'],
  ])('says how many of how many fail: %s', (_, findings, phrase) => {
    expect(rendered(report({ findings }), { width: 160 })).toContain(`${phrase} · notebook-direct-internet-access`);
  });

  it('names the first resources by name, and says how many more there are', () => {
    const many = Array.from({ length: 400 }, (_, index) => finding({ resource: { name: `job-${String(399 - index).padStart(3, '0')}` } }));
    const lines = linesOf(report({ findings: many }));
    expect(lines.filter((line) => line.includes('✗ job-'))).toEqual(
      ['000', '001', '002', '003', '004'].map((number) => `    ✗ job-${number}`),
    );
    expect(lines).toContain('      … and 395 more');
  });

  it('tells account and Region only where there are several', () => {
    expect(rendered(report({ findings: [finding()] }))).toContain('✗ fraud-dev\n');
    expect(rendered(report({ findings: [finding()], scope: { regions: ['eu-west-1', 'us-east-1'] } }))).toContain(
      '✗ fraud-dev  eu-west-1\n',
    );
    expect(rendered(report({ findings: [finding()], scope: { accounts: ['111122223333', '444455556666'] } }))).toContain(
      '✗ fraud-dev  111122223333\n',
    );
  });

  it('tells the kind of resource where a check is about several', () => {
    const model = finding({ resource: { type: 'AWS::SageMaker::Model', name: 'churn' } });
    expect(rendered(report({ findings: [finding(), model] }))).toContain('✗ churn      model\n    ✗ fraud-dev  notebook instance\n');
  });

  it('shows what proves the verdict: evidence and path', () => {
    const path = [
      { kind: 'subnet', id: 'subnet-1', detail: '' },
      { kind: 'route', id: 'rtb-1', detail: '0.0.0.0/0 → igw-1' },
    ];
    const evidence = [
      { source: 'ec2:DescribeSubnets', path: 'MapPublicIpOnLaunch', value: true },
      { source: 'ec2:DescribeRouteTables', path: 'Routes', value: null },
      { source: 'ec2:DescribeRouteTables', path: 'Tags', value: [{ Key: 'a b' }] },
    ];
    expect(rendered(report({ findings: [finding({ path, evidence })] }))).toContain(
      [
        '    because  MapPublicIpOnLaunch = true (ec2:DescribeSubnets)',
        '             Routes = absent',
        '             Tags = [{"Key":"a b"}] (ec2:DescribeRouteTables)',
        '    path     subnet subnet-1',
        '             → route rtb-1: 0.0.0.0/0 → igw-1',
      ].join('\n'),
    );
  });

  it('proves one case where the others differ in their evidence only', () => {
    const evidence = (value: string) => [{ source: 'ec2:DescribeSubnets', path: 'SubnetId', value }];
    const findings = ['b', 'a', 'c'].map((name) => finding({ resource: { name }, evidence: evidence(`subnet-${name}`) }));
    expect(rendered(report({ findings }))).toContain(
      ['    ✗ c', '    because  in the case of a:', '             SubnetId = subnet-a (ec2:DescribeSubnets)', ''].join('\n'),
    );
    const same = ['b', 'a', 'c'].map((name) => finding({ resource: { name }, evidence: evidence('subnet-1') }));
    expect(rendered(report({ findings: same }))).toContain('    because  SubnetId = subnet-1 (ec2:DescribeSubnets)\n');
  });

  it('does not tell the same path twice, nor a name that the message tells', () => {
    const path = ['a', 'b'].map((id) => ({ kind: 'subnet', id, detail: '' }));
    const findings = ['one', 'two'].map((name) => finding({ path, message: `${name} is open`, resource: { name } }));
    expect(rendered(report({ findings }))).toContain(
      [
        '  ✗ one is open',
        '    because  DirectInternetAccess = Enabled (sagemaker:DescribeNotebookInstance)',
        '    path     subnet a',
        '             → subnet b',
        '',
        '  ✗ two is open',
        '    because  DirectInternetAccess = Enabled (sagemaker:DescribeNotebookInstance)',
        '    path     as above',
        '',
      ].join('\n'),
    );
  });

  it('shows the commonest reasons in full, and names the rest', () => {
    const findings = ['a', 'b', 'b', 'c', 'c', 'c', 'd', 'd', 'd', 'd', 'e'].map((reason, index) =>
      finding({ message: `reason ${reason}`, resource: { name: `n-${index}` } }),
    );
    const output = rendered(report({ findings }));
    expect(output.match(/reason \w/g)).toEqual(['reason d', 'reason c', 'reason b']);
    expect(output).toContain('2 more, for other reasons\n    ✗ n-0\n    ✗ n-10\n');
  });

  it('gives the first paragraph of the remedy, and where the rest is', () => {
    const remediation = 'Do [this](https://example.com)\nfirst.\n\nThen that.';
    const output = rendered(report({ checks: [check({ remediation })], findings: [finding()] }));
    expect(output).toContain('  fix    Do this first.\n  more   mlsec explain notebook-direct-internet-access\n');
  });

  it('stands before those that are less bad or less common', () => {
    const checks = [
      check({ id: 'low', severity: 'low' }),
      check({ id: 'rare' }),
      check({ id: 'common' }),
      check({ id: 'worst', severity: 'critical' }),
    ];
    const findings = ['low', 'rare', 'common', 'common', 'worst'].map((checkId, index) =>
      finding({ checkId, resource: { name: `n-${index}` } }),
    );
    const order = [...rendered(report({ checks, findings })).matchAll(/mlsec explain (\w+)/g)].map(([, id]) => id);
    expect(order).toEqual(['worst', 'common', 'rare', 'low']);
  });
});

describe('statuses', () => {
  it('are shown as they are asked for', () => {
    const input = report({ findings: [finding(), passed, unknown, nobody] });
    const output = rendered(input, { statuses: new Set(['pass']) });
    expect(output).toContain(
      'PASS      Not so: Notebook instance has direct internet access\n          1 of 3 notebook instances passes, 1 unknown',
    );
    expect(output).not.toContain('HIGH');
    expect(output).toContain('Failures are left out of this report, as asked.');
  });

  it('do not show an unknown verdict twice', () => {
    const output = rendered(report({ findings: [unknown] }), { statuses: new Set(['fail', 'unknown']) });
    expect(output.match(/\? odd/g)).toHaveLength(1);
  });

  it('leave a word about failures that the findings lack', () => {
    const whole = report({ findings: [finding(), finding({ resource: { name: 'second' } })] });
    const output = rendered({ ...whole, checks: [check(), check({ id: 'filtered' })], findings: [finding()] });
    expect(output).toContain('1 finding left out of this report, as asked.');
    expect(output).not.toContain('nothing to judge');
  });
});

describe('what was not seen', () => {
  it('is grouped by cause, with what it costs and what would help', () => {
    const gaps = ['e', 'd', 'c', 'b', 'a'].map((name) => gap({ resource: `arn:aws:sagemaker:eu-west-1:111122223333:model/${name}` }));
    const output = rendered(report({ findings: [passed, { ...unknown, missing: ['sagemaker:DescribeModel'] }], gaps }));
    expect(output).toContain(
      [
        'NOT SEEN  1 verdict unknown: neither passed nor failed',
        '',
        '  ✗ sagemaker:DescribeModel: AccessDeniedException, for 5 resources: a, b, c …',
        '    unknown  model-not-isolated',
        '    grant    sagemaker:DescribeModel',
      ].join('\n'),
    );
  });

  it('counts what the report counts, and names its examples', () => {
    const examples = ['a', 'b', 'c', 'd', 'e'].map((name) => `arn:aws:sagemaker:eu-west-1:111122223333:model/${name}`);
    const gaps = [gap({ resource: null, count: 100_000, examples })];
    const output = rendered(report({ findings: [passed, { ...unknown, missing: ['sagemaker:DescribeModel'] }], gaps }));
    expect(output).toContain('  ✗ sagemaker:DescribeModel: AccessDeniedException, for 100,000 resources: a, b, c …');
    expect(output).toContain('100,000 reads');
  });

  it('asks for no permission where none is missing', () => {
    const output = rendered(report({ findings: [passed], gaps: [gap({ code: 'Timeout', resource: null, checks: [] })] }));
    expect(output).toContain('sagemaker:DescribeModel: Timeout, in 111122223333 eu-west-1');
    expect(output).toContain('NOT SEEN  no verdict depends on it');
    expect(output).toContain('unknown  nothing: no verdict depends on it');
    expect(output).not.toContain('grant');
  });

  it('names what is unknown without a failed read, with the reason', () => {
    const output = rendered(
      report({ findings: [unknown, finding({ ...unknown, missing: ['ec2:DescribeVpcs'], resource: { name: 'explained' } })] }),
    );
    expect(output).toContain(
      '? notebook-direct-internet-access: 1 verdict unknown, though AWS answered\n    holds a value that this version does not know\n      ? odd\n',
    );
    expect(output).not.toContain('explained');
  });

  it('says that a scan ended early', () => {
    expect(rendered(report({ findings: [passed], scope: { complete: false } }))).toContain('The scan ended before everything was read');
  });

  it('tells the notes, also of a complete audit', () => {
    const output = rendered(report({ findings: [passed], notes: [note()] }));
    expect(output).toContain('  i 1204 training jobs older than 90 days were left out\n');
    expect(output).not.toContain('NOT SEEN');
  });
});

describe('the page', () => {
  it.each([60, 72, 80, 100, 132, 200, 240])('fits into %i columns', (width) => {
    for (const unicode of [true, false]) {
      expect(linesOf(fullReport(), { width, unicode }).filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });

  it('says the same with colours and without', () => {
    const colored = rendered(fullReport(), { color: true });
    expect(colored).toContain('\u001b[31m');
    expect(withoutColors(colored)).toBe(rendered(fullReport()));
  });

  it('holds nothing but what was meant, whatever resources and messages hold', () => {
    fc.assert(
      fc.property(
        hostileText,
        hostileText,
        fc.integer({ min: 60, max: 200 }),
        fc.boolean(),
        fc.boolean(),
        (name, message, width, unicode, color) => {
          const input = report({
            checks: [check({ title: message, remediation: message, requirements: [name] })],
            findings: [
              finding({
                message,
                resource: { name, type: `AWS::SageMaker::${name}` },
                evidence: [{ source: name, path: message, value: name }],
                path: [{ kind: name, id: message, detail: name }],
              }),
              finding({ status: 'unknown', message, resource: { name: `${name}2`, region: message, account: name } }),
            ],
            gaps: [gap({ message, resource: name, operation: name, code: message, permission: message })],
            notes: [note({ message, region: name })],
            scope: { regions: [name, message], accounts: [message, name] },
          });
          for (const line of linesOf(input, { width, unicode, color })) {
            const plain = withoutColors(line);
            expect(isCommand(plain)).toBe(false);
            expect(plain).not.toMatch(invisible);
            expect(stringWidth(plain)).toBeLessThanOrEqual(width);
            if (!unicode) expect(plain).toMatch(/^[\x20-\x7e]*$/);
          }
        },
      ),
      { numRuns: 150, examples: [['::error::\u0000', '\u0000\u001b[31m', 60, false, false]] },
    );
  });

  it('stays short for very many findings', () => {
    const messages = stream(20_000, (index) => finding({ message: `reason ${index}`, resource: { name: `n-${index}` } }));
    expect(linesOf(report({ findings: messages })).length).toBeLessThan(60);
    const gaps = Array.from({ length: 5000 }, (_, index) =>
      gap({ operation: `x:Op${index % 50}`, resource: `arn:aws:x:eu-west-1:1:y/${index}` }),
    );
    const notes = Array.from({ length: 500 }, (_, index) => note({ count: index }));
    expect(linesOf(report({ gaps, notes })).length).toBeLessThan(160);
  });
});

it('the same report gives the same bytes', () => {
  expect(rendered(fullReport())).toBe(rendered(fullReport()));
});
