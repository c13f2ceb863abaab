import type { OpenRows } from '../inventory/row-sink.ts';
import type { Spool } from '../storage/spool.ts';

/** The spool of a run, loaded when something may need it and not before. */
export class LazySpool {
  #spool: Spool | undefined;

  async openRows(): Promise<OpenRows> {
    const { Spool: Loaded } = await import('../storage/spool.ts');
    return (this.#spool ??= new Loaded()).openRows;
  }

  close(): void {
    this.#spool?.close();
  }
}
