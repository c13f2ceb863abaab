import { expect, it } from 'vitest';
import { isFinishedJob } from '../../src/inventory/finished-job.ts';

it.each([
  ['Completed', true],
  ['Failed', true],
  ['Stopped', true],
  ['Deleting', true],
  ['InProgress', false],
  ['Stopping', false],
  ['Hibernating', false],
  [undefined, false],
])('%s: %s', (status, finished) => expect(isFinishedJob(status)).toBe(finished));
