import { describe, expect, it } from 'vitest';
import { factOf, rowsOf } from '../../support/folder.ts';

const managed = (Id: string, Type: string) => ({
  Id,
  Name: Id.slice(2),
  Type,
  AwsManaged: true,
  Arn: `arn:aws:organizations::aws:policy/x/${Id}`,
});
const control = managed('p-FullAWSAccess', 'SERVICE_CONTROL_POLICY');
const resource = managed('p-RCPFullAWSAccess', 'RESOURCE_CONTROL_POLICY');
const roots = { Roots: [{ Id: 'r-ab12', PolicyTypes: [{ Type: control.Type, Status: 'ENABLED' }] }] };

/** An account below a unit below the root, as somebody saved it; files may be left out. */
function saved(without: readonly string[] = []) {
  const files: Readonly<Record<string, object>> = {
    caller: { UserId: 'u', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/anna' },
    vpcs: { Vpcs: [] },
    roots: roots,
    'parents-111122223333': { Parents: [{ Id: 'ou-ab12-cdef3456', Type: 'ORGANIZATIONAL_UNIT' }] },
    'parents-ou-ab12-cdef3456': { Parents: [{ Id: 'r-ab12', Type: 'ROOT' }] },
    'scp-111122223333': { Policies: [control] },
    'scp-ou-ab12-cdef3456': { Policies: [control] },
    'scp-r-ab12': { Policies: [control] },
    policy: { Policy: { PolicySummary: control, Content: '{"Version":"2012-10-17"}' } },
  };
  const kept = Object.entries(files).filter(([name]) => !without.includes(name));
  return Object.fromEntries(kept.map(([name, json]) => [`eu-west-1/${name}.json`, json]));
}

describe('an organization in a folder', () => {
  it('has its levels and the policies at each', () => {
    expect(rowsOf(saved(), 'organizationTargets')).toEqual([
      {
        summary: { TargetId: '111122223333', TargetType: 'ACCOUNT', ParentId: 'ou-ab12-cdef3456' },
        detail: { known: true, value: { PolicyTypes: [control.Type], Policies: [control] } },
      },
      {
        summary: { TargetId: 'ou-ab12-cdef3456', TargetType: 'ORGANIZATIONAL_UNIT', ParentId: 'r-ab12' },
        detail: { known: true, value: { PolicyTypes: [control.Type], Policies: [control] } },
      },
      {
        summary: { TargetId: 'r-ab12', TargetType: 'ROOT' },
        detail: { known: true, value: { PolicyTypes: [control.Type], Policies: [control] } },
      },
    ]);
    expect(rowsOf(saved(), 'organizationPolicies')).toEqual([
      { summary: control, detail: { known: true, value: { Content: '{"Version":"2012-10-17"}' } } },
    ]);
  });

  it('whose levels do not reach the root is a gap', () => {
    const fact = factOf(saved(['parents-ou-ab12-cdef3456']), 'organizationTargets');
    expect(fact).toMatchObject({ known: false, gap: { message: expect.stringContaining('what is above ou-ab12-cdef3456') } });
  });

  it('lacks the policies of a type that is enabled and that no file tells of', () => {
    const both = { Roots: [{ Id: 'r-ab12', PolicyTypes: [control, resource].map(({ Type }) => ({ Type, Status: 'ENABLED' })) }] };
    const files = { ...saved(), 'eu-west-1/roots.json': both, 'eu-west-1/rcp-r-ab12.json': { Policies: [resource] } };
    const [account, , root] = rowsOf(files, 'organizationTargets');
    expect(account).toMatchObject({ detail: { known: false, gap: { message: expect.stringContaining('RESOURCE_CONTROL_POLICY') } } });
    expect(root).toMatchObject({ detail: { known: true, value: { PolicyTypes: [control.Type, resource.Type] } } });
  });

  it('does not say whose view the folder is: the account in its ARNs is the management account', () => {
    const Organization = { Id: 'o-1', Arn: 'arn:aws:organizations::999900001111:organization/o-1', MasterAccountId: '999900001111' };
    expect(rowsOf({ ...saved(), 'eu-west-1/organization.json': { Organization } }, 'organization')).toEqual([Organization]);
  });
});
