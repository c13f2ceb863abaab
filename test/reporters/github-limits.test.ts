import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import sarif from '../../src/reporters/sarif.ts';
import { check, finding, report, stream } from '../support/report.ts';

/* oxlint-disable typescript/no-explicit-any -- the file under test is read as GitHub reads it: as any JSON */

/** Text that no program can pack: names, ids and hashes are such. */
const noise = (bytes: number): string => randomBytes(bytes).toString('base64url');

/**
 * What GitHub rejects, as it documents it, against a report that is beyond every bound.
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning#file-and-result-limits
 */
describe('a report beyond all bounds stays within the limits of GitHub', () => {
  let text: string;
  let log: any;

  beforeAll(() => {
    const checks = Array.from({ length: 60 }, (_, index) =>
      check({
        id: `check-${index}`,
        title: 'x'.repeat(3000),
        description: 'y'.repeat(60_000),
        remediation: 'z'.repeat(60_000),
        controls: Array.from({ length: 60 }, (_control, at) => `Config/control-${at}`),
      }),
    );
    const findings = stream(30_000, (index) =>
      finding({
        checkId: `check-${index % 60}`,
        message: `message ${index} ${noise(40)}`,
        resource: { name: `n-${index}-${noise(12)}`, arn: `arn:aws:sagemaker:eu-west-1:111122223333:model/${index}-${noise(12)}` },
        evidence: [{ source: 'sagemaker:DescribeModel', path: 'VpcConfig', value: noise(30) }],
        path: Array.from({ length: 200 }, (_step, at) => ({ kind: 'route' as const, id: `rtb-${at}`, detail: `10.${at}.0.0/16` })),
      }),
    );
    text = [...sarif(report({ checks, findings }), { color: false, width: 100, unicode: true })].join('');
    log = JSON.parse(text);
  }, 120_000);

  const run = (): any => log.runs[0];
  const most = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);

  it.each([
    ['runs', 20, () => log.runs.length as number],
    ['results in a run', 25_000, () => run().results.length as number],
    ['rules in a run', 25_000, () => run().tool.driver.rules.length as number],
    ['tool extensions in a run', 100, () => (run().tool.extensions ?? []).length as number],
    ['locations of a result', 1000, () => most(run().results.map((result: any) => result.locations.length))],
    [
      'locations of a thread flow',
      10_000,
      () =>
        most(
          run().results.flatMap((result: any) =>
            (result.codeFlows ?? []).flatMap((flow: any) => flow.threadFlows.map((thread: any) => thread.locations.length)),
          ),
        ),
    ],
    ['tags of a rule', 20, () => most(run().tool.driver.rules.map((rule: any) => rule.properties.tags.length))],
    ['characters of a rule’s name', 255, () => most(run().tool.driver.rules.map((rule: any) => rule.name.length))],
    ['characters of a short description', 1024, () => most(run().tool.driver.rules.map((rule: any) => rule.shortDescription.text.length))],
    ['characters of a full description', 1024, () => most(run().tool.driver.rules.map((rule: any) => rule.fullDescription.text.length))],
    ['bytes of the file, packed', 10 * 1024 * 1024, () => gzipSync(text).length],
  ])('%s: at most %d', (_what, limit, count) => {
    expect(count()).toBeGreaterThanOrEqual(0);
    expect(count()).toBeLessThanOrEqual(limit);
  });

  it('and it is not empty: the limits were really met', () => {
    expect(run().results).toHaveLength(25_000);
    expect(run().invocations[0].toolExecutionNotifications[0]).toMatchObject({ descriptor: { id: 'results-left-out' } });
  });
});
