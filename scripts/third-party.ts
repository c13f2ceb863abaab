import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Licences that ask for nothing but to be told. Whatever else turns up ends the build, until somebody has thought about it. */
const permissive: ReadonlySet<string> = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository: string;
  /** The texts of its licence and, where there is one, its notice; empty where the package holds none. */
  readonly text: string;
}

/**
 * The text that names every package of which something is in the bundle, with its licence.
 *
 * @param modules the paths of all modules in the bundle
 * @throws Error for a package without a permissive licence, or without its text
 */
export function thirdPartyNotice(modules: Iterable<string>): string {
  // The bundler adds a few lines of its own.
  const bundler = createRequire(import.meta.url).resolve('rolldown');
  const folders = new Set([...modules, bundler].flatMap((path) => packageFolder(path) ?? []));
  const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));

  const byText = new Map<string, Set<string>>();
  for (const entry of packages) {
    const text = textFor(entry, packages);
    byText.set(text, (byText.get(text) ?? new Set<string>()).add(`${entry.name} ${entry.version} (${entry.license})`));
  }
  const parts = [...byText].map(([text, names]) => `${[...names].join('\n')}\n\n${text}\n`);
  return ['mlsec contains code of these packages, under the licences that follow their names.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a module belongs to; undefined for our own, and for what the bundler made up. */
export function packageFolder(path: string): string | undefined {
  return /^[^\0].*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0];
}

/** Some packages leave their licence in the repository that they share with others: then it is the text of those. */
function textFor({ name, license, repository, text }: ThirdParty, packages: readonly ThirdParty[]): string {
  if (text !== '') return text;
  const sibling = packages.find((other) => other.text !== '' && other.repository === repository && other.license === license);
  if (sibling === undefined) throw new Error(`${name} comes without the text of its licence`);
  return sibling.text;
}

function readPackage(folder: string): ThirdParty {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license: string;
    readonly repository?: string | { readonly url: string };
  };
  const { name, version, license, repository = '' } = manifest;
  if (!permissive.has(license)) throw new Error(`${name} is under ${license}, which may not be bundled`);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const text = files.sort().map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
  return { name, version, license, repository: typeof repository === 'string' ? repository : repository.url, text: text.join('\n\n') };
}
