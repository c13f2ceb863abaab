import { basename, dirname, resolve } from 'node:path';
import { folderInventory } from '../inventory/folder/folder-inventory.ts';
import { readFile, type ReadFile } from '../inventory/folder/read-file.ts';
import { recognisedKeys } from '../inventory/folder/recognised-keys.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { decodeJson } from './decode-json.ts';
import type { Io } from './io.ts';
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
  const root = resolve(io.cwd(), path);
  const { storedScript } = await import('../collectors/stored-script.ts');
  const above = `${basename(dirname(root))}/${basename(root)}`;
  const { paths, outside } = await jsonFiles(root);
  if (outside.length > 0) say(io, `left out, as they lead out of the folder: ${list(outside)}`);

  const files: ReadFile[] = [];
  const times: number[] = [];
  for (const file of paths) {
    const { bytes, modified } = await fileContent(root, file);
    const read = readFile({ path: file, json: decodeJson(bytes, `${path}/${file}`) }, above, storedScript);
    files.push(read);
    if (read.answers.length > 0) times.push(modified.getTime());
  }
  const unknown = files.filter(({ answers }) => answers.length === 0);
  if (unknown.length === files.length) throw nothingRecognised(path, unknown);
  if (unknown.length > 0) {
    say(io, `${unknown.length} of ${files.length} JSON files hold nothing that is read here: ${list(unknown.map(withKeys))}`);
  }
  return folderInventory(files, { region, startedAt: isoOf(Math.min(...times)), completedAt: isoOf(Math.max(...times)) });
}

function nothingRecognised(path: string, files: readonly ReadFile[]): Error {
  const keys = recognisedKeys().map(([key]) => key);
  const hint = `understood are answers of the AWS CLI with --output json, by their top-level keys: ${keys.join(', ')}`;
  if (files.length === 0)
    return usageError(`${path} holds no JSON file`, `save answers there, such as: aws ec2 describe-vpcs > vpcs.json; ${hint}`);
  return usageError(`nothing in ${path} is an answer that is understood: ${list(files.map(withKeys))}`, hint);
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
