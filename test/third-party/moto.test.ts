import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mlsec } from '../cli/support/spawn.ts';
import { verdicts, type JsonReport } from '../end-to-end/report-of.ts';
import { fillHome, fillOther, home, keys, other, type Made } from './moto-account.ts';
import { motoIsThere, startMoto, type Moto } from './moto.ts';

/**
 * The whole CLI against an AWS that is not ours. Asserted is only what moto keeps: it loses the isolation of models and the version of IMDS, and
 * has no user profiles, spaces and lifecycle configurations at all.
 */
describe.skipIf(!motoIsThere())('on moto', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsec-moto-'));
  const saved = join(folder, 'account.ndjson');
  const both = ['--region', 'eu-west-1,us-east-1'];
  let moto: Moto;
  let made: Made;
  let report: JsonReport;
  let exit: number | null;
  let status: (check: string, name: string) => string | undefined;

  const environment = (): Record<string, string> => ({
    AWS_ENDPOINT_URL: moto.url,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    // What moto does not have it answers with an error 500, which is tried again and again.
    AWS_MAX_ATTEMPTS: '1',
  });

  beforeAll(async () => {
    moto = await startMoto();
    made = await fillHome(moto.url);
    await fillOther(moto.url);
    const ended = await mlsec(['audit', '-f', 'json', ...both], { env: environment() });
    exit = ended.exit;
    report = JSON.parse(ended.stdout) as JsonReport;
    status = (check, name) => report.findings.find(({ checkId, resource }) => checkId === check && resource.name === name)?.status;
  }, 120_000);

  afterAll(async () => {
    await moto.stop();
    rmSync(folder, { recursive: true });
  });

  it('audits the account and both Regions', () => {
    expect(report.scope).toMatchObject({ accounts: [home], regions: ['eu-west-1', 'us-east-1'] });
    expect(exit).toBe(1);
  });

  it.each([
    ['notebook-direct-internet-access', 'nb-outside', 'fail'],
    ['notebook-direct-internet-access', 'nb-private', 'pass'],
    ['notebook-direct-internet-access', 'nb-virginia', 'fail'],
    ['notebook-outside-vpc', 'nb-outside', 'fail'],
    ['notebook-outside-vpc', 'nb-public', 'pass'],
    ['notebook-root-access', 'nb-outside', 'fail'],
    ['notebook-root-access', 'nb-private', 'pass'],
    ['workload-in-public-subnet', 'nb-public', 'fail'],
    ['workload-in-public-subnet', 'nb-private', 'pass'],
    ['workload-in-public-subnet', 'nb-implicit', 'pass'],
    ['workload-outside-vpc', 'job-outside', 'fail'],
    ['workload-outside-vpc', 'job-inside', 'pass'],
    ['workload-outside-vpc', 'model-outside', 'fail'],
    ['workload-outside-vpc', 'model-inside', 'pass'],
    ['workload-not-network-isolated', 'job-outside', 'fail'],
    ['workload-not-network-isolated', 'job-inside', 'pass'],
    ['inter-container-traffic-unencrypted', 'job-outside', 'not-applicable'],
    ['inter-container-traffic-unencrypted', 'job-inside', 'fail'],
    ['workload-outside-vpc', 'processing-outside', 'fail'],
    ['workload-outside-vpc', 'processing-inside', 'pass'],
    ['workload-outside-vpc', 'tuning-inside', 'pass'],
    ['workload-outside-vpc', 'tuning-half-outside', 'fail'],
    ['workload-outside-vpc', 'quality-outside', 'fail'],
    ['workload-outside-vpc', 'quality-inside', 'pass'],
    ['workload-outside-vpc', 'transform-outside', 'fail'],
    ['workload-outside-vpc', 'transform-inside', 'pass'],
    ['workload-not-network-isolated', 'processing-inside', 'pass'],
    ['workload-not-network-isolated', 'tuning-half-outside', 'fail'],
    ['workload-not-network-isolated', 'quality-inside', 'pass'],
    ['workload-neither-in-vpc-nor-isolated', 'transform-outside', 'fail'],
    ['inter-container-traffic-unencrypted', 'tuning-half-outside', 'fail'],
    ['inter-container-traffic-unencrypted', 'quality-inside', 'pass'],
    ['domain-not-vpc-only', 'd-open', 'fail'],
    ['domain-not-vpc-only', 'd-closed', 'pass'],
  ])('%s: %s is a %s', (check, name, expected) => {
    expect(status(check, name)).toBe(expected);
  });

  it('sees through halves and prefix lists', () => {
    expect(status('security-group-open-egress-ipv4', made.halves)).toBe('fail');
    expect(status('security-group-open-egress-ipv4', made.listed)).toBe('fail');
    expect(status('security-group-open-egress-ipv4', made.tight)).toBe('pass');
  });

  it('knows which endpoints the VPC has, and that nobody logs its traffic', () => {
    expect(status('vpc-without-sagemaker-api-endpoint', made.vpc)).toBe('pass');
    expect(status('vpc-without-sagemaker-runtime-endpoint', made.vpc)).toBe('fail');
    expect(status('vpc-without-sagemaker-studio-endpoint', made.vpc)).toBe('fail');
    expect(status('vpc-without-flow-logs', made.vpc)).toBe('fail');
  });

  it('takes an operation that moto does not have for a gap, and not for an empty list', () => {
    const lists = new Set(report.gaps.map(({ operation }) => operation));
    expect(lists).toContain('sagemaker:ListUserProfiles');
    expect(lists).toContain('sagemaker:ListSpaces');
    expect(status('user-profile-shared-execution-role', home)).toBe('unknown');
    expect(status('shared-space-with-user-role', home)).toBe('unknown');
    expect(report.scope.complete).toBe(false);
  });

  it('keeps accounts apart: those of a role that is taken on are the other account', async () => {
    const config = join(folder, 'config');
    writeFileSync(
      config,
      [
        '[profile source]',
        `aws_access_key_id = ${keys.accessKeyId}`,
        `aws_secret_access_key = ${keys.secretAccessKey}`,
        '[profile other]',
        'region = eu-west-1',
        `role_arn = arn:aws:iam::${other}:role/audit`,
        'source_profile = source',
        '',
      ].join('\n'),
    );
    const env = { AWS_ENDPOINT_URL: moto.url, AWS_CONFIG_FILE: config, AWS_MAX_ATTEMPTS: '1' };
    const ended = await mlsec(['audit', '-f', 'json', '--profile', 'other', '--family', 'internet-egress'], { env });
    const theirs = JSON.parse(ended.stdout) as JsonReport;
    expect(theirs.scope).toMatchObject({ accounts: [other], regions: ['eu-west-1'] });
    const names = theirs.findings.filter(({ checkId }) => checkId === 'notebook-direct-internet-access').map(({ resource }) => resource);
    expect(names.map(({ name, account }) => [name, account])).toEqual([['nb-other', other]]);
    expect(report.findings.filter(({ resource }) => resource.account !== home)).toEqual([]);
  });

  it('finds the same in what it has saved', async () => {
    const collected = await mlsec(['collect', '-o', saved, ...both], { env: environment() });
    expect(collected.exit).toBe(0);
    expect(readFileSync(saved, 'utf8')).not.toContain('not-a-secret');
    const again = await mlsec(['audit', '-f', 'json', '--inventory', saved]);
    expect(verdicts(JSON.parse(again.stdout) as JsonReport)).toEqual(verdicts(report));
  }, 60_000);
});
