import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { allListed, type Horizon, type MemoryEnd, type SectionMemory } from '../collectors/answer-memory.ts';
import { AnswerFile, headerOf } from './answer-file.ts';
import { lineOf } from './answer-line.ts';

const batchSize = 256 * 1024;

/** A scan that was killed leaves a draft behind; after a week no scan is at it any more. */
const leftBehindMs = 7 * 24 * 3_600_000;

/**
 * The answers of one section: those that are there, and a draft of what takes their place. The draft begins with room for its header, which is
 * known only when the section has been read.
 */
export class CachedSection implements SectionMemory {
  readonly #folder: string;
  readonly #path: string;
  readonly #place: string;
  readonly #onTrouble: (message: string) => void;
  readonly #old: AnswerFile;
  readonly #draftPath: string;
  #draft: number | undefined;
  #pending: string;
  #kept = 0;
  #failed = false;

  constructor(folder: string, section: string, place: string, onTrouble: (message: string) => void) {
    this.#folder = folder;
    this.#path = join(folder, `${section}.ndjson`);
    this.#draftPath = join(folder, `.${section}-${randomUUID()}.tmp`);
    this.#place = place;
    this.#onTrouble = onTrouble;
    // Room for the header, which is known at the end only.
    this.#pending = `${' '.repeat(headerRoom)}\n`;
    this.#old = new AnswerFile(this.#path, place);
  }

  get horizon(): Horizon | undefined {
    return this.#old.horizon;
  }

  recall(key: string): unknown {
    return this.#old.find(key)?.answer;
  }

  keep(key: string, created: string, answer: unknown): void {
    if (this.#failed) return;
    this.#kept += 1;
    this.#pending += `${lineOf(this.#place, { key, created, answer })}\n`;
    if (this.#pending.length >= batchSize) this.#attempt(() => this.#flush());
  }

  close(end: MemoryEnd | undefined): void {
    if (end === undefined) this.#discard();
    else {
      if (end.notListedBefore !== allListed) this.#carryOver(end.notListedBefore);
      this.#attempt(() => this.#replace(end.horizon));
    }
    this.#old.close();
  }

  /** What may still be there, because nobody looked. */
  #carryOver(before: string): void {
    for (const { key, created, answer } of this.#old.unasked()) if (created < before) this.keep(key, created, answer);
  }

  #replace(horizon: Horizon | undefined): void {
    // Nothing to keep, and nothing kept that would have to go.
    if (this.#failed || (this.#kept === 0 && horizon === undefined && !this.#old.exists)) return;
    this.#flush();
    const draft = this.#opened();
    writeSync(draft, headerOf(this.#place, horizon).padEnd(headerRoom), 0, 'utf8');
    fsyncSync(draft);
    closeSync(draft);
    this.#draft = undefined;
    renameSync(this.#draftPath, this.#path);
  }

  #flush(): void {
    const draft = this.#opened();
    const bytes = Buffer.from(this.#pending);
    for (let done = 0; done < bytes.length;) done += writeSync(draft, bytes, done);
    this.#pending = '';
  }

  /** The draft, which is opened late: a scan of all Regions reads hundreds of sections at once, most of them empty. */
  #opened(): number {
    if (this.#draft === undefined) {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      sweep(this.#folder);
      this.#draft = openSync(this.#draftPath, 'wx', 0o600);
    }
    return this.#draft;
  }

  #discard(): void {
    if (this.#draft !== undefined) closeSync(this.#draft);
    this.#draft = undefined;
    rmSync(this.#draftPath, { force: true });
  }

  /** What cannot be written is read anew by the next scan: no reason to end this one. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#pending = '';
      this.#failed = true;
      try {
        this.#discard();
      } catch {
        // Nothing more can be done about it, and the trouble is told once.
      }
      this.#onTrouble(`the cache could not keep ${this.#path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Room for a checksum, and for a horizon of any count. */
const headerRoom = 160;

/** Removes what scans that were killed left behind. A draft that is gone by now is one that another scan has moved to its place. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => /^\..+\.tmp$/.test(name))) {
    const path = join(folder, name);
    const left = statSync(path, { throwIfNoEntry: false });
    if (left !== undefined && Date.now() - left.mtimeMs > leftBehindMs) rmSync(path, { force: true });
  }
}
