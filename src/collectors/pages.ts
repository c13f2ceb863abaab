import { createHash } from 'node:crypto';

/** A list that goes in circles can never be complete. */
export class RepeatedPageToken extends Error {
  constructor() {
    super('the list returned a page token for the second time');
    this.name = 'RepeatedPageToken';
  }
}

/**
 * The pages of an SDK paginator, as long as their tokens are new. Empty pages with a token are normal: AWS filters after it cuts the page.
 *
 * @param probe ends after the first page
 * @throws RepeatedPageToken, where the SDK alone would loop for ever or stop as if all had been read
 */
export async function* pagesOf<P extends { NextToken?: string | undefined }>(
  paginator: AsyncIterable<P>,
  probe = false,
): AsyncGenerator<P, void> {
  const seen = new Set<string>();
  for await (const page of paginator) {
    yield page;
    if (probe) return;
    const token = page.NextToken;
    if (token === undefined || token === '') continue;
    // A token may be of 8 KB, and a history has ten thousand of them.
    const mark = createHash('sha256').update(token).digest('base64');
    if (seen.has(mark)) throw new RepeatedPageToken();
    seen.add(mark);
  }
}

/** The pages of an API that has another name for its token, with the token where {@link pagesOf} looks for it. */
export async function* withNextToken<P extends object>(
  pages: AsyncIterable<P>,
  token: (page: P) => string | undefined,
): AsyncGenerator<P & { readonly NextToken?: string | undefined }, void> {
  for await (const page of pages) yield { ...page, NextToken: token(page) };
}
