import { failureOf, isGone } from '../aws/failure.ts';
import { pagesOf } from './pages.ts';

/**
 * The pages of a list of each of these, one list after the other; a token of one may well be that of another, and ends with its list. What is gone
 * has nothing to list.
 */
export async function* pagesOfEach<Id, P extends { readonly NextToken?: string | undefined }>(
  ids: Iterable<Id>,
  pages: (id: Id) => AsyncIterable<P>,
): AsyncGenerator<P & { readonly NextToken: undefined }, void> {
  for (const id of ids) {
    try {
      for await (const page of pagesOf(pages(id))) yield { ...page, NextToken: undefined };
    } catch (error) {
      if (!isGone(failureOf(error))) throw error;
    }
  }
}
