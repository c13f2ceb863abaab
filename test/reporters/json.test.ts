import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { families } from '../../src/core/family.ts';
import { requirementIds } from '../../src/core/requirement.ts';
import { severities } from '../../src/core/severity.ts';
import { statuses } from '../../src/core/status.ts';
import json from '../../src/reporters/json.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import { finding, gap, report, stream, text } from '../support/report.ts';
import { fullReport } from './full-report.ts';
import { hostileText, invisible, isCommand } from './hostile.ts';

const options: RenderOptions = { color: false, width: 80, unicode: true };
const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** The rendered report as data that a test may break. */
function rendered() {
  return JSON.parse(text(json(fullReport(), options)));
}

describe('json', () => {
  it('says exactly what the report says', () => {
    const full = fullReport();
    expect(rendered()).toEqual({ ...full, findings: [...full.findings] });
  });

  it('counts reads that failed alike, as the schema allows', () => {
    const examples = ['arn:aws:sagemaker:eu-west-1:111122223333:model/a'];
    const many = { ...fullReport(), gaps: [gap({ resource: null, count: 100_000, examples })] };
    const said = JSON.parse(text(json(many, options)));
    validate(said);
    expect(validate.errors).toBeNull();
    expect(said.gaps).toEqual(many.gaps);
    expect(Object.keys(said.gaps[0])).toEqual([
      'operation',
      'code',
      'message',
      'permission',
      'account',
      'region',
      'resource',
      'count',
      'examples',
      'checks',
    ]);
  });

  it('keeps the order of the fields, and ends with a line end', () => {
    const output = text(json(fullReport(), options));
    expect(Object.keys(JSON.parse(output))).toEqual(['schemaVersion', 'tool', 'scope', 'checks', 'findings', 'gaps', 'notes', 'summary']);
    expect(output.endsWith('}\n')).toBe(true);
  });

  it('leaves out what is no part of the format', () => {
    const odd = { ...finding(), internal: 1, resource: { ...finding().resource, tags: [] } };
    expect(JSON.parse(text(json(report({ findings: [odd] }), options))).findings).toEqual([finding()]);
  });

  it('narrows the findings to the wanted statuses, and nothing else', () => {
    const narrow = JSON.parse(text(json(fullReport(), { ...options, statuses: new Set(['pass', 'unknown'] as const) })));
    expect(new Set(narrow.findings.map(({ status }: { status: string }) => status))).toEqual(new Set(['pass', 'unknown']));
    expect({ ...narrow, findings: [] }).toEqual({ ...rendered(), findings: [] });
  });

  it('writes each finding before it asks for the next', () => {
    let made = 0;
    let written = 0;
    const findings = stream(2000, (index) => {
      made++;
      return finding({ resource: { name: `n-${index}` } });
    });
    const big = report({ findings });
    made = 0;
    for (const chunk of json(big, options)) {
      if (chunk.includes('"checkId"')) written++;
      expect(made - written).toBeLessThanOrEqual(1);
    }
    expect(written).toBe(2000);
  });

  it('is safe to print to the log of a CI run, and still says the same', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, message) => {
        const output = text(json(report({ findings: [finding({ message, resource: { name } })] }), options));
        for (const line of output.split('\n')) {
          expect(isCommand(line)).toBe(false);
          expect(line).not.toMatch(invisible);
        }
        expect(JSON.parse(output).findings[0]).toMatchObject({ message, resource: { name } });
      }),
    );
  });
});

describe('the published schema', () => {
  it.each([
    ['a report with something of everything', fullReport()],
    ['an empty report', report({ checks: [] })],
  ])('accepts %s', (_, valid) => {
    validate(JSON.parse(text(json(valid, options))));
    expect(validate.errors).toBeNull();
  });

  type Rendered = ReturnType<typeof rendered>;
  it.each<[string, (broken: Rendered) => void]>([
    ['another version', (broken) => (broken.schemaVersion = 2)],
    ['a field more', (broken) => (broken.extra = 1)],
    ['a field less', (broken) => delete broken.notes],
    ['an unknown status', (broken) => (broken.findings[0].status = 'skipped')],
    ['an unknown severity', (broken) => (broken.findings[0].severity = 'urgent')],
    ['an unknown family', (broken) => (broken.checks[0].family = 'encryption')],
    ['an unknown requirement', (broken) => (broken.findings[0].requirements = ['XYZ-1'])],
    ['a fail without evidence', (broken) => (broken.findings[0].evidence = [])],
    ['evidence without a value', (broken) => delete broken.findings[0].evidence[0].value],
    ['a missing read that did not make the verdict unknown', (broken) => (broken.findings[0].missing = ['ec2:DescribeVpcs'])],
    ['a short fingerprint', (broken) => (broken.findings[0].fingerprint = 'abc')],
    ['a resource without an ARN', (broken) => (broken.findings[0].resource.arn = '')],
    ['a field more in a finding', (broken) => (broken.findings[0].resource.tags = [])],
    ['a count of one', (broken) => (broken.gaps[0].count = 1)],
    ['a gap without checks', (broken) => delete broken.gaps[0].checks],
    ['an unknown note', (broken) => (broken.notes[0].code = 'hello')],
    ['a time that is none', (broken) => (broken.scope.startedAt = 'yesterday')],
    ['a negative count', (broken) => (broken.summary.fail = -1)],
    ['a family in the summary that does not exist', (broken) => (broken.summary.byFamily.encryption = broken.summary.byFamily.tenancy)],
    ['a severity less in the summary', (broken) => delete broken.summary.bySeverity.info],
  ])('refuses %s', (_, breakIt) => {
    const broken = rendered();
    breakIt(broken);
    expect(validate(broken)).toBe(false);
  });

  it('knows the words of this version', () => {
    expect(schema.$defs.severity.enum).toEqual(severities);
    expect(schema.$defs.status.enum).toEqual(statuses);
    expect(schema.$defs.family.enum).toEqual(families);
    expect(Object.keys(schema.$defs.summary.properties.bySeverity.properties)).toEqual(severities);
    const pattern = new RegExp(schema.$defs.requirement.pattern);
    expect(requirementIds.filter((id) => !pattern.test(id))).toEqual([]);
  });
});
