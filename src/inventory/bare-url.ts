/**
 * A URL, or an address such as `git@host:path`, without user, password, query and fragment, all of which may be secret.
 *
 * @returns undefined where it is neither
 */
export function bareUrl(text: string): string | undefined {
  const url = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([A-Za-z0-9.-]+(?::\d+)?)(\/[^?#@]*)?(?:[?#].*)?$/i.exec(text);
  if (url !== null) return `${(url[1] ?? '').toLowerCase()}://${(url[2] ?? '').toLowerCase()}${url[3] ?? ''}`;
  const scp = /^(?:[^@/:]+@)?([A-Za-z0-9.-]+):([^:?#@]+)$/.exec(text);
  return scp === null ? undefined : `ssh://${(scp[1] ?? '').toLowerCase()}/${scp[2] ?? ''}`;
}
