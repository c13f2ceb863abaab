import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { UnitStore } from '../collectors/unit-store.ts';
import { isRecord, nullable, record, text, time } from '../inventory/expectation.ts';
import { inventoryLines } from '../inventory/inventory-lines.ts';
import type { AnySectionRecord, Inventory } from '../inventory/inventory.ts';
import { parseInventory } from '../inventory/parse-inventory.ts';
import type { Context } from './context.ts';
import { readLines } from './read-lines.ts';
import { say } from './say.ts';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

/** What decides what a scan reads: a scan that is continued must ask for the same. By option, so that a difference can be named. */
export type Asked = Readonly<Record<string, unknown>>;

/** A scan that can be continued. */
export interface ScanState {
  readonly store: UnitStore;
  /** When it began, and where its job history begins: as the first run had it. */
  readonly startedAt: Date;
  readonly since: Date | null;
  /** Was something asked for that is still not finished? */
  readonly isUnfinished: () => boolean;
}

const stateFormat = 'mlsec-state';
const unitFormat = 'mlsec-unit';
/** Raised when an older mlsec could misread what a newer one wrote. */
const stateVersion = 1;
/** What was read of an account is for its owner's eyes alone. */
const ownerOnly = { folder: 0o700, file: 0o600 } as const;

const stateFields = record({ mlsec: text, startedAt: time, since: nullable(time) });

/**
 * Opens the folder in which finished units are kept, and makes it where it is not there.
 *
 * @param asked what decides what is read
 * @param resume whether an earlier scan is to be continued
 * @throws MlsecError usage, for a folder with anything else in it, or with the state of a scan that asked for something else
 */
export async function openScanState(
  folder: string,
  asked: Asked,
  since: Date | null,
  resume: boolean,
  context: Context,
): Promise<ScanState> {
  const { io, version } = context;
  const root = resolve(io.cwd(), folder);
  const file = join(root, 'state.json');
  try {
    await mkdir(root, { recursive: true, mode: ownerOnly.folder });
    const earlier = await readFile(file, 'utf8').catch((error: unknown) => {
      if (isAbsent(error)) return undefined;
      throw error;
    });
    if (earlier !== undefined) {
      const state = parseState(earlier, folder, asked, version, resume);
      await mkdir(join(root, 'units'), { recursive: true, mode: ownerOnly.folder });
      return stateOf(root, new Date(state.startedAt), state.since === null ? null : new Date(state.since), context);
    }
    if ((await readdir(root)).length > 0)
      throw usageError(`${folder} is not empty, and holds no state of a scan`, 'name a folder for the state alone');
    await mkdir(join(root, 'units'), { mode: ownerOnly.folder });
  } catch (error) {
    throw unreadable(folder, error);
  }
  const startedAt = new Date();
  const head = {
    format: stateFormat,
    version: stateVersion,
    mlsec: version,
    startedAt: startedAt.toISOString(),
    since: since?.toISOString() ?? null,
  };
  await write(file, [`${JSON.stringify({ ...head, asked }, undefined, 2)}\n`]);
  return stateOf(root, startedAt, since, context);
}

function parseState(
  content: string,
  folder: string,
  asked: Asked,
  version: string,
  resume: boolean,
): { startedAt: string; since: string | null } {
  const value = parsed(content);
  if (!isRecord(value) || value['format'] !== stateFormat || !isRecord(value['asked']) || stateFields(value) !== undefined) {
    throw usageError(`${folder} is damaged: state.json is no state of a scan`, 'remove the folder, and begin anew');
  }
  if (!resume) {
    throw usageError(
      `${folder} holds a scan that began at ${String(value['startedAt'])}`,
      'continue it with --resume, or name another folder',
    );
  }
  if (value['version'] !== stateVersion || value['mlsec'] !== version) {
    throw usageError(
      `${folder} was written by mlsec ${String(value['mlsec'])}, and this is ${version}`,
      'continue with that version, or begin anew',
    );
  }
  const before = value['asked'];
  const names = [...new Set([...Object.keys(before), ...Object.keys(asked)])];
  const other = names.find((name) => JSON.stringify(before[name]) !== JSON.stringify(asked[name]));
  if (other !== undefined) {
    throw usageError(`${folder} holds a scan with another ${other}`, 'continue it with the same options, or name another folder');
  }
  return value as unknown as { startedAt: string; since: string | null };
}

function stateOf(root: string, startedAt: Date, since: Date | null, { io, version }: Context): ScanState {
  const path = (account: string, region: string): string => join(root, 'units', `${account}.${region}.ndjson`);
  const open = new Set<string>();
  const header = { partition: '', startedAt: startedAt.toISOString(), completedAt: startedAt.toISOString(), interrupted: false };
  return {
    startedAt,
    since,
    isUnfinished: () => open.size > 0,
    store: {
      load: async (account, region) => {
        const bytes = await readFile(path(account, region)).catch((error: unknown) => {
          if (isAbsent(error)) return undefined;
          throw unreadable(path(account, region), error);
        });
        open.add(path(account, region));
        if (bytes === undefined) return undefined;
        const sections = await unitIn(bytes, account, region);
        if (sections !== undefined) open.delete(path(account, region));
        if (sections === undefined) say(io, `what was kept of ${account} ${region} is damaged, and is read again`);
        return sections;
      },
      save: async (account, region, sections) => {
        const inventory: Inventory = {
          header: { ...header, accounts: [account], regions: [region], since: since?.toISOString() ?? null },
          sections,
        };
        const hash = createHash('sha256');
        for (const line of inventoryLines(inventory, version)) hash.update(line).update('\n');
        await write(path(account, region), unitLines(inventory, version, hash.digest('hex')));
        open.delete(path(account, region));
      },
    },
  };
}

function* unitLines(inventory: Inventory, version: string, sha256: string): Generator<string, void> {
  yield `${JSON.stringify({ format: unitFormat, version: stateVersion, sha256 })}\n`;
  for (const line of inventoryLines(inventory, version)) yield `${line}\n`;
}

/** The sections in the file of a unit; undefined where it is not what was written, or is of another unit. */
async function unitIn(bytes: Buffer, account: string, region: string): Promise<readonly AnySectionRecord[] | undefined> {
  const end = bytes.indexOf('\n') + 1;
  const head = parsed(bytes.subarray(0, end).toString('utf8'));
  const rest = bytes.subarray(end);
  if (!isRecord(head) || head['format'] !== unitFormat || head['sha256'] !== createHash('sha256').update(rest).digest('hex'))
    return undefined;
  try {
    const { header, sections } = await parseInventory(readLines([rest]));
    return header.accounts[0] === account && header.regions[0] === region ? sections : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whatever ends the process. */
async function write(path: string, pieces: Iterable<string>): Promise<void> {
  const { writeFileWhole } = await import('./output-file.ts');
  await writeFileWhole(path, pieces, new AbortController().signal, ownerOnly.file);
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
