import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../scripts/check-files.ts';
import { allOf } from '../src/checks/by-type.ts';
import { checks } from '../src/checks/index.ts';
import { families } from '../src/core/family.ts';
import { requirementIds } from '../src/core/requirement.ts';
import { severities } from '../src/core/severity.ts';
import { sectionNames } from '../src/inventory/sections.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const onDisk = checkFiles(root);

describe('the catalogue of checks', () => {
  it('lists every file, and only those', () => {
    expect(checks.map(({ id }) => id)).toEqual(onDisk.map(({ id }) => id));
    expect(onDisk.length).toBeGreaterThanOrEqual(12);
  });

  it('has ids that are unique', () => expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length));

  it('knows 98 requirements', () => expect(new Set(requirementIds).size).toBe(98));

  describe.each(checks)('$id', (check) => {
    it('is in the folder of its family', () => expect(onDisk).toContainEqual({ family: check.family, id: check.id }));
    it('has a test', () => expect(existsSync(`${root}/test/checks/${check.family}/${check.id}.test.ts`)).toBe(true));
    it('has a page', () => expect(existsSync(`${root}/docs/checks/${check.id}.md`)).toBe(true));
    it('has an id that names a bad state', () => {
      expect(check.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
      expect(check.id).not.toMatch(/(^|-)(no|ensure|enabled|check)(-|$)/);
    });
    it('has a title that fits', () => {
      expect(check.title.length).toBeLessThanOrEqual(72);
      expect(check.title).not.toMatch(/\.$/);
    });
    it('has words of the vocabulary', () => {
      expect(severities).toContain(check.severity);
      expect(families).toContain(check.family);
      for (const id of allOf(check.requirements)) expect(requirementIds).toContain(id);
      for (const section of [...check.needs, ...check.consults, ...check.across]) expect(sectionNames).toContain(section);
    });
    // Encryption at rest is no question of the network: its checks answer published controls, and what users of other tools expect.
    it('names a requirement, or a published control where no requirement asks for it; encryption at rest is asked for by none', () => {
      const [requirements, controls] = [allOf(check.requirements).length, allOf(check.controls).length];
      if (check.family === 'encryption-at-rest') expect(requirements).toBe(0);
      else expect(requirements + controls).toBeGreaterThan(0);
    });
    it('explains itself', () => {
      expect(check.description.length).toBeGreaterThan(80);
      expect(check.remediation).toMatch(/in place|anew|stopped|create|change/i);
      expect(check.references.length).toBeGreaterThan(0);
      for (const reference of check.references) expect(reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    });
  });
});
