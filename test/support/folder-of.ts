import type { Described } from '../../src/inventory/described.ts';
import type { FolderFile } from '../../src/inventory/folder/read-file.ts';
import type { AnySectionRecord, Inventory } from '../../src/inventory/inventory.ts';
import { rowsToName } from '../../src/inventory/rows.ts';
import type { SectionName } from '../../src/inventory/sections.ts';

type Row = Readonly<Record<string, unknown>>;

/** The key under which the AWS CLI prints a section's list. */
const lists: Partial<Record<SectionName, string>> = {
  enabledRegions: 'Regions',
  notebookInstances: 'NotebookInstances',
  trainingJobs: 'TrainingJobSummaries',
  models: 'Models',
  endpointConfigs: 'EndpointConfigs',
  endpoints: 'Endpoints',
  vpcs: 'Vpcs',
  subnets: 'Subnets',
  routeTables: 'RouteTables',
  securityGroups: 'SecurityGroups',
  prefixLists: 'PrefixLists',
  vpcEndpoints: 'VpcEndpoints',
  domains: 'Domains',
  userProfiles: 'UserProfiles',
  spaces: 'Spaces',
  notebookLifecycleConfigs: 'NotebookInstanceLifecycleConfigs',
  networkAcls: 'NetworkAcls',
  internetGateways: 'InternetGateways',
  egressOnlyInternetGateways: 'EgressOnlyInternetGateways',
  natGateways: 'NatGateways',
  networkInterfaces: 'NetworkInterfaces',
  flowLogs: 'FlowLogs',
};

/** The lists of the answer to get-account-authorization-details. */
const authorization = { User: 'UserDetailList', Group: 'GroupDetailList', Role: 'RoleDetailList', Policy: 'Policies' };

/** An inventory as somebody would have saved it with the AWS CLI: a folder a Region, and a file for each call. */
export function folderOf(inventory: Pick<Inventory, 'sections'>): FolderFile[] {
  return inventory.sections.flatMap((record): FolderFile[] => {
    const folder = record.region === 'aws-global' ? 'global' : record.region;
    return filesOf(record).map(([name, json]) => ({ path: `${folder}/${name}.json`, json }));
  });
}

function filesOf({ section, fact }: AnySectionRecord): (readonly [name: string, json: unknown])[] {
  const rows = [...rowsToName<object>(fact)] as Row[];
  const list = lists[section];
  if (section === 'callerIdentity') return [['whoami', { UserId: 'AROAEXAMPLE:audit', ...rows[0] }]];
  if (section === 'accountAuthorization') {
    const of = (member: string) => rows.flatMap((row) => row[member] ?? []);
    return [['authorization', Object.fromEntries(Object.entries(authorization).map(([member, key]) => [key, of(member)]))]];
  }
  if (section === 'vpcDnsAttributes') {
    return rows.flatMap((row) => {
      const { VpcId, ...attributes } = known(row);
      return Object.entries(attributes).map(([name, value]) => [`${name}-${String(VpcId)}`, { VpcId, [name]: value }] as const);
    });
  }
  if (list === undefined) return [];
  if (!rows.some((row) => 'detail' in row)) return [[section, { [list]: rows }]];
  const details = rows.map((row, index) => {
    const id = (row as unknown as Described<Row, Row>).summary['PrefixListId'];
    return [typeof id === 'string' ? `entries-${id}` : `${section}-${index}`, known(row)] as const;
  });
  return [[section, { [list]: rows.map((row) => row['summary']) }], ...details];
}

function known(row: Row): Row {
  const { detail } = row as unknown as Described<Row, Row>;
  if (!detail.known) throw new Error('the fixture has a gap where a file is needed');
  return detail.value;
}
