/** Where people find the project's pages; the one place that knows. */
export const homepage = 'https://github.com/mlsec/mlsec';

/** The page of one check. */
export function checkPage(checkId: string): string {
  return `${homepage}/blob/main/docs/checks/${checkId}.md`;
}
