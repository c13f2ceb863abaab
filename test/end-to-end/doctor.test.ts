import { afterEach, describe, expect, it } from 'vitest';
import { permissionFor } from '../../src/core/permission-for.ts';
import { mlsec } from '../cli/support/spawn.ts';
import { demoAccountPath, loadAccount } from '../support/aws/account.ts';
import { accountOf, ids, secureNetwork } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from '../support/aws/loopback.ts';

const demo = loadAccount(demoAccountPath);

let aws: Loopback | undefined;
afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

async function serve(options: LoopbackOptions = {}): Promise<Loopback> {
  aws = await startLoopback(demo, options);
  return aws;
}

const run = (server: Loopback, ...args: string[]) => mlsec(args, { env: server.environment() });
const called = (server: Loopback): readonly string[] => server.calls.map(({ service, operation }) => `${service}:${operation}`);

interface Policy {
  readonly Statement: readonly { readonly Effect: string; readonly Action: readonly string[]; readonly Resource: string }[];
}

interface Diagnosis {
  readonly regions: readonly string[];
  readonly enabledRegions: readonly string[] | null;
  readonly actions: readonly {
    readonly action: string;
    readonly outcome: string;
    readonly code: string | null;
    readonly checks: readonly string[];
  }[];
}

describe('policy', () => {
  it('is exactly what a whole collection calls', async () => {
    const { exit, stdout, stderr } = await mlsec(['policy']);
    expect([exit, stderr]).toEqual([0, '']);
    const policy = JSON.parse(stdout) as Policy;
    expect(policy.Statement).toHaveLength(1);
    expect(policy.Statement[0]).toMatchObject({ Effect: 'Allow', Resource: '*' });
    const server = await serve();
    const collected = await run(server, 'collect', '--region', 'all', '--since', 'all', '-o', '-');
    expect(collected.exit).toBe(0);
    expect(policy.Statement[0]?.Action).toEqual([...new Set(called(server).map(permissionFor))].sort());
  });
});

/** What an audit of the demo account's Region eu-west-1 has no cause to call, as far as a first page tells. */
const untriedInWest = [
  'ec2:DescribeCarrierGateways',
  'ec2:DescribeVpcBlockPublicAccessExclusions',
  'route53:ListResourceRecordSets',
] as const;

describe('doctor', () => {
  it('finds nothing missing, with one call an action and Region', async () => {
    const server = await serve();
    const { exit, stdout } = await run(server, 'doctor', '--region', 'eu-west-1', '-f', 'json');
    const diagnosis = JSON.parse(stdout) as Diagnosis;
    expect(exit).toBe(0);
    expect(diagnosis.regions).toEqual(['eu-west-1']);
    expect(diagnosis.enabledRegions).toEqual(['eu-central-1', 'eu-west-1']);
    const untried = diagnosis.actions.filter(({ outcome }) => outcome !== 'allowed');
    // In this Region no route leads to a carrier gateway, nothing is blocked, and the first VPC has no zone.
    expect(untried.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(untriedInWest.map((action) => `${action} untried`));
    // A description of a VPC's attributes takes two calls, load balancers have two APIs, and Search is for two sections here.
    const repeated = called(server).filter((call, at, all) => all.indexOf(call) !== at);
    expect(repeated.toSorted()).toEqual(['ec2:DescribeVpcAttribute', 'elasticloadbalancing:DescribeLoadBalancers', 'sagemaker:Search']);
  });

  it.each([
    [
      'iam:GetAccountAuthorizationDetails',
      expect.arrayContaining(['user-profile-shared-execution-role', 'principal-may-create-outside-vpc']),
    ],
    ['sagemaker:DescribeNotebookInstanceLifecycleConfig', ['notebook-lifecycle-scripts-run-as-root', 'notebook-script-runs-internet-code']],
    ['ec2:DescribeFlowLogs', ['vpc-without-flow-logs']],
  ])('says that %s is missing, and what stays unknown without it', async (operation, checks) => {
    const server = await serve({ faults: [{ kind: 'access-denied', operation }] });
    const { exit, stdout } = await run(server, 'doctor', '--region', 'eu-west-1', '-f', 'json');
    const ill = (JSON.parse(stdout) as Diagnosis).actions.filter(({ outcome }) => outcome !== 'allowed' && outcome !== 'untried');
    expect(exit).toBe(3);
    expect(ill).toMatchObject([{ action: operation, outcome: 'refused', checks }]);
  });

  it('does not miss a permission that an audit would not use', async () => {
    // Everything beyond a VPC that leads nowhere is refused.
    const faults = ['network-firewall:*', 'elasticloadbalancing:*', 'ec2:DescribeTransitGateway*', 'ec2:SearchTransitGatewayRoutes'].map(
      (operation) => ({ kind: 'access-denied', operation }) as const,
    );
    aws = await startLoopback(accountOf({ 'eu-west-1': secureNetwork() }), { faults });
    const { exit, stdout } = await run(aws, 'doctor', '--region', 'eu-west-1', '-f', 'json');
    const { actions } = JSON.parse(stdout) as Diagnosis;
    expect(exit).toBe(0);
    expect(actions.find(({ action }) => action === 'network-firewall:ListFirewalls')).toMatchObject({ outcome: 'untried', code: null });
    expect(new Set(actions.map(({ outcome }) => outcome))).toEqual(new Set(['allowed', 'untried']));
  });

  it('does not call refused what belongs to another account, and was never asked for', async () => {
    const zone = {
      HostedZoneId: 'Z1',
      Name: 'amazonaws.com.',
      Owner: { OwningAccount: '444455556666' },
      VPCs: [{ VPCId: ids.vpc, VPCRegion: 'eu-west-1' }],
      ResourceRecordSets: [],
    };
    aws = await startLoopback({ ...accountOf({ 'eu-west-1': secureNetwork() }), hostedZones: [zone] });
    const { exit, stdout } = await run(aws, 'doctor', '--region', 'eu-west-1', '-f', 'json');
    const { actions } = JSON.parse(stdout) as Diagnosis;
    expect(exit).toBe(0);
    expect(actions.find(({ action }) => action === 'route53:ListResourceRecordSets')).toMatchObject({ outcome: 'untried', code: null });
  });

  it('tells a failure from a refusal, and reads well', async () => {
    const server = await serve({
      faults: [
        { kind: 'access-denied', operation: 'sagemaker:ListDomains' },
        { kind: 'html', operation: 'ec2:DescribeFlowLogs' },
      ],
    });
    const { exit, stdout, stderr } = await run(server, 'doctor', '--region', 'eu-west-1');
    expect(exit).toBe(3);
    expect(stdout).toMatch(/^ {2}refused {2}sagemaker:ListDomains {2}AccessDeniedException in eu-west-1$/m);
    expect(stdout).toMatch(/^ {2}failed {3}ec2:DescribeFlowLogs {2}UnreadableAnswer in eu-west-1$/m);
    expect(stdout).toMatch(/^ {2}untried {2}sagemaker:DescribeDomain {2}nothing known to ask about$/m);
    expect(stdout).toContain('2 calls did not succeed');
    expect(stdout).toContain('domain-not-vpc-only');
    expect(stderr).toContain('exit 3: 2 of');
  });

  it('exits 4 where nobody answers for AWS', async () => {
    const server = await serve({ faults: [{ kind: 'access-denied', operation: 'sts:GetCallerIdentity' }] });
    expect(await run(server, 'doctor')).toMatchObject({ exit: 4, stdout: '' });
  });
});
