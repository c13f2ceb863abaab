import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { AnswerMemory, MemoryPlace, SectionMemory } from '../collectors/answer-memory.ts';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import { CachedSection } from './cached-section.ts';

/** Raised when an older mlsec could misread what a newer one wrote, or the other way round. */
const version = 'mlsec-answers-v1';

/**
 * Answers of earlier scans in a folder: one file for each section of an account and Region, which a scan writes anew beside the old one and moves
 * to its place. Two scans at once each write their own; the later one stays, and what it lacks is read again.
 *
 * Folders are open to their owner alone (0700), files too (0600), since whoever writes there decides what an audit finds.
 */
export class AnswerCache implements AnswerMemory {
  readonly #folder: string;
  readonly #onTrouble: (message: string) => void;

  /**
   * @param onTrouble told when something could not be kept: the scan goes on, and the next one reads it anew
   * @throws MlsecError usage, for a folder that cannot be made, or that others may look into or write to
   */
  constructor(folder: string, onTrouble: (message: string) => void) {
    this.#folder = join(folder, version);
    this.#onTrouble = onTrouble;
    let found: Stats;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      found = lstatSync(this.#folder);
    } catch (error) {
      throw unusable(folder, error instanceof Error ? error.message : String(error), 'name a folder that you may write to');
    }
    assertPrivate(this.#folder, found);
  }

  open({ partition, account, region, section, shape }: MemoryPlace): SectionMemory {
    const names = [partition, account, region];
    // They come from answers, and become names of folders.
    if (![...names, section].every((name) => /^[A-Za-z0-9-]+$/.test(name))) throw new Error(`no names of folders: ${names.join(', ')}`);
    const form = createHash('sha256').update(shape).digest('hex');
    return new CachedSection(join(this.#folder, ...names), section, [...names, section, form].join(' '), this.#onTrouble);
  }
}

function assertPrivate(path: string, found: Stats): void {
  // Windows keeps its permissions elsewhere.
  const own = process.getuid?.();
  if (own === undefined) return;
  if (!found.isDirectory()) throw unusable(path, 'it is no folder', 'remove it, or name another folder');
  if (found.uid !== own) throw unusable(path, 'it belongs to somebody else', 'name a folder of your own');
  if ((found.mode & 0o077) !== 0) throw unusable(path, 'others may look into it', `close it to them: chmod 700 ${path}`);
}

function unusable(folder: string, why: string, hint: string): MlsecError {
  return new MlsecError(exitCode.usage, `cannot keep a cache in ${folder}: ${why}`, hint);
}
