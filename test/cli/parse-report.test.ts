import { expect, it } from 'vitest';
import { parseReport } from '../../src/cli/parse-report.ts';
import { mergeReports } from '../../src/engine/merge-reports.ts';
import json from '../../src/reporters/json.ts';
import { gap, report, text } from '../support/report.ts';

const options = { color: false, width: 80, unicode: true };
const alike = { resource: null, count: 3, examples: ['arn:aws:sagemaker:eu-west-1:111122223333:model/a'] };

it('a report that counts reads is read back, and merged with another, as it was', () => {
  const written = report({ gaps: [gap(alike), gap({ ...alike, code: 'ThrottlingException', count: 2 })] });
  const read = parseReport(text(json(written, options)));
  expect(read.gaps).toEqual(written.gaps);
  const elsewhere = report({ gaps: [gap({ ...alike, account: '444455556666', checks: [] })] });
  expect(mergeReports([read, elsewhere]).gaps).toEqual([...written.gaps, ...elsewhere.gaps]);
});
