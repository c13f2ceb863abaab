/**
 * What several sessions of a run would ask in the same words and be answered alike, asked once: what stands above two accounts of one organization,
 * a bucket that the workloads of two Regions name.
 *
 * Answers alone are kept: what one session was refused, another may be told.
 */
export class SharedReads {
  readonly #answers = new Map<string, Promise<unknown>>();

  /**
   * @param key names the question so that no other has the same: partition, operation, and what is asked about; the account, too, where the answer
   *   depends on who asks
   */
  async read<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const running = this.#answers.get(key);
    if (running !== undefined) {
      try {
        return (await running) as T;
      } catch {
        // Somebody else's refusal; ours may be another.
      }
    }
    const asked = ask();
    this.#answers.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      if (this.#answers.get(key) === asked) this.#answers.delete(key);
      throw error;
    }
  }
}
