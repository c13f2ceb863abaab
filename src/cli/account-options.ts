import { Option, type Command } from 'commander';
import type { CollectRequest } from '../collectors/collect.ts';
import type { Context } from './context.ts';
import { listed, once } from './option-values.ts';
import { readText } from './read-text.ts';
import { usageError } from './usage-error.ts';

/** The options that say which accounts are read beside the caller's own, or in place of it. */
export interface AccountOptions {
  readonly account?: readonly string[];
  readonly accountsFile?: string;
  readonly org?: boolean;
  readonly ou?: readonly string[];
  readonly excludeAccount?: readonly string[];
  readonly roleName?: string;
  readonly externalId?: string;
}

export const accountOptionNames = [
  'account',
  'accountsFile',
  'org',
  'ou',
  'excludeAccount',
  'roleName',
  'externalId',
] as const satisfies readonly (keyof AccountOptions)[];

export function addAccountOptions(command: Command): Command {
  return command
    .optionsGroup('Several accounts:')
    .option('--account <id,...>', "accounts to read instead of the caller's own, repeatable", accountList('--account'))
    .option('--accounts-file <path>', 'a file that names them, one a line; # begins a comment (- for stdin)', once('--accounts-file'))
    .option('--org', 'every active account of the AWS organization')
    .option('--ou <id,...>', 'with --org: only those below these units or roots, repeatable', unitList)
    .option('--exclude-account <id,...>', 'leave these out, repeatable', accountList('--exclude-account'))
    .addOption(
      new Option(
        '--role-name <name>',
        "the role to take on in each account but the caller's own, with its path if it has one (default: mlsec-audit)",
      ).argParser(roleName),
    )
    .addOption(new Option('--external-id <id>', 'the external id that the trust policy of the role asks for').argParser(externalId));
}

/**
 * What these options ask of a collection; nothing, where none is given.
 *
 * @throws MlsecError usage, for options that have no effect, and for a file that names no accounts
 */
export async function accountsAsked(options: AccountOptions, context: Context): Promise<Pick<CollectRequest, 'accounts' | 'role'>> {
  const { account, accountsFile, org, ou, excludeAccount } = options;
  const names = account !== undefined || accountsFile !== undefined;
  if (org === true && names) {
    throw usageError('--org names every account already', 'name accounts without --org, or narrow it with --ou and --exclude-account');
  }
  if (ou !== undefined && org !== true) throw usageError('--ou has no effect without --org', 'add --org');
  if (org !== true && !names) {
    const idle = [
      ['--exclude-account', excludeAccount],
      ['--role-name', options.roleName],
      ['--external-id', options.externalId],
    ].find(([, value]) => value !== undefined);
    if (idle === undefined) return {};
    throw usageError(
      `${String(idle[0])} has no effect on the caller's own account`,
      'name the accounts with --account, --accounts-file or --org',
    );
  }
  const ids = [...(account ?? []), ...(accountsFile === undefined ? [] : await accountsIn(accountsFile, context))];
  return {
    accounts: { ids, excluded: excludeAccount ?? [], ...(org === true ? { organization: { units: ou ?? [] } } : {}) },
    ...roleAsked(options),
  };
}

/** The role, where the options name it or its external id. */
export function roleAsked({ roleName: name, externalId: id }: AccountOptions): Pick<CollectRequest, 'role'> {
  if (name === undefined && id === undefined) return {};
  return { role: { name: name ?? defaultRoleName, ...(id === undefined ? {} : { externalId: id }) } };
}

/** As the template in `deploy/` names it. */
export const defaultRoleName = 'mlsec-audit';

/** @throws MlsecError usage */
async function accountsIn(path: string, { io }: Context): Promise<readonly string[]> {
  const lines = (await readText(path, io)).split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const wrong = lines.findIndex((line) => line !== '' && !isAccount(line));
  if (wrong !== -1) {
    throw usageError(
      `${path}: line ${wrong + 1} is no account id: ${lines[wrong]?.slice(0, 40) ?? ''}`,
      'write one id of twelve digits a line',
    );
  }
  const ids = lines.filter((line) => line !== '');
  if (ids.length === 0) throw usageError(`${path} names no account`, 'write one id of twelve digits a line');
  return ids;
}

function isAccount(id: string): boolean {
  return /^\d{12}$/.test(id);
}

function accountList(option: string) {
  return (value: string, earlier?: readonly string[]): readonly string[] => {
    const ids = listed(value, earlier);
    const wrong = ids.find((id) => !isAccount(id));
    if (wrong !== undefined)
      throw usageError(`${option} ${wrong} is no account id`, 'an account id has twelve digits, zeros in front included');
    return ids;
  };
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsForParent.html */
function unitList(value: string, earlier?: readonly string[]): readonly string[] {
  const ids = listed(value, earlier);
  const wrong = ids.find((id) => !/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/.test(id));
  if (wrong !== undefined)
    throw usageError(`--ou ${wrong} is no organizational unit`, 'an id looks like ou-ab12-cd34ef56, that of a root like r-ab12');
  return ids;
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html */
function roleName(value: string, earlier?: string): string {
  const name = once('--role-name')(value, earlier);
  if (/^([\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/.test(name) && !name.startsWith('/') && !name.startsWith('arn:')) return name;
  throw usageError(
    `--role-name ${name} is no name of a role`,
    'write it as it follows role/ in the ARN, such as mlsec-audit or audit/mlsec',
  );
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function externalId(value: string, earlier?: string): string {
  const id = once('--external-id')(value, earlier);
  if (/^[\w+=,.@:/-]{2,1224}$/.test(id)) return id;
  throw usageError('--external-id is not one that AWS takes', 'it has 2 to 1224 letters, digits and characters of +=,.@:/-_');
}
