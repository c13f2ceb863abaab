import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

/** How much of a folder is read; what is larger is none of saved answers, and is refused rather than cut. */
export interface FolderLimits {
  readonly depth: number;
  readonly files: number;
  readonly bytesOfFile: number;
}

export const folderLimits: FolderLimits = { depth: 16, files: 20_000, bytesOfFile: 256 * 1024 * 1024 };

/** The JSON files of a folder. */
export interface JsonFiles {
  /** Below the folder, with slashes, sorted. */
  readonly paths: readonly string[];
  /** Links that lead out of the folder, and were not followed. */
  readonly outside: readonly string[];
}

/**
 * Every `*.json` below a folder. Hidden folders are left out, and so is what a link outside of the folder shows.
 *
 * @throws MlsecError usage, for a folder that cannot be read, or is larger than the limits
 */
export async function jsonFiles(root: string, limits: FolderLimits = folderLimits): Promise<JsonFiles> {
  const real = await realpath(root);
  const paths: string[] = [];
  const outside: string[] = [];

  const walk = async (folder: string, depth: number): Promise<void> => {
    if (depth > limits.depth) {
      throw usageError(`${folder} lies more than ${limits.depth} folders deep`, 'pass the folder that holds the saved answers');
    }
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      throw unreadable(folder === '' ? 'the folder' : folder, error);
    });
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = entry.isSymbolicLink()
        ? await linked(join(root, path), real)
        : entry.isDirectory()
          ? 'folder'
          : entry.isFile()
            ? 'file'
            : 'other';
      const json = /\.json$/i.test(entry.name);
      if (kind === 'outside' && (json || !entry.name.includes('.'))) outside.push(path);
      // A folder that a link shows lies inside, and is walked where it lies.
      else if (kind === 'folder' && !entry.isSymbolicLink() && !isHidden(entry.name)) await walk(path, depth + 1);
      else if (kind === 'file' && json) paths.push(path);
      if (paths.length > limits.files) {
        throw usageError(`more than ${limits.files} JSON files in it`, 'pass the folder that holds the saved answers');
      }
    }
  };

  await walk('', 0);
  return { paths: paths.sort(), outside: outside.sort() };
}

/** Folders of tools, not of answers. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** What a link shows; `outside` also where it shows nothing. */
async function linked(path: string, root: string): Promise<'file' | 'folder' | 'other' | 'outside'> {
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined || !`${target}${sep}`.startsWith(root.endsWith(sep) ? root : root + sep)) return 'outside';
  const found = await stat(target);
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** The content of a file, and when it was written. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly modified: Date;
}

/** @throws MlsecError usage, for a file that cannot be read or is larger than the limit */
export async function fileContent(root: string, path: string, limits: FolderLimits = folderLimits): Promise<FileContent> {
  try {
    const file = await open(join(root, path));
    try {
      const { size, mtime } = await file.stat();
      if (size > limits.bytesOfFile) {
        throw usageError(
          `${path} is larger than ${limits.bytesOfFile / 1024 / 1024} MiB`,
          'save the answers of each command to a file of their own',
        );
      }
      return { bytes: await file.readFile(), modified: mtime };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}
