import { readdirSync } from 'node:fs';
import { families } from '../src/core/family.ts';

/** A check's file, as the generated index and the catalogue test see it. */
export interface CheckFile {
  readonly family: string;
  readonly id: string;
}

/** Every check under `src/checks/`, sorted by id: the folder is the family, the file's name is the id. */
export function checkFiles(root: string): readonly CheckFile[] {
  return families
    .flatMap((family) => namesIn(`${root}/src/checks/${family}`).map((name) => ({ family, id: name.replace(/\.ts$/, '') })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.ts'));
  } catch (error) {
    // A family without a check yet has no folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
