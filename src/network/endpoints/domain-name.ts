/** A domain name as names are compared: in lower case, without the dot at its end, and `*` as itself, which Route 53 writes `\052`. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll('\\052', '*').replace(/\.$/, '');
}

/** Is a name that domain's own, or under it? The root, written as nothing or a dot, holds every name. */
export function isWithin(name: string, domain: string): boolean {
  return domain === '' || name === domain || name.endsWith(`.${domain}`);
}

/** How many labels a name has: of two domains that hold a name, the one with more is nearer to it. */
export function depthOf(name: string): number {
  return name === '' ? 0 : name.split('.').length;
}
