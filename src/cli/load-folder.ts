import { basename, dirname, resolve } from 'node:path';
import { MlsecError } from '../core/mlsec-error.ts';
import { folderInventory } from '../inventory/folder/folder-inventory.ts';
import { readFile, type ReadFile } from '../inventory/folder/read-file.ts';
import { regionIn } from '../inventory/folder/region-name.ts';
import { recognisedKeys } from '../inventory/folder/recognised-keys.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { decodeJson } from './decode-json.ts';
import type { Io } from './io.ts';
import { unreadable } from './unreadable.ts';
import { fileContent, jsonFiles } from './json-files.ts';
import { say } from './say.ts';
import { usageError } from './usage-error.ts';

const named = 5;

/**
 * The inventory in a folder of answers of the AWS CLI. The same folder gives the same inventory; its times are those of the files.
 *
 * @param region the Region of files that do not tell theirs
 * @throws MlsecError usage
 */
export async function loadFolder(path: string, region: string | undefined, io: Io): Promise<Inventory> {
  if (region !== undefined && regionIn(region) !== region) throw usageError(`unknown Region: ${region}`, 'name a Region such as eu-west-1');
  try {
    return await readFolder(path, region, io);
  } catch (error) {
    if (error instanceof MlsecError) throw new MlsecError(error.exitCode, `${path}: ${error.message}`, error.hint, { cause: error });
    throw unreadable(path, error);
  }
}

async function readFolder(path: string, region: string | undefined, io: Io): Promise<Inventory> {
  const root = resolve(io.cwd(), path);
  const { storedScript } = await import('../collectors/stored-script.ts');
  const above = `${basename(dirname(root))}/${basename(root)}`;
  const { paths, outside } = await jsonFiles(root);
  if (outside.length > 0) say(io, `links that lead nowhere or out of the folder were left out: ${list(outside)}`);

  const files: ReadFile[] = [];
  const times: number[] = [];
  for (const file of paths) {
    const { bytes, modified } = await fileContent(root, file);
    const read = readFile({ path: file, json: decodeJson(bytes, file) }, above, storedScript);
    files.push(read);
    if (read.answers.length > 0) times.push(modified.getTime());
  }
  const unknown = files.filter(({ answers }) => answers.length === 0);
  if (unknown.length === files.length) throw nothingRecognised(unknown);
  if (unknown.length > 0) {
    say(io, `${unknown.length} of ${files.length} JSON files hold nothing that is read here: ${list(unknown.map(withKeys))}`);
  }
  return folderInventory(files, { region, startedAt: isoOf(Math.min(...times)), completedAt: isoOf(Math.max(...times)) });
}

function nothingRecognised(files: readonly ReadFile[]): Error {
  if (files.length === 0) {
    return usageError('no JSON file in it', 'save answers of the AWS CLI there: aws ec2 describe-vpcs --output json > vpcs.json');
  }
  const keys = recognisedKeys().map(([key]) => key);
  return usageError(
    `no file in it is an answer that is understood: ${list(files.map(withKeys))}`,
    `save answers of the AWS CLI with --output json; understood are those with the keys ${keys.join(', ')}`,
  );
}

function withKeys({ path, keys }: ReadFile): string {
  const shown = keys.slice(0, named).map((key) => (key.length > 60 ? `${key.slice(0, 60)}…` : key));
  if (shown.length === 0) return path;
  return `${path} (${shown.join(', ')}${keys.length > named ? ', …' : ''})`;
}

function list(names: readonly string[]): string {
  const more = names.length - named;
  return `${names.slice(0, named).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
