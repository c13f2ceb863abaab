import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** Who may import whom. A layer not listed may import nothing; `types:` means that only types may come from there. */
const layers: { readonly [layer: string]: { readonly layers: readonly string[]; readonly packages: readonly RegExp[] } } = {
  core: { layers: [], packages: [] },
  inventory: { layers: ['core'], packages: [/^types:@aws-sdk\/client-/] },
  network: { layers: ['core', 'inventory'], packages: [/^ipaddr\.js$/] },
  iam: { layers: ['core', 'inventory'], packages: [/^ipaddr\.js$/] },
  workloads: { layers: ['core', 'inventory', 'types:network/placement.ts'], packages: [] },
  checks: { layers: ['core', 'inventory', 'workloads', 'network', 'iam'], packages: [] },
  engine: {
    layers: ['core', 'inventory', 'checks/check.ts', 'checks/verdict.ts', 'checks/by-type.ts', 'checks/reported-check.ts'],
    packages: [/^node:crypto$/],
  },
  trace: { layers: ['core', 'inventory', 'workloads', 'network', 'iam'], packages: [] },
  reporters: { layers: ['core'], packages: [/^chalk$/, /^get-east-asian-width$/] },
  aws: {
    layers: ['core'],
    packages: [
      /^(types:)?@aws-sdk\//,
      /^(types:)?@smithy\//,
      /^https-proxy-agent$/,
      /^proxy-from-env$/,
      /^node:(crypto|fs\/promises)$/,
      /^types:node:http$/,
    ],
  },
  collectors: { layers: ['core', 'inventory', 'aws'], packages: [/^@aws-sdk\//, /^p-map$/, /^node:crypto$/] },
  storage: { layers: ['core', 'inventory', 'collectors/answer-memory.ts'], packages: [/^node:(crypto|fs|os|path)$/] },
  cli: {
    layers: ['core', 'inventory', 'checks', 'engine', 'reporters', 'aws', 'collectors', 'storage', 'workloads', 'network', 'iam', 'trace'],
    packages: [/^commander$/, /^chalk$/, /^node:/],
  },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** `await import()`: loaded only when it is needed. */
  readonly lazy: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports = files.flatMap(importsOf);

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found: Import[] = [];
  for (const [, clause = '', to = ''] of text.matchAll(/^(?:import|export)\s+([^'"=;]*?)\s+from\s+'([^']+)'/gm)) {
    const named = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
    const typeOnly =
      clause.startsWith('type ') ||
      (named !== undefined && named.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')));
    found.push({ from: file, to, typeOnly, lazy: false });
  }
  for (const [, to = ''] of text.matchAll(/^import\s+'([^']+)'/gm)) found.push({ from: file, to, typeOnly: false, lazy: false });
  for (const [, to = ''] of text.matchAll(/(?<!typeof )import\(\s*'([^']+)'/g)) found.push({ from: file, to, typeOnly: false, lazy: true });
  return found;
}

const layerOf = (file: string): string => file.split('/')[0] ?? '';
const isLocal = (to: string): boolean => to.startsWith('.');
const target = ({ from, to }: Import): string => relative(src, resolve(src, dirname(from), to));

describe('the house', () => {
  it('was read: a rule over no files holds for any code', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    for (const layer of ['core', 'inventory', 'network', 'workloads', 'checks', 'engine', 'reporters', 'aws', 'collectors', 'cli']) {
      expect(files.filter((file) => layerOf(file) === layer).length, layer).toBeGreaterThan(1);
    }
  });

  it('has no layer that the table does not know', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in layers))).toEqual([]);
  });

  it('keeps its layers', () => {
    const wrong = imports.filter(isLocalImport).filter((entry) => !allowed(entry));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('keeps packages where they belong', () => {
    const wrong = imports
      .filter((entry) => !isLocalImport(entry))
      .filter(({ from, to, typeOnly }) => {
        const rules = layers[layerOf(from)]?.packages ?? [];
        return !rules.some((rule) => rule.test(to) || (typeOnly && rule.test(`types:${to}`)));
      });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no cycles', () => {
    const graph = new Map<string, string[]>();
    for (const entry of imports) {
      if (!isLocalImport(entry) || entry.typeOnly) continue;
      graph.set(entry.from, [...(graph.get(entry.from) ?? []), target(entry)]);
    }
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`cycle: ${[...path, file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(done.size).toBe(files.length);
  });

  it('loads the AWS SDK only where it is used', () => {
    const eager = imports.filter(
      ({ from, to, typeOnly, lazy }) => to.startsWith('@aws-sdk/client-') && !typeOnly && !lazy && layerOf(from) !== 'aws',
    );
    expect(eager.map(({ from }) => from)).toEqual([]);
    const intoCollectors = imports.filter(
      (entry) => isLocalImport(entry) && layerOf(entry.from) === 'cli' && /^(aws|collectors)\//.test(target(entry)),
    );
    expect(intoCollectors.filter(({ typeOnly, lazy }) => !typeOnly && !lazy).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('has no drawer for everything', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.ts$)/.test(file))).toEqual([]);
  });
});

function isLocalImport({ to }: Import): boolean {
  return isLocal(to);
}

function allowed(entry: Import): boolean {
  const from = layerOf(entry.from);
  const to = target(entry);
  if (layerOf(to) === from) return true;
  return (layers[from]?.layers ?? []).some((rule) => {
    const [typesOnly, path] = rule.startsWith('types:') ? [true, rule.slice('types:'.length)] : [false, rule];
    if (typesOnly && !entry.typeOnly) return false;
    return path.endsWith('.ts') ? to === path : layerOf(to) === path;
  });
}
