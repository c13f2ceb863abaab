import { codeRepositoryShape, withBareUrl, type CodeRepository } from '../sections/code-repositories.ts';
import { listOf, type ListSource } from './source.ts';

const list = listOf<CodeRepository>('CodeRepositorySummaryList', codeRepositoryShape, 'CodeRepositoryName');

/** Code repositories: what may be secret in their URLs is taken off, as it is when they are collected. */
export const codeRepositoryList: ListSource & { readonly row?: CodeRepository } = {
  ...list,
  read: (answer, file) => list.read(answer, file)?.map((told) => ({ ...told, value: withBareUrl(told.value as CodeRepository) })),
};
