import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../src/checks/index.ts';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const imported = /^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gms;

/**
 * The ids of the checks whose code leads, from import to import, to a file of the source.
 *
 * @param file such as `network/walk.ts`
 */
export function checksLeadingTo(file: string): readonly string[] {
  const end = join(source, file);
  const known = new Map<string, boolean>();
  const leads = (path: string): boolean => {
    if (path === end) return true;
    const found = known.get(path);
    if (found !== undefined) return found;
    // In a circle, whoever began it answers.
    known.set(path, false);
    const next = [...readFileSync(path, 'utf8').matchAll(imported)].map(([, to = '']) => join(path, '..', to));
    const answer = next.some(leads);
    known.set(path, answer);
    return answer;
  };
  return checks.filter(({ family, id }) => leads(join(source, 'checks', family, `${id}.ts`))).map(({ id }) => id);
}
