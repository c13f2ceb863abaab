import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { AnySectionRecord, Inventory } from '../../src/inventory/inventory.ts';
import { globalRegion, sectionCatalogue, sectionNames, type SectionName, type Sections } from '../../src/inventory/sections.ts';
import { blockPublicAccess, internetGateway, networkAcl } from './rows-network.ts';
import { account, dnsAttributes, flowLog, mainTable, region, securityGroup, subnet, vpc, vpcEndpoint } from './rows.ts';

/** Sections as lists, or the gap that stands for a section that could not be read. */
export type Given = { readonly [K in SectionName]?: Sections[K] | Gap };

/** The network around every scenario that does not bring its own; what is not here was read, and is empty. */
const network: Partial<Sections> = {
  callerIdentity: [{ Account: account, Arn: `arn:aws:sts::${account}:assumed-role/audit/test` }],
  vpcs: [vpc()],
  subnets: [subnet()],
  routeTables: [mainTable()],
  networkAcls: [networkAcl()],
  internetGateways: [internetGateway()],
  securityGroups: [securityGroup()],
  vpcEndpoints: [vpcEndpoint('sagemaker.api'), vpcEndpoint('sagemaker.runtime')],
  vpcDnsAttributes: [dnsAttributes('vpc-1')],
  flowLogs: [flowLog()],
  blockPublicAccessOptions: [blockPublicAccess()],
};

/** An inventory of one Region: a sound network, no workloads, and what is given. */
export function inventory(given: Given = {}): Inventory {
  return inventoryOf({ [region]: given });
}

/** An inventory of several Regions. */
export function inventoryOf(byRegion: { readonly [region: string]: Given }): Inventory {
  const regions = Object.keys(byRegion);
  return {
    header: {
      accounts: [account],
      regions,
      partition: 'aws',
      startedAt: '2026-11-23T08:00:00.000Z',
      completedAt: '2026-11-23T08:00:09.000Z',
      since: '2026-08-25T08:00:00.000Z',
      interrupted: false,
    },
    sections: regions.flatMap((at, index) =>
      sectionNames
        .filter((section) => index === 0 || sectionCatalogue[section].scope === 'region')
        .map((section) => record(section, at, byRegion[at]?.[section] ?? network[section] ?? [])),
    ),
  };
}

function record(section: SectionName, at: string, rows: Iterable<unknown> | Gap): AnySectionRecord {
  const { operation, scope } = sectionCatalogue[section];
  const read = 'operation' in rows ? missing(rows) : known(rows);
  // The name of the section fixes the type of its rows, which a table over all names cannot say.
  return {
    account,
    region: scope === 'account' ? globalRegion : at,
    section,
    fact: read,
    ledger: [{ operation, calls: 1, complete: read.known }],
    notes: [],
  } as unknown as AnySectionRecord;
}
