import { expect, it } from 'vitest';
import { isFinishedJob } from '../../src/inventory/finished-job.ts';

it.each([
  ['Completed', true],
  ['Failed', true],
  ['Stopped', true],
  ['Deleting', true],
  ['DeleteFailed', true],
  ['COMPLETED', true],
  ['DELETED', true],
  ['IN_PROGRESS', false],
  ['PENDING', false],
  ['InProgress', false],
  ['Stopping', false],
  ['Hibernating', false],
  [undefined, false],
])('%s: %s', (status, finished) => expect(isFinishedJob(status)).toBe(finished));
