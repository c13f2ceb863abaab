import { describe, expect, it } from 'vitest';
import { formats, loadReporter } from '../../src/reporters/index.ts';
import { report, text } from '../support/report.ts';

describe('loadReporter', () => {
  it('knows the formats', () => {
    expect(formats).toEqual(['terminal', 'json', 'sarif']);
  });

  it.each(formats)('loads %s', async (format) => {
    const render = await loadReporter(format);
    expect(text(render(report({}), { color: false, width: 80, unicode: true }))).toMatch(/\n$/);
  });
});
