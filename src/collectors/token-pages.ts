/** The pages of a list for which the SDK has no paginator. */
export async function* tokenPages<P extends { NextToken?: string | undefined }>(
  ask: (paging: { readonly NextToken?: string }) => Promise<P>,
): AsyncGenerator<P, void> {
  let token: string | undefined;
  do {
    const page = await ask(token === undefined ? {} : { NextToken: token });
    yield page;
    token = page.NextToken;
  } while (token !== undefined && token !== '');
}
