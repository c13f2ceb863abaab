import { createHash } from 'node:crypto';
import type { Family } from '../../src/core/family.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Note } from '../../src/core/note.ts';
import type { Report, ReportedCheck, ReportedGap, ReportScope, StatusCounts, Summary } from '../../src/core/report.ts';
import { severities, type Severity } from '../../src/core/severity.ts';
import type { Status } from '../../src/core/status.ts';

type Counts = { -readonly [K in keyof StatusCounts]: number };

const fieldOf = { fail: 'fail', pass: 'pass', unknown: 'unknown', 'not-applicable': 'notApplicable' } as const satisfies Record<
  Status,
  keyof StatusCounts
>;

/** A report with a summary that fits its findings; what a test does not name is harmless. */
export function report(parts: {
  readonly scope?: Partial<ReportScope>;
  readonly checks?: readonly ReportedCheck[];
  readonly findings?: Iterable<Finding>;
  readonly gaps?: readonly ReportedGap[];
  readonly notes?: readonly Note[];
}): Report {
  const checks = parts.checks ?? [check()];
  const findings = parts.findings ?? [];
  const gaps = parts.gaps ?? [];
  return {
    schemaVersion: 1,
    tool: { name: 'mlsec', version: '1.2.3' },
    scope: {
      accounts: ['111122223333'],
      regions: ['eu-west-1'],
      checks: checks.length,
      selection: null,
      startedAt: '2026-11-23T10:00:00.000Z',
      completedAt: '2026-11-23T10:02:11.000Z',
      complete: gaps.length === 0,
      ...parts.scope,
    },
    checks,
    findings,
    gaps,
    notes: parts.notes ?? [],
    summary: summaryOf(findings, checks),
  };
}

export function check(parts: Partial<ReportedCheck> = {}): ReportedCheck {
  const id = parts.id ?? 'notebook-direct-internet-access';
  return {
    id,
    title: 'Notebook instance has direct internet access',
    family: 'internet-egress',
    severity: 'high',
    requirements: ['EGR-1'],
    controls: ['FSBP/SageMaker.1'],
    description: 'Looks at `DirectInternetAccess`.\n\nTraffic takes the network of the service, past every control of the VPC.',
    remediation:
      'Stop the notebook instance, then make it anew with `DirectInternetAccess=Disabled`: it cannot be changed in place.\n\nKeep its volume.',
    references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html'],
    helpUri: `https://github.com/mlsec/mlsec/blob/main/docs/checks/${id}.md`,
    ...parts,
  };
}

/** A failed finding on a notebook instance. */
export function finding(parts: Omit<Partial<Finding>, 'resource'> & { readonly resource?: Partial<Finding['resource']> } = {}): Finding {
  const resource = resourceOf(parts.resource ?? {});
  const checkId = parts.checkId ?? 'notebook-direct-internet-access';
  return {
    checkId,
    status: 'fail',
    severity: 'high',
    message: 'direct internet access is enabled, so traffic leaves past the VPC',
    requirements: ['EGR-1'],
    controls: ['FSBP/SageMaker.1'],
    evidence: [{ source: 'sagemaker:DescribeNotebookInstance', path: 'DirectInternetAccess', value: 'Enabled' }],
    path: [],
    missing: [],
    fingerprint: createHash('sha256').update([checkId, resource.account, resource.region, resource.arn].join('\n')).digest('hex'),
    suppressed: null,
    ...parts,
    resource,
  };
}

export function gap(parts: Partial<ReportedGap> = {}): ReportedGap {
  return {
    operation: 'sagemaker:DescribeModel',
    code: 'AccessDeniedException',
    message: 'User: arn:aws:sts::111122223333:assumed-role/audit/mlsec is not authorized to perform: sagemaker:DescribeModel',
    permission: 'sagemaker:DescribeModel',
    account: '111122223333',
    region: 'eu-west-1',
    resource: 'arn:aws:sagemaker:eu-west-1:111122223333:model/churn',
    checks: ['model-not-isolated'],
    ...parts,
  };
}

export function note(parts: Partial<Note> = {}): Note {
  return {
    code: 'older-jobs-left-out',
    account: '111122223333',
    region: 'eu-west-1',
    section: 'trainingJobs',
    count: 1204,
    message: '1204 training jobs older than 90 days were left out',
    ...parts,
  };
}

/** Findings that are made anew on every walk and stand in no array. */
export function stream(count: number, make: (index: number) => Finding): Iterable<Finding> {
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) yield make(index);
    },
  };
}

export function text(chunks: Iterable<string>): string {
  return [...chunks].join('');
}

function resourceOf(parts: Partial<Finding['resource']>): Finding['resource'] {
  const { type = 'AWS::SageMaker::NotebookInstance', name = 'fraud-dev', account = '111122223333', region = 'eu-west-1' } = parts;
  const kind = (type.split('::')[2] ?? '').replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return { type, name, arn: `arn:aws:sagemaker:${region}:${account}:${kind}/${name}`, account, region, ...parts };
}

function summaryOf(findings: Iterable<Finding>, checks: readonly ReportedCheck[]): Summary {
  const total = zero();
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  const byFamily: Partial<Record<Family, Counts>> = {};
  for (const { checkId, status, severity } of findings) {
    const family = checks.find(({ id }) => id === checkId)?.family ?? 'internet-egress';
    const counts = (byFamily[family] ??= zero());
    total[fieldOf[status]]++;
    counts[fieldOf[status]]++;
    if (status === 'fail') bySeverity[severity]++;
  }
  return { ...total, bySeverity, byFamily };
}

function zero(): Counts {
  return { fail: 0, pass: 0, unknown: 0, notApplicable: 0 };
}
