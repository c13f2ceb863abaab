import { describe, expect, it } from 'vitest';
import { beyondAnyApi } from '../../scripts/requirements/beyond-any-api.ts';
import { publishedControls } from '../../scripts/requirements/published-controls.ts';
import { requirementWords } from '../../scripts/requirements/requirement-words.ts';
import { generatedCoverage, type Counted } from '../../scripts/generated-coverage.ts';
import { allOf } from '../../src/checks/by-type.ts';
import { checks } from '../../src/checks/index.ts';
import { requirementIds } from '../../src/core/requirement.ts';

const rows = (page: string): readonly (readonly string[])[] =>
  page.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.slice(2, -2).split(' | ')] : []));
const rowOf = (page: string, first: string): readonly string[] | undefined => rows(page).find(([cell]) => cell === first);

const isolated: Counted = { id: 'not-isolated', requirements: { Model: ['ISO-2'] }, controls: { Model: ['SecurityHub/SageMaker.5'] } };

describe('the page on coverage', () => {
  const page = generatedCoverage([isolated]);

  it('has one row for each of the 98 requirements, by its bare id', () => {
    const ids = rows(page).flatMap(([id = '']) => (/^[A-Z]+-\d+$/.test(id) ? [id] : []));
    expect(ids).toEqual(requirementIds);
  });

  it('counts a requirement that a check names', () => {
    expect(rowOf(page, 'ISO-2')?.slice(2)).toEqual([
      '[not-isolated](checks/not-isolated.md)',
      'SageMaker.5',
      'sagemaker-model-isolation-enabled',
    ]);
    expect(page).toContain('1 of 98 requirements have a check');
  });

  it('leaves open what no check names', () => expect(rowOf(page, 'ISO-1')?.[2]).toBe('open'));

  it('gives the reason and the source where no API can answer', () =>
    expect(rowOf(page, 'ING-10')?.[2]).toMatch(/^none: .+ \(\[source\]\(https:\/\/docs\.aws\.amazon\.com\//));

  it('says which check answers a published control, which is open, and which asks something else', () => {
    expect(rowOf(page, 'SageMaker.5')?.[3]).toBe('[not-isolated](checks/not-isolated.md)');
    expect(rowOf(page, 'SageMaker.2')?.[3]).toBe('open');
    expect(rowOf(page, 'SageMaker.6')?.[3]).toMatch(/^about tags/);
  });

  it('knows all 25 controls of Security Hub', () => {
    const ids = publishedControls.flatMap(({ securityHub }) => securityHub ?? []);
    expect(ids).toEqual(Array.from({ length: 25 }, (_, at) => `SageMaker.${at + 1}`));
  });
});

describe('the words behind it', () => {
  it('are short, and break no table', () => {
    for (const words of Object.values(requirementWords)) {
      expect(words.length).toBeLessThanOrEqual(90);
      expect(words).not.toMatch(/[|\n]|\.$/);
    }
  });

  it('excuse nothing that a check answers', () => {
    const named = new Set<string>(checks.flatMap(({ requirements }) => allOf(requirements)));
    expect(Object.keys(beyondAnyApi).filter((id) => named.has(id))).toEqual([]);
  });

  it('know every control of SageMaker that a check names', () => {
    const known = new Set(
      publishedControls.flatMap(({ securityHub, configRule }) => [`SecurityHub/${securityHub ?? ''}`, `Config/${configRule}`]),
    );
    const named = checks
      .flatMap(({ controls }) => allOf(controls))
      .filter((name) => /^(SecurityHub\/SageMaker|Config\/sagemaker)/.test(name));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
