/** Enough for a list that shifts while it is read, and the same for a list of any length. */
const remembered = 10_000;

/**
 * Tells what was seen shortly before. A list that shifts between two pages names again what stood at the end of the page before, and nothing
 * that stood far from it.
 */
export class RecentKeys {
  readonly #most: number;
  readonly #keys = new Set<string>();

  constructor(most = remembered) {
    this.#most = most;
  }

  /** Was it seen? From now on it was. */
  seen(key: string): boolean {
    if (this.#keys.has(key)) return true;
    this.#keys.add(key);
    if (this.#keys.size > this.#most) for (const oldest of this.#keys) return !this.#keys.delete(oldest);
    return false;
  }
}
