import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { audit } from '../../src/engine/audit.ts';
import { inventory } from '../support/inventory.ts';
import { model, trainingJob } from '../support/rows.ts';
import * as rows from '../support/rows-jobs.ts';

/** One of each kind of which a history piles up. */
const everyJob = inventory({
  models: [model()],
  trainingJobs: [trainingJob()],
  processingJobs: [rows.processingJob()],
  transformJobs: [rows.transformJob()],
  hyperParameterTuningJobs: [rows.tuningJob()],
  autoMLJobs: [rows.autoMLJob()],
  compilationJobs: [rows.compilationJob()],
  optimizationJobs: [rows.optimizationJob()],
  inferenceRecommendationsJobs: [rows.recommendationsJob()],
  aiBenchmarkJobs: [rows.benchmarkJob()],
  jobs: [rows.job()],
  labelingJobs: [rows.labelingJob()],
});

describe('a verdict on a job', () => {
  const findings = [...audit(everyJob, checks, '0.0.0').findings].filter(({ resource }) => resource.type.endsWith('Job'));

  it('is there for each kind', () => expect(new Set(findings.map(({ resource }) => resource.type)).size).toBe(11));

  it('says what the job was made from, whichever check it is of, so that a thousand can be shown as one', () =>
    expect(findings.filter(({ run }) => run === undefined).map(({ checkId, resource }) => `${checkId}: ${resource.type}`)).toEqual([]));
});
