/**
 * A URL without user, password, query and fragment, all of which may be secret. Where an object of S3 has `?` or `#` in its name, the name ends
 * before it.
 */
export function withoutQuery(url: string): string {
  const [bare = ''] = url.split(/[?#]/, 1);
  return bare.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}
