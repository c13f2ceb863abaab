import type { Fetch, FetchKind } from '../inventory/script.ts';
import { statementsOf, type Statement } from './script-statements.ts';

const downloaders = new Set(['curl', 'wget']);
const interpreters = /^(?:.*\/)?(?:ba|z|da|k)?sh$|^(?:.*\/)?(?:python[\d.]*|perl|ruby|node|Rscript)$|^(?:source|\.|eval)$/;
/** `bash <(curl …)`, `sh -c "$(curl …)"`, `eval `wget …``. */
const substituted = /(?:<|\$)\(\s*(curl|wget)\b|`\s*(curl|wget)\b/;
const pip = /^pip[\d.]*$/;
const unpackers = new Set(['tar', 'unzip', 'gunzip', 'bunzip2', 'unxz', '7z', 'bsdtar']);
/** What was packed, started: `./install`, `/tmp/aws/install`, `sh setup.sh`. */
const unpacked = /^\.{1,2}\/|(?:^|\/)(?:install|setup|configure|bootstrap)[\w.-]*$/;

/** Where package managers of languages look, unless they are told otherwise. */
const registries: Readonly<Record<string, { readonly verbs: readonly string[]; readonly host: string }>> = {
  pip: { verbs: ['install', 'download'], host: 'pypi.org' },
  conda: { verbs: ['install', 'create', 'update'], host: 'repo.anaconda.com' },
  mamba: { verbs: ['install', 'create', 'update'], host: 'conda.anaconda.org' },
  pipx: { verbs: ['install', 'run', 'upgrade'], host: 'pypi.org' },
  poetry: { verbs: ['install', 'add', 'update'], host: 'pypi.org' },
  npm: { verbs: ['install', 'i', 'ci', 'add', 'exec'], host: 'registry.npmjs.org' },
  pnpm: { verbs: ['install', 'i', 'add', 'dlx'], host: 'registry.npmjs.org' },
  yarn: { verbs: ['install', 'add'], host: 'registry.yarnpkg.com' },
};

/**
 * What a script fetches, and whether it runs it. Package managers of the distribution (yum, dnf, apt) are left out: their packages are signed, and
 * come from mirrors that the image names.
 */
export function fetchesOf(script: string): readonly Fetch[] {
  const statements = [...statementsOf(script)];
  const settings = settingsOf(script);
  return statements.flatMap((statement, at) => fetchesIn(statement, statements.slice(at + 1), settings));
}

/** Registries that the script itself sets. */
interface Settings {
  /** Tools that are logged in to CodeArtifact, a registry of one's own. */
  readonly codeArtifact: ReadonlySet<string>;
  /** The index for pip: its host, null for one in a variable; undefined where nothing is set. */
  readonly pipIndex: string | null | undefined;
}

function settingsOf(script: string): Settings {
  const tools = [...script.matchAll(/codeartifact\s+login\b[^\n]*--tool[ =](\w+)/g)].flatMap(([, tool]) => tool ?? []);
  const index = /(?:PIP_INDEX_URL=|global\.index-url\s+)(\S+)/.exec(script)?.[1];
  return { codeArtifact: new Set(tools), pipIndex: index === undefined ? undefined : hostIn(index) };
}

function fetchesIn(statement: Statement, later: readonly Statement[], settings: Settings): readonly Fetch[] {
  const { line: Line, text, pipeline } = statement;
  const starts = pipeline.some(([program = '']) => interpreters.test(program));
  const inner = substituted.exec(text);
  if (inner !== null) {
    const runs = starts || /^\s*\$\(/.test(text) || isRunAsVariable(text, later);
    return [{ Line, Command: inner[1] ?? inner[2] ?? '', How: runs ? 'run' : 'download', Host: hostIn(text) }];
  }
  const inCode = fetchInCode(statement);
  if (inCode !== undefined) return [inCode];
  return pipeline.flatMap((words, at): readonly Fetch[] => {
    const program = lastPart(words[0] ?? '');
    const next = pipeline.slice(at + 1);
    // What is hidden from whoever reads it may come from anywhere.
    if (program === 'base64' && starts && words.some((word) => /^(?:-[a-z]*d[a-z]*|-D|--decode)$/.test(word))) {
      return [{ Line, Command: 'base64', How: 'run', Host: null }];
    }
    if (downloaders.has(program)) {
      const piped = next.some(([following = '']) => interpreters.test(following));
      const How: FetchKind = piped || startsLater(words, text, later) || (unpacks(next) && startsUnpacked(later)) ? 'run' : 'download';
      return [{ Line, Command: program, How, Host: hostIn(words.join(' ')) }];
    }
    if (program === 'git' && words.includes('clone')) return [{ Line, Command: 'git', How: 'clone', Host: hostIn(words.join(' ')) }];
    return installOf([program, ...words.slice(1)], settings).map((install) => ({ Line, How: 'install' as const, ...install }));
  });
}

/** `X=$(curl …)`, and further down `eval "$X"` or `echo "$X" | sh`. */
function isRunAsVariable(text: string, later: readonly Statement[]): boolean {
  const name = /^\s*(?:(?:export|local|readonly|declare)\s+)?([A-Za-z_]\w*)=/.exec(text)?.[1];
  if (name === undefined) return false;
  return later.some((each) => {
    const used = each.text.includes(`$${name}`) || each.text.includes(`\${${name}`);
    return used && each.pipeline.some(([program = '']) => interpreters.test(program));
  });
}

/** Code of Python or R within the script that fetches code itself: `exec(urlopen("https://…").read())`, `install.packages("…")`. */
function fetchInCode({ line: Line, text, pipeline }: Statement): Fetch | undefined {
  if (['echo', 'printf', 'cat'].includes(pipeline[0]?.[0] ?? '')) return undefined;
  if (/\binstall\.packages\(/.test(text)) return { Line, Command: 'R', How: 'install', Host: hostIn(text) ?? 'cran.r-project.org' };
  if (/\b(?:exec|eval)\s*\([^\n]*https?:/.test(text)) return { Line, Command: 'python', How: 'run', Host: hostIn(text) };
  return undefined;
}

function installOf(words: readonly string[], { codeArtifact, pipIndex }: Settings): readonly Pick<Fetch, 'Command' | 'Host'>[] {
  const [program = ''] = words;
  const module = /^python[\d.]*$/.test(program) && words[1] === '-m' ? words.slice(2) : program === 'uv' ? words.slice(1) : words;
  const Command = pip.test(module[0] ?? '') ? 'pip' : (module[0] ?? '');
  if (Command === 'npx') return module.length > 1 ? [{ Command, Host: 'registry.npmjs.org' }] : [];
  const registry = Object.hasOwn(registries, Command) ? registries[Command] : undefined;
  if (registry === undefined || !module.some((word) => registry.verbs.includes(word)) || module.includes('--no-index')) return [];
  if (codeArtifact.has(Command)) return [];
  const told = module.join(' ');
  if (/(?:^|\s)(?:git\+|https?:)/.test(told.replaceAll(/(?:-i|--index-url|--registry)[ =]\S+/g, '')))
    return [{ Command, Host: hostIn(told) }];
  const index = /(?:^|\s)(?:-i|--index-url|--registry)[ =](\S+)/.exec(told)?.[1];
  if (index !== undefined) return [{ Command, Host: hostIn(index) }];
  return [{ Command, Host: Command === 'pip' && pipIndex !== undefined ? pipIndex : registry.host }];
}

/** Is the file that this statement writes started further down, or something that was packed in it? */
function startsLater(words: readonly string[], text: string, later: readonly Statement[]): boolean {
  const file = fileOf(words, text);
  if (file === undefined) return false;
  return later.some(({ text: line, pipeline }, at) => {
    const byCron = pipeline.some(([program = '']) => lastPart(program) === 'crontab') || line.includes('/etc/cron');
    return pipeline.some(([program = '', ...rest]) => {
      if (lastPart(program) === file) return true;
      const named = rest.some((word) => lastPart(word) === file);
      if (named && byCron) return true;
      if (named && unpackers.has(lastPart(program))) return startsUnpacked(later.slice(at + 1));
      return named && (interpreters.test(program) || pip.test(program) || ['chmod', 'rpm', 'dpkg', 'installer'].includes(program));
    });
  });
}

function unpacks(pipeline: Statement['pipeline']): boolean {
  return pipeline.some(([program = '']) => unpackers.has(lastPart(program)));
}

function startsUnpacked(later: readonly Statement[]): boolean {
  return later.some(({ pipeline }) =>
    pipeline.some(([program = '', file = '']) => unpacked.test(interpreters.test(program) ? file : program)),
  );
}

function fileOf(words: readonly string[], text: string): string | undefined {
  const [program] = words;
  const option = words.findIndex((word) => word === '-o' || word === '--output' || (program === 'wget' && word === '-O'));
  const named = option === -1 ? />\s*["']?([^\s"'|]+)/.exec(text)?.[1] : words[option + 1];
  const file = named ?? words.find((word) => /^https?:\/\//.test(word))?.replace(/[?#].*$/, '');
  const name = file === undefined ? '' : lastPart(file);
  return name === '' || name === '-' ? undefined : name;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The host of the first URL, or of an address such as `git@host:path`; null where there is none that can be read. */
function hostIn(text: string): string | null {
  const url = /\b(?:https?|ssh|git|ftp):\/\/(?:[^\s/@"']*@)?([A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\])(?=[:/?#\s"')]|$)/.exec(text)?.[1];
  const host = url ?? /(?:^|\s)[\w.-]+@([A-Za-z0-9.-]+):/.exec(text)?.[1];
  return host?.toLowerCase().replaceAll(/[[\]]/g, '') ?? null;
}
