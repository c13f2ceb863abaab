import type { Gap } from '../../../src/core/gap.ts';
import { known, missing } from '../../../src/inventory/fact.ts';
import type { AnySectionRecord, Inventory, InventoryHeader } from '../../../src/inventory/inventory.ts';
import type { NotebookInstance } from '../../../src/inventory/sections/notebook-instances.ts';

export const account = '111122223333';
export const region = 'eu-west-1';

export const header: InventoryHeader = {
  accounts: [account],
  regions: [region],
  partition: 'aws',
  startedAt: '2026-08-01T10:00:00.000Z',
  completedAt: '2026-08-01T10:01:00.000Z',
  since: '2026-05-03T10:00:00.000Z',
  interrupted: false,
};

export function refused(operation: string, resource: string | null = null): Gap {
  return {
    operation,
    code: 'AccessDeniedException',
    message: 'not authorized',
    permission: operation,
    account,
    region,
    resource,
  };
}

/** A notebook of which only what the tests' checks look at is told; `null` for one that could not be described. */
export function notebook(name: string, rootAccess: string | null): NotebookInstance {
  const arn = `arn:aws:sagemaker:${region}:${account}:notebook-instance/${name}`;
  const summary = { NotebookInstanceName: name, NotebookInstanceArn: arn, NotebookInstanceStatus: 'InService' } as const;
  if (rootAccess === null) return { summary, detail: missing(refused('sagemaker:DescribeNotebookInstance', arn)) };
  return { summary, detail: known({ ...summary, RootAccess: rootAccess as 'Enabled' }) };
}

export function section(name: 'notebookInstances', rows: readonly NotebookInstance[]): AnySectionRecord {
  const ledger = [{ operation: 'sagemaker:ListNotebookInstances', calls: 1, complete: true }];
  return { account, region, section: name, fact: known(rows), ledger, notes: [] };
}

export function accountOf(rows: readonly NotebookInstance[], changes: Partial<InventoryHeader> = {}): Inventory {
  return { header: { ...header, ...changes }, sections: [section('notebookInstances', rows)] };
}

/** An account whose notebooks could not even be listed. */
export function refusedAccount(): Inventory {
  const fact = missing<readonly NotebookInstance[]>(refused('sagemaker:ListNotebookInstances'));
  return { header, sections: [{ account, region, section: 'notebookInstances', fact, ledger: [], notes: [] }] };
}
