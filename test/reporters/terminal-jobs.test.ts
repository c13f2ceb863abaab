import { describe, expect, it } from 'vitest';
import { finishedWords, type JobRun } from '../../src/core/job-run.ts';
import type { Finding } from '../../src/core/finding.ts';
import terminal from '../../src/reporters/terminal.ts';
import { tally } from '../../src/reporters/terminal/tally.ts';
import { check, finding, report, stream } from '../support/report.ts';

const options = { color: false, width: 100, unicode: true };
const nightly = 'pipeline nightly, step Train, image train:3, role trainer';

function job(name: string, run: JobRun): Finding {
  const message = `training job has no VpcConfig${run.finished ? finishedWords : ''}`;
  return finding({ message, run, resource: { type: 'AWS::SageMaker::TrainingJob', name } });
}

const text = (findings: readonly Finding[]): string => [...terminal(report({ findings }), options)].join('');

describe('jobs', () => {
  it('of one template share a line, which tells finished from running', () => {
    const shown = text([
      job('n-1', { template: nightly, finished: true }),
      job('n-2', { template: nightly, finished: true }),
      job('n-3', { template: nightly, finished: false }),
      job('by-hand', { template: 'image x:1, role ines', finished: true }),
    ]);
    expect(shown).toContain('3 jobs   1 running, 2 finished');
    expect(shown).toContain(`from ${nightly}`);
    expect(shown).toContain('by-hand  finished');
    expect(shown).not.toContain('n-1');
    // One reason, for those that run and those that are history.
    expect(shown.match(/training job has no VpcConfig/g)).toHaveLength(1);
    expect(shown).not.toContain(finishedWords);
  });

  it('that are all history are said to be', () => {
    expect(text([job('n-1', { template: nightly, finished: true })])).toContain(`has no VpcConfig${finishedWords}`);
  });

  it('beside what is no job: it is not said to be history, and comes before it', () => {
    const model = finding({ message: 'training job has no VpcConfig', resource: { type: 'AWS::SageMaker::Model', name: 'z-model' } });
    const shown = text([job('a-job', { template: nightly, finished: true }), model]);
    expect(shown).not.toContain(finishedWords);
    expect(shown.indexOf('z-model')).toBeLessThan(shown.indexOf('a-job'));
  });

  it('that run come first, then what ran most often', () => {
    const shown = text([
      ...['a', 'b', 'c'].map((name) => job(name, { template: 'image often:1', finished: true })),
      ...['d', 'e'].map((name) => job(name, { template: 'image seldom:1', finished: true })),
      ...['f', 'g'].map((name) => job(name, { template: 'image now:1', finished: false })),
    ]);
    const at = ['image now:1', 'image often:1', 'image seldom:1'].map((template) => shown.indexOf(template));
    expect(at.toSorted((a, b) => a - b)).toEqual(at);
    expect(at).not.toContain(-1);
  });

  it('of more templates than are kept are counted all the same', () => {
    const all = stream(5000, (index) => job(`n-${index}`, { template: `image i-${index % 500}:1`, finished: true }));
    const [group] = tally([check()], all, new Set(['fail'])).groups;
    expect(group?.count).toBe(5000);
    expect(group?.variants).toHaveLength(1);
    expect(group?.variants[0]?.sample.templates.size).toBe(60);
  });

  it.each([60, 66, 72, 80, 100])('of every kind, in accounts and Regions, fit into %i columns', (width) => {
    const spread = ['a', 'b', 'c', 'd'].flatMap((name, index) =>
      [false, true, true].map((finished, at): Finding => {
        const one = job(`${name}-${at}-with-a-name-as-long-as-names-of-jobs-are`, { template: nightly, finished });
        const kind = index % 2 === 0 ? 'AWS::SageMaker::TrainingJob' : 'AWS::SageMaker::ModelExplainabilityJobDefinition';
        const [account, region] = [`1111222233${index}${index}`, ['ap-southeast-2', 'eu-west-1'][index % 2] ?? ''];
        return { ...one, resource: { ...one.resource, type: kind, account, region } };
      }),
    );
    const scope = { accounts: ['111122223300', '111122223311'], regions: ['ap-southeast-2', 'eu-west-1'] };
    const lines = [...terminal(report({ findings: spread, scope }), { ...options, width })].flatMap((piece) => piece.split('\n'));
    expect(lines.filter((line) => line.length > width)).toEqual([]);
    expect(lines.join('\n')).toContain(width < 72 ? '3 jobs  1 runn' : '1 running, 2 finished  111122223300  ap-southeast-2');
  });

  it('with hostile names cannot draw on the terminal', () => {
    const shown = text(['x', 'y'].map((name) => job(name, { template: 'image \u001b[31mred\u202e:1\nMEDIUM', finished: true })));
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u202e');
    expect(shown).not.toMatch(/^MEDIUM/m);
  });
});
