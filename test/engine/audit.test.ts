import { describe, expect, it } from 'vitest';
import { severities } from '../../src/core/severity.ts';
import { checks } from '../../src/checks/index.ts';
import { defineCheck } from '../../src/checks/check.ts';
import { fail } from '../../src/checks/verdict.ts';
import { audit } from '../../src/engine/audit.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import { inventory, inventoryOf } from '../support/inventory.ts';
import { account, notebook, refused, trainingJob } from '../support/rows.ts';

const bad = notebook('nb-bad', { DirectInternetAccess: 'Enabled', RootAccess: 'Enabled' });
const unread = notebook('nb-unread', refused('sagemaker:DescribeNotebookInstance', 'arn:nb-unread'));

/** What a check must say of itself, where it does not matter. */
const prose = {
  title: 'x',
  severity: 'low',
  family: 'tenancy',
  requirements: [],
  controls: [],
  description: '',
  remediation: '',
  references: [],
} as const;

describe('audit', () => {
  it('gives one verdict per check and resource', () => {
    const report = audit(inventory({ notebookInstances: [bad, notebook('nb-good')], trainingJobs: [trainingJob()] }), checks, '1.2.3');
    const keys = [...report.findings].map(({ checkId, resource }) => `${checkId} ${resource.arn}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(report.tool).toEqual({ name: 'mlsec', version: '1.2.3' });
    expect(report.scope).toMatchObject({ accounts: [account], regions: ['eu-west-1'], checks: checks.length, complete: true });
  });

  it('counts what it finds', () => {
    const report = audit(inventory({ notebookInstances: [bad, unread] }), checks, '0.0.0');
    const findings = [...report.findings];
    const count = (status: string): number => findings.filter((finding) => finding.status === status).length;
    expect(report.summary).toMatchObject({ fail: count('fail'), pass: count('pass'), unknown: count('unknown') });
    const failed = findings.filter(({ status, severity }) => status === 'fail' && severity === 'high').length;
    expect(report.summary.bySeverity.high).toBe(failed);
    const rootAccess = audit(
      inventory({ notebookInstances: [bad, unread] }),
      checks.filter(({ id }) => id === 'notebook-root-access'),
      '0.0.0',
    );
    expect(rootAccess.summary.byFamily).toEqual({ 'root-access': { fail: 1, pass: 0, unknown: 1, notApplicable: 0 } });
  });

  it('puts the worst checks first', () => {
    const found = audit(inventory({ notebookInstances: [bad] }), checks, '0.0.0').checks.map(({ severity }) => severity);
    expect(found).toEqual([...found].sort((a, b) => severities.indexOf(a) - severities.indexOf(b)));
  });

  it('names for each gap the checks that it left without an answer', () => {
    const asked = checks.filter(({ id }) => /^(notebook-root-access|security-group-open-ingress|workload-outside-vpc)$/.test(id));
    const report = audit(inventory({ notebookInstances: [unread], vpcs: refused('ec2:DescribeVpcs') }), asked, '0.0.0');
    const gaps = Object.fromEntries(report.gaps.map((gap) => [gap.operation, gap.checks]));
    // Two of the three read notebooks, and nobody reads VPCs.
    expect(gaps).toEqual({
      'sagemaker:DescribeNotebookInstance': ['notebook-root-access', 'security-group-open-ingress'],
      'ec2:DescribeVpcs': [],
    });
    expect(report.scope.complete).toBe(false);
  });

  it('tells of reads that failed alike as one gap, and of each resource that it is unknown', () => {
    const many = 12_000;
    const names = Array.from({ length: many }, (_, at) => `nb-${at}`);
    const arnOf = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:notebook-instance/${name}`;
    const rows = names.map((name) => notebook(name, refused('sagemaker:DescribeNotebookInstance', arnOf(name))));
    const throttled = { ...refused('sagemaker:DescribeNotebookInstance', arnOf('nb-last')), code: 'ThrottlingException' };
    const asked = checks.filter(({ id }) => /^(notebook-root-access|vpc-without-flow-logs)$/.test(id));
    const report = audit(inventory({ notebookInstances: [...rows, notebook('nb-last', throttled)] }), asked, '0.0.0');
    expect(report.gaps).toEqual([
      {
        ...refused('sagemaker:DescribeNotebookInstance', arnOf('nb-0')),
        resource: null,
        count: many,
        examples: names.slice(0, 5).map(arnOf),
        checks: ['notebook-root-access', 'vpc-without-flow-logs'],
      },
      // Alone of its kind, it is told as it is.
      { ...throttled, checks: ['notebook-root-access', 'vpc-without-flow-logs'] },
    ]);
    const unknown = [...report.findings].filter(({ checkId, status }) => checkId === 'notebook-root-access' && status === 'unknown');
    expect(unknown).toHaveLength(many + 1);
    expect(unknown.every(({ missing: of }) => of.length === 1 && of[0] === 'sagemaker:DescribeNotebookInstance')).toBe(true);
  });

  it('counts once what failed once, however often it is met', () => {
    const gap = refused('ec2:DescribeVpcs');
    const report = audit(inventory({ notebookInstances: [notebook()], vpcs: gap, dhcpOptions: gap }), checks, '0.0.0');
    expect(report.gaps.map(({ operation, count }) => [operation, count])).toEqual([['ec2:DescribeVpcs', undefined]]);
  });

  it('is not complete when the scan was interrupted', () => {
    const whole = inventory();
    expect(audit(whole, checks, '0.0.0').scope.complete).toBe(true);
    expect(audit({ ...whole, header: { ...whole.header, interrupted: true } }, checks, '0.0.0').scope.complete).toBe(false);
  });

  it('reports a section that nobody collected as a gap', () => {
    const whole = inventory({ notebookInstances: [notebook()] });
    const report = audit({ ...whole, sections: whole.sections.filter(({ section }) => section !== 'routeTables') }, checks, '0.0.0');
    expect(report.gaps).toMatchObject([
      {
        operation: 'ec2:DescribeRouteTables',
        code: 'NotCollected',
        checks: [
          'vpc-route-to-on-premises-dead',
          'vpc-without-s3-endpoint',
          'vpc-without-sagemaker-notebook-endpoint',
          'workload-in-public-subnet',
        ],
      },
    ]);
  });

  it('judges what was named before a list failed, and says that there may be more', () => {
    const whole = inventory();
    const gap = refused('sagemaker:ListNotebookInstances');
    const sections = whole.sections.map((record) =>
      record.section === 'notebookInstances' ? { ...record, fact: missing(gap, [bad]) } : record,
    );
    const findings = [...audit({ ...whole, sections }, checks, '0.0.0').findings].filter(
      ({ checkId }) => checkId === 'notebook-root-access',
    );
    expect(findings.map(({ status, resource }) => `${status} ${resource.name}`)).toEqual(['fail nb-bad', `unknown ${account}`]);
  });

  it('keeps a fingerprint for ever: the same finding in another scan, another one in another Region', () => {
    const prints = (regions: object): readonly string[] =>
      [...audit(inventoryOf(regions as never), checks, '0.0.0').findings]
        .filter(({ checkId }) => checkId === 'notebook-root-access')
        .map(({ fingerprint }) => fingerprint);
    const [first] = prints({ 'eu-west-1': { notebookInstances: [bad] } });
    const [again, abroad] = prints({
      'eu-west-1': { notebookInstances: [bad] },
      'us-east-1': { notebookInstances: [notebook('nb-bad', {}, 'us-east-1')] },
    });
    // printf 'notebook-root-access\n111122223333\neu-west-1\narn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/nb-bad' | sha256sum
    expect(first).toBe('7102a74227a9edba71a7152a8cf6bca1b9bc69c701a2f48b5047b2093bbe8f6c');
    expect(again).toBe(first);
    expect(abroad).not.toBe(first);
  });

  it('says which check broke on which resource', () => {
    const broken = defineCheck({
      ...prose,
      id: 'broken',
      needs: ['notebookInstances'],
      resources: () => [known({ resource: { type: 't', name: 'n', arn: 'arn:x', account, region: 'r' }, about: undefined })],
      evaluate: (): never => {
        throw new TypeError('oops');
      },
    });
    expect(() => audit(inventory(), [broken], '0.0.0')).toThrow('check broken failed on arn:x');
  });

  it('does not compile a check that reads what it does not declare, or fails without evidence', () => {
    defineCheck({
      ...prose,
      id: 'x',
      needs: ['notebookInstances'],
      resources: () => [],
      evaluate(_, facts) {
        // @ts-expect-error subnets are not declared
        void facts.subnets;
        // @ts-expect-error a fail needs evidence
        return fail('x', []);
      },
    });
  });
});
