import type { SectionName, Sections } from './sections.ts';

/** The sections that are only walked, never indexed: their rows may lie on disk. */
export type HistorySection = { [K in SectionName]: Sections[K] extends readonly unknown[] ? never : K }[SectionName];

const historySections: { readonly [K in HistorySection]: true } = {
  trainingJobs: true,
  processingJobs: true,
  transformJobs: true,
  hyperParameterTuningJobs: true,
  autoMLJobs: true,
  compilationJobs: true,
  optimizationJobs: true,
  inferenceRecommendationsJobs: true,
  aiBenchmarkJobs: true,
  jobs: true,
  labelingJobs: true,
};

/** Is this section a history, which may be larger than memory? */
export function isHistory(section: SectionName): section is HistorySection {
  return Object.hasOwn(historySections, section);
}
