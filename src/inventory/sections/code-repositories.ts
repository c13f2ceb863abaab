import type { CodeRepositorySummary } from '@aws-sdk/client-sagemaker';
import { bareUrl } from '../bare-url.ts';
import { select, shapeOf, type Selected } from '../stored.ts';

/** The list tells all of it. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CodeRepositorySummary.html */
export const codeRepositoryShape = shapeOf<CodeRepositorySummary>()({
  CodeRepositoryName: true,
  CodeRepositoryArn: true,
  GitConfig: { RepositoryUrl: true, Branch: true },
  CreationTime: true,
});

export type CodeRepository = Selected<CodeRepositorySummary, typeof codeRepositoryShape>;

/** What is kept of a repository: its URL without user, password and query, or no URL where it is none that can be read. */
export function storedCodeRepository(summary: CodeRepositorySummary): CodeRepository {
  return withBareUrl(select(summary, codeRepositoryShape));
}

/** The repository with what must not be stored taken off its URL. */
export function withBareUrl(repository: CodeRepository): CodeRepository {
  const { GitConfig, ...rest } = repository;
  if (GitConfig === undefined) return rest;
  const { RepositoryUrl, ...git } = GitConfig;
  return { ...rest, GitConfig: { ...git, RepositoryUrl: bareUrl(RepositoryUrl ?? '') } };
}
