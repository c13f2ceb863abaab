import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { severities } from '../../src/core/severity.ts';
import type { Status } from '../../src/core/status.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import sarif from '../../src/reporters/sarif.ts';
import { check, finding, gap, note, report, stream, text } from '../support/report.ts';
import { fullReport } from './full-report.ts';
import { objections } from './github-rules.ts';
import { hostileText, invisible, isCommand } from './hostile.ts';

const options: RenderOptions = { color: false, width: 80, unicode: true };

function logOf(input: Report, statuses?: readonly Status[]) {
  return JSON.parse(text(sarif(input, statuses === undefined ? options : { ...options, statuses: new Set(statuses) })));
}

function runOf(input: Report, statuses?: readonly Status[]) {
  return logOf(input, statuses).runs[0];
}

function notificationsOf(input: Report) {
  return runOf(input).invocations[0].toolExecutionNotifications;
}

describe('sarif, as GitHub reads it', () => {
  it.each([
    ['something of everything', fullReport()],
    ['no findings', report({})],
    ['no checks', report({ checks: [] })],
    ['checks without words', report({ checks: [check({ description: '', remediation: '', references: [] })], findings: [finding()] })],
    [
      'checks with too many',
      report({ checks: [check({ title: 'x'.repeat(5000), description: '🙂'.repeat(5000) })], findings: [finding()] }),
    ],
  ])('has nothing to object to: %s', (_, input) => {
    expect(objections(logOf(input))).toEqual([]);
  });

  it('has nothing to object to, whatever resources and messages hold', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (name, message, region) => {
        const output = text(
          sarif(report({ findings: [finding({ message, resource: { name, region } })], notes: [note({ message })] }), options),
        );
        expect(objections(JSON.parse(output))).toEqual([]);
        for (const line of output.split('\n')) {
          expect(isCommand(line)).toBe(false);
          expect(line).not.toMatch(invisible);
        }
      }),
    );
  });

  type Log = ReturnType<typeof logOf>;
  it.each<[string, (broken: Log) => void]>([
    ['$schema', (broken) => (broken.$schema = '')],
    ['runs: 1 to 20', (broken) => (broken.runs = Array.from({ length: 21 }, () => broken.runs[0]))],
    ['rule notebook-direct-internet-access: help.text', (broken) => (broken.runs[0].tool.driver.rules[1].help.text = '')],
    [
      'rule notebook-direct-internet-access: tags: at most 10, security among them',
      (broken) => broken.runs[0].tool.driver.rules[1].properties.tags.shift(),
    ],
    [
      'rule notebook-direct-internet-access: security-severity: a string, 0.0 to 10.0',
      (broken) => (broken.runs[0].tool.driver.rules[1].properties['security-severity'] = 8),
    ],
    ['result security-group-open-inwards: ruleIndex', (broken) => (broken.runs[0].results[0].ruleIndex = 3)],
    [
      'result security-group-open-inwards: uri: relative, valid, of a file',
      (broken) => (broken.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'arn:aws:ec2'),
    ],
    [
      'result security-group-open-inwards: region.endColumn',
      (broken) => delete broken.runs[0].results[0].locations[0].physicalLocation.region.endColumn,
    ],
    ['result security-group-open-inwards: locations: 1 to 1,000', (broken) => (broken.runs[0].results[0].locations = [])],
    ['two alerts with one fingerprint', (broken) => broken.runs[0].results.push(broken.runs[0].results[0])],
  ])('these rules do object: %s', (objection, breakIt) => {
    const broken = logOf(fullReport());
    breakIt(broken);
    expect(objections(broken)).toContain(objection);
  });
});

describe('sarif results', () => {
  it('are the open fails, in the order of the report', () => {
    const input = fullReport();
    const fails = [...input.findings].filter(({ status }) => status === 'fail');
    const { results } = runOf(input);
    expect(results.map((result: { properties: { arn: string } }) => result.properties.arn)).toEqual(
      fails.map(({ resource }) => resource.arn),
    );
    expect(new Set(results.map((result: { kind: string }) => result.kind))).toEqual(new Set(['fail']));
  });

  it('say what is wrong with which resource, then what proves it', () => {
    const path = [
      { kind: 'subnet', id: 'subnet-1', detail: '' },
      { kind: 'route', id: 'rtb-1', detail: '0.0.0.0/0 → igw-1' },
    ];
    const [result] = runOf(report({ findings: [finding({ path })] })).results;
    expect(result).toEqual({
      ruleId: 'notebook-direct-internet-access',
      ruleIndex: 0,
      kind: 'fail',
      level: 'error',
      message: {
        text: [
          'fraud-dev: direct internet access is enabled, so traffic leaves past the VPC.',
          'Evidence: DirectInternetAccess = Enabled (sagemaker:DescribeNotebookInstance)',
          'Hop 1: subnet subnet-1',
          'Hop 2: route rtb-1: 0.0.0.0/0 → igw-1',
        ].join('\n'),
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'aws/aws/111122223333/eu-west-1/sagemaker/notebook-instance/fraud-dev' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
          },
          logicalLocations: [
            {
              name: 'fraud-dev',
              fullyQualifiedName: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/fraud-dev',
              kind: 'resource',
            },
          ],
        },
      ],
      partialFingerprints: { primaryLocationLineHash: `${finding().fingerprint.slice(0, 16)}:1`, 'mlsecFinding/v1': finding().fingerprint },
      properties: {
        account: '111122223333',
        region: 'eu-west-1',
        arn: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/fraud-dev',
        resourceType: 'AWS::SageMaker::NotebookInstance',
        severity: 'high',
        requirements: ['EGR-1'],
        controls: ['FSBP/SageMaker.1'],
        evidence: [{ source: 'sagemaker:DescribeNotebookInstance', path: 'DirectInternetAccess', value: 'Enabled' }],
      },
    });
  });

  it.each([
    ['fail', 'fail', 'error'],
    ['unknown', 'open', 'none'],
    ['pass', 'pass', 'none'],
    ['not-applicable', 'notApplicable', 'none'],
  ] as const)('of status %s have the kind %s and the level %s, when they are asked for', (status, kind, level) => {
    const input = report({
      findings: [finding({ status, resource: { name: 'wanted' } }), finding({ status: status === 'pass' ? 'fail' : 'pass' })],
    });
    expect(runOf(input, [status]).results).toMatchObject([{ kind, level }]);
  });

  it('hold no Markdown but what was meant', () => {
    const [result] = runOf(
      report({ findings: [finding({ message: 'x', resource: { name: '[a](http://b) `c` <img> _d_ *e*' } })] }),
    ).results;
    expect(result.message.text.split('\n')[0]).toBe(String.raw`\[a\](http://b) \`c\` \<img\> \_d\_ \*e\*: x.`);
  });

  it('do not say the name of the resource twice', () => {
    const [result] = runOf(report({ findings: [finding({ message: 'fraud-dev has direct internet access' })] })).results;
    expect(result.message.text.split('\n')[0]).toBe('fraud-dev has direct internet access.');
  });
});

describe('sarif rules', () => {
  it('are there for every check that ran, with the severity that GitHub reads', () => {
    const checks = severities.map((severity) => check({ id: `check-${severity}`, severity }));
    const { rules } = runOf(report({ checks })).tool.driver;
    expect(
      rules.map((rule: { name: string; properties: Record<string, unknown>; defaultConfiguration: { level: string } }) => [
        rule.name,
        rule.properties['security-severity'],
        rule.defaultConfiguration.level,
      ]),
    ).toEqual([
      ['CheckCritical', '9.5', 'error'],
      ['CheckHigh', '8.0', 'error'],
      ['CheckMedium', '5.5', 'warning'],
      ['CheckLow', '2.0', 'note'],
      ['CheckInfo', '0.0', 'note'],
    ]);
  });

  it('carry the whole help', () => {
    const [rule] = runOf(report({})).tool.driver.rules;
    const { description, remediation, references } = check();
    for (const part of [description, remediation, ...references]) expect(rule.help.markdown).toContain(part);
    expect(rule.fullDescription.text).toBe('Looks at `DirectInternetAccess`.');
  });
});

describe('sarif notifications', () => {
  it('say what was not evaluated: gaps, unknown verdicts, notes', () => {
    const input = report({
      findings: [finding({ status: 'unknown', message: 'could not be judged', missing: ['sagemaker:DescribeModel'] })],
      gaps: [gap({ checks: [] }), gap({ resource: null })],
      notes: [note()],
    });
    expect(notificationsOf(input)).toMatchObject([
      {
        descriptor: { id: 'not-evaluated' },
        level: 'warning',
        message: { text: 'notebook-direct-internet-access: 1 resource was not evaluated, such as fraud-dev: could not be judged' },
      },
      {
        descriptor: { id: 'failed-read' },
        level: 'warning',
        message: {
          text: 'sagemaker:DescribeModel failed with AccessDeniedException in 111122223333 eu-west-1; unknown because of it: model-not-isolated.',
        },
        properties: {
          operation: 'sagemaker:DescribeModel',
          code: 'AccessDeniedException',
          permission: 'sagemaker:DescribeModel',
          resource: null,
          checks: ['model-not-isolated'],
        },
      },
      { descriptor: { id: 'failed-read' }, level: 'warning', properties: { checks: [] } },
      { descriptor: { id: 'older-jobs-left-out' }, level: 'note', properties: { section: 'trainingJobs', count: 1204 } },
    ]);
    const examples = ['arn:aws:sagemaker:eu-west-1:111122223333:model/a', 'arn:aws:sagemaker:eu-west-1:111122223333:model/b'];
    expect(notificationsOf(report({ gaps: [gap({ resource: null, count: 100_000, examples })] }))).toMatchObject([
      {
        message: {
          text: expect.stringContaining(
            'in 111122223333 eu-west-1 100000 times, such as for arn:aws:sagemaker:eu-west-1:111122223333:model/a;',
          ),
        },
        properties: { resource: null, count: 100_000, examples },
      },
    ]);
    expect(runOf(input).invocations[0]).toMatchObject({
      executionSuccessful: false,
      startTimeUtc: '2026-11-23T10:00:00.000Z',
      endTimeUtc: '2026-11-23T10:02:11.000Z',
    });
  });

  it('name descriptors that exist', () => {
    const { tool, invocations } = runOf(fullReport());
    for (const { descriptor } of invocations[0].toolExecutionNotifications) {
      expect(tool.driver.notifications[descriptor.index].id).toBe(descriptor.id);
    }
  });

  it('are bounded, and say how many are left out', () => {
    const gaps = Array.from({ length: 3000 }, (_, index) => gap({ resource: `arn:aws:sagemaker:eu-west-1:111122223333:model/${index}` }));
    const all = notificationsOf(report({ gaps, notes: [note()] }));
    expect(all).toHaveLength(1001);
    expect(all.at(-1)).toMatchObject({
      descriptor: { id: 'notifications-left-out' },
      message: { text: '2001 more notifications are not in this file.' },
    });
  });
});

describe('sarif limits', () => {
  it('keeps the worst 25,000 results, and says what is left out', () => {
    const kinds = ['low', 'critical', 'medium'] as const;
    const findings = stream(30_000, (index) => finding({ severity: kinds[index % 3] ?? 'low', resource: { name: `n-${index}` } }));
    const run = runOf(report({ findings }));
    const left = run.results.map((result: { properties: { severity: string } }) => result.properties.severity);
    expect(left).toHaveLength(25_000);
    expect(left.filter((severity: string) => severity === 'critical')).toHaveLength(10_000);
    expect(left.filter((severity: string) => severity === 'medium')).toHaveLength(10_000);
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      descriptor: { id: 'results-left-out' },
      message: { text: '5000 results are not in this file: 5000 low (fail).' },
    });
  });

  it('keeps 25,000 rules', () => {
    const checks = Array.from({ length: 25_001 }, (_, index) => check({ id: `check-${index}` }));
    const run = runOf(report({ checks, findings: [finding({ checkId: 'check-25000' })] }));
    expect(run.tool.driver.rules).toHaveLength(25_000);
    expect(run.results[0]).not.toHaveProperty('ruleIndex');
  });

  it('prefers fails to whatever else was asked for', () => {
    const findings = stream(26_000, (index) => finding({ status: index < 25_500 ? 'pass' : 'fail', resource: { name: `n-${index}` } }));
    const { results } = runOf(report({ findings }), ['pass', 'fail']);
    expect(results).toHaveLength(25_000);
    expect(results.filter((result: { kind: string }) => result.kind === 'fail')).toHaveLength(500);
  });

  it('writes each result before it asks for the next', () => {
    let made = 0;
    const findings = stream(1000, (index) => {
      made++;
      return finding({ resource: { name: `n-${index}` } });
    });
    const big = report({ findings });
    made = 0;
    let written = 0;
    for (const chunk of sarif(big, options)) {
      if (chunk.includes('"ruleId"')) written++;
      // The first walk is over before the first result; nothing of it is kept.
      if (written > 0) expect(made - 1000 - written).toBeLessThanOrEqual(1);
    }
    expect(written).toBe(1000);
  });
});

describe('sarif category', () => {
  const idOf = (input: Report): string => runOf(input).automationDetails.id;
  const scope = { accounts: ['111122223333', '444455556666'], regions: ['eu-west-1', 'us-east-1'] };

  it('is readable, and the same for the same scope in any order', () => {
    const id = idOf(report({ scope }));
    expect(id).toMatch(/^mlsec\/111122223333_444455556666\/eu-west-1_us-east-1\/all-checks\/$/);
    expect(idOf(report({ scope: { accounts: [...scope.accounts].reverse(), regions: [...scope.regions].reverse() } }))).toBe(id);
    expect(idOf(report({ scope: { ...scope, startedAt: '2027-01-01T00:00:00.000Z', complete: false }, findings: [finding()] }))).toBe(id);
  });

  it.each([
    ['fewer accounts', report({ scope: { ...scope, accounts: ['111122223333'] } })],
    ['fewer Regions', report({ scope: { ...scope, regions: ['eu-west-1'] } })],
    ['one check', report({ scope: { ...scope, selection: ['a-check'] } })],
    ['a family', report({ scope: { ...scope, selection: ['root-access'] } })],
    ['more than can be read', report({ scope: { ...scope, selection: ['a', 'b', 'c', 'd'] } })],
  ])('differs for %s, for an upload closes all that is missing in its category', (_, other) => {
    expect(idOf(other)).not.toBe(idOf(report({ scope })));
  });

  it('is the same when a later version has more checks', () => {
    expect(idOf(report({ scope, checks: [check(), check({ id: 'another' })] }))).toBe(idOf(report({ scope })));
  });

  it('stays short for a whole organisation', () => {
    const accounts = Array.from({ length: 900 }, (_, index) => String(100_000_000_000 + index));
    const id = idOf(report({ scope: { ...scope, accounts } }));
    expect(id).toMatch(/^mlsec\/900-accounts-[0-9a-f]{12}\//);
    expect(idOf(report({ scope: { ...scope, accounts: accounts.slice(1) } }))).not.toBe(id);
  });
});

it('the same report gives the same bytes', () => {
  expect(text(sarif(fullReport(), options))).toBe(text(sarif(fullReport(), options)));
});
