import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { permissionFor } from '../../src/core/permission-for.ts';
import { mlsec } from '../cli/support/spawn.ts';
import { startLoopback } from '../support/aws/loopback.ts';
import { sectionsOn } from '../support/fault-matrix/cells.ts';
import { readingAny, runCell } from '../support/fault-matrix/run-cell.ts';
import { demo, demoEnvironment, demoRegions, undisturbed, type Undisturbed } from '../support/fault-matrix/undisturbed.ts';
import { changedChecks, violations } from '../support/fault-matrix/violations.ts';
import { auditJson } from './report-of.ts';

const regions = ['--region', demoRegions.join(',')];

const notebookChecks = [
  'notebook-direct-internet-access',
  'notebook-outside-vpc',
  'notebook-root-access',
  'notebook-shared-execution-role',
];
const groupChecks = ['security-group-open-egress-ipv4', 'security-group-open-egress-ipv6', 'security-group-open-ingress'];
const placementChecks = [...groupChecks, 'workload-in-public-subnet'];
/** What is asked of every job, whatever AWS offers it. */
const vpcChecks = ['workload-outside-vpc'];
const jobChecks = ['workload-not-network-isolated', ...vpcChecks];

/**
 * Which of the checks of single fields hang on which call, worked out by hand from what each check asks. Those that follow paths, and later ones,
 * need no line here: of them it is expected that they hang on nothing that they do not declare.
 */
const dependents: Readonly<Record<string, readonly string[]>> = {
  'sagemaker:ListNotebookInstances': [...notebookChecks, ...placementChecks],
  'sagemaker:DescribeNotebookInstance': [...notebookChecks, ...placementChecks],
  'sagemaker:ListTrainingJobs': [...jobChecks, ...placementChecks],
  // Where it is refused, all is described.
  'sagemaker:Search': [],
  'sagemaker:DescribeTrainingJob': [...jobChecks, ...placementChecks],
  'sagemaker:ListModels': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeModel': [...jobChecks, ...placementChecks],
  // The endpoint of a component tells its configuration.
  'sagemaker:ListEndpoints': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeEndpoint': [...jobChecks, ...placementChecks],
  'sagemaker:ListEndpointConfigs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeEndpointConfig': [...jobChecks, ...placementChecks],
  'sagemaker:ListProcessingJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeProcessingJob': [...jobChecks, ...placementChecks],
  'sagemaker:ListTransformJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeTransformJob': [...jobChecks, ...placementChecks],
  'sagemaker:ListHyperParameterTuningJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeHyperParameterTuningJob': [...jobChecks, ...placementChecks],
  'sagemaker:ListAutoMLJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeAutoMLJobV2': [...vpcChecks, ...placementChecks],
  'sagemaker:ListDataQualityJobDefinitions': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeDataQualityJobDefinition': [...jobChecks, ...placementChecks],
  'sagemaker:ListModelBiasJobDefinitions': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeModelBiasJobDefinition': [...jobChecks, ...placementChecks],
  'sagemaker:ListModelExplainabilityJobDefinitions': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeModelExplainabilityJobDefinition': [...jobChecks, ...placementChecks],
  'sagemaker:ListModelQualityJobDefinitions': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeModelQualityJobDefinition': [...jobChecks, ...placementChecks],
  'sagemaker:ListMonitoringSchedules': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeMonitoringSchedule': [...jobChecks, ...placementChecks],
  'sagemaker:ListCompilationJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeCompilationJob': [...vpcChecks, ...placementChecks],
  'sagemaker:ListOptimizationJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeOptimizationJob': [...vpcChecks, ...placementChecks],
  'sagemaker:ListInferenceRecommendationsJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeInferenceRecommendationsJob': [...vpcChecks, ...placementChecks],
  'sagemaker:ListAIBenchmarkJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeAIBenchmarkJob': [...vpcChecks, ...placementChecks],
  'sagemaker:ListLabelingJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeLabelingJob': [...vpcChecks, ...placementChecks],
  // The one configuration for components in the demo account says itself where they run: only they themselves hang on these.
  'sagemaker:ListInferenceComponents': jobChecks,
  'sagemaker:DescribeInferenceComponent': jobChecks,
  'sagemaker:ListJobs': [...jobChecks, ...placementChecks],
  'sagemaker:DescribeJob': [...vpcChecks, ...placementChecks],
  'sagemaker:ListDomains': placementChecks,
  'sagemaker:DescribeDomain': placementChecks,
  'sagemaker:ListClusters': placementChecks,
  'sagemaker:DescribeCluster': placementChecks,
  // In the subnets of their domain, with groups of their own.
  'sagemaker:ListUserProfiles': groupChecks,
  'sagemaker:DescribeUserProfile': groupChecks,
  'ec2:DescribeSubnets': ['workload-in-public-subnet'],
  'ec2:DescribeRouteTables': ['workload-in-public-subnet'],
  'ec2:DescribeSecurityGroups': groupChecks,
  // No group of the demo account names a prefix list in a rule for traffic inwards.
  'ec2:DescribeManagedPrefixLists': ['security-group-open-egress-ipv4', 'security-group-open-egress-ipv6'],
  'ec2:GetManagedPrefixListEntries': ['security-group-open-egress-ipv4', 'security-group-open-egress-ipv6'],
  // What only checks about paths read, or none yet.
  'ec2:DescribeVpcEndpoints': [],
  'sagemaker:ListSpaces': [],
  'sagemaker:DescribeSpace': [],
  // An app is where its user or its space is.
  'sagemaker:ListApps': [],
  'sagemaker:ListWorkteams': [],
  'sagemaker:ListFlowDefinitions': [],
  'sagemaker:DescribeFlowDefinition': [],
  'sagemaker:ListMlflowTrackingServers': [],
  'sagemaker:DescribeMlflowTrackingServer': [],
  'sagemaker:ListMlflowApps': [],
  'sagemaker:DescribeMlflowApp': [],
  'sagemaker:ListPartnerApps': [],
  'sagemaker:DescribePartnerApp': [],
  'sagemaker:ListInferenceExperiments': [],
  'sagemaker:DescribeInferenceExperiment': [],
  'sagemaker:ListFeatureGroups': [],
  'sagemaker:DescribeFeatureGroup': [],
  'sagemaker:ListPipelines': [],
  'sagemaker:DescribePipeline': [],
  'sagemaker:ListAppImageConfigs': [],
  'sagemaker:ListStudioLifecycleConfigs': [],
  'sagemaker:DescribeStudioLifecycleConfig': [],
  'sagemaker:ListCodeRepositories': [],
  'sagemaker:ListWorkforces': [],
  'sagemaker:ListNotebookInstanceLifecycleConfigs': [],
  'sagemaker:DescribeNotebookInstanceLifecycleConfig': [],
  'ec2:DescribeVpcs': [],
  'ec2:DescribeVpcAttribute': [],
  'ec2:DescribeNetworkAcls': [],
  'ec2:DescribeInternetGateways': [],
  'ec2:DescribeEgressOnlyInternetGateways': [],
  'ec2:DescribeNatGateways': [],
  'ec2:DescribeNetworkInterfaces': [],
  'ec2:DescribeFlowLogs': [],
  'iam:GetAccountAuthorizationDetails': [],
  'ec2:DescribeRegions': [],
  'organizations:DescribeOrganization': [],
  'organizations:ListRoots': [],
  'organizations:ListParents': [],
  'organizations:ListPoliciesForTarget': [],
  'organizations:DescribePolicy': [],
  's3:ListBuckets': [],
  's3:HeadBucket': [],
  's3:GetBucketPolicy': [],
  'elasticfilesystem:DescribeMountTargets': [],
  'elasticfilesystem:DescribeMountTargetSecurityGroups': [],
  'elasticfilesystem:DescribeAccessPoints': [],
  'elasticfilesystem:DescribeFileSystemPolicy': [],
  'lambda:ListFunctions': [],
  'lambda:ListFunctionUrlConfigs': [],
  'lambda:GetPolicy': [],
  'apigateway:GetRestApis': [],
  'apigateway:GetResources': [],
  'apigateway:GetApis': [],
  'apigateway:GetRoutes': [],
  'apigateway:GetIntegrations': [],
  'apigateway:GetStages': [],
  'apigateway:GetDeployment': [],
  'apigateway:GetDomainNames': [],
  'apigateway:GetApiMappings': [],
  // None of these checks asks how traffic goes on beyond a VPC, how names are resolved, or what stands before a workload.
  'ec2:DescribeVpcPeeringConnections': [],
  'ec2:DescribeTransitGateways': [],
  'ec2:DescribeTransitGatewayAttachments': [],
  'ec2:DescribeTransitGatewayVpcAttachments': [],
  'ec2:DescribeTransitGatewayPeeringAttachments': [],
  'ec2:DescribeTransitGatewayRouteTables': [],
  'ec2:SearchTransitGatewayRoutes': [],
  'ec2:DescribeCarrierGateways': [],
  'ec2:DescribeVpcBlockPublicAccessOptions': [],
  'ec2:DescribeVpcBlockPublicAccessExclusions': [],
  'ec2:DescribeDhcpOptions': [],
  'ec2:DescribeSecurityGroupVpcAssociations': [],
  'network-firewall:ListFirewalls': [],
  'network-firewall:DescribeFirewall': [],
  'network-firewall:DescribeFirewallPolicy': [],
  'network-firewall:DescribeRuleGroup': [],
  'route53resolver:ListFirewallRuleGroupAssociations': [],
  'route53resolver:ListFirewallRules': [],
  'route53resolver:ListFirewallDomainLists': [],
  'route53resolver:ListFirewallDomains': [],
  'route53resolver:ListFirewallConfigs': [],
  'route53resolver:ListResolverRules': [],
  'route53resolver:ListResolverRuleAssociations': [],
  'route53:ListHostedZonesByVPC': [],
  'route53:ListResourceRecordSets': [],
  'elasticloadbalancing:DescribeLoadBalancers': [],
  'elasticloadbalancing:DescribeListeners': [],
  'elasticloadbalancing:DescribeTargetGroups': [],
  'elasticloadbalancing:DescribeTargetHealth': [],
};

const byHand = new Set([...notebookChecks, ...placementChecks, ...jobChecks]);

/** The checks that declare a section which this call is for, or one that is built on such a section. */
const declaring = (operation: string): readonly string[] => readingAny(sectionsOn(operation)).map(({ id }) => id);

let base: Undisturbed;

beforeAll(async () => {
  for (const [name, value] of Object.entries(demoEnvironment())) vi.stubEnv(name, value);
  base = await undisturbed();
});
afterAll(() => {
  vi.unstubAllEnvs();
});

/** Calls that some check hangs on; an audit makes no other. */
const used = Object.entries(dependents).filter(([operation]) => declaring(operation).length > 0);

/** An audit of the demo account, by an AWS of its own that refuses one operation: so that many can run at once. */
async function auditRefused(operation: string, args: readonly string[] = []) {
  const aws = await startLoopback(demo, { faults: [{ kind: 'access-denied', operation }] });
  try {
    const audited = await auditJson(aws, [...regions, ...args]);
    return { ...audited, called: new Set(aws.calls.map((call) => `${call.service}:${call.operation}`)) };
  } finally {
    await aws.close();
  }
}

describe('a refused call', () => {
  it('is tried for every call that a collector declares', () => {
    const declared = new Set(collectors.flatMap(({ actions }) => actions as readonly string[]));
    declared.delete('sts:GetCallerIdentity');
    expect(Object.keys(dependents).sort()).toEqual([...declared].sort());
  });

  it('is not needed to see fails, passes and no gap', () => {
    expect(base.report.gaps).toEqual([]);
    expect(base.report.summary.fail).toBeGreaterThan(30);
    expect(base.report.summary.pass).toBeGreaterThan(30);
  });

  it('is none that no check hangs on: such a call is not made', async () => {
    const { called } = await auditRefused('nothing:AtAll');
    const needless = Object.keys(dependents).filter((operation) => declaring(operation).length === 0);
    // The list of Regions is asked for by `--region all` alone.
    expect(needless.filter((operation) => called.has(operation))).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });

  // The command line itself stands aside here: it would be started a hundred times. What it makes of a refusal is shown below.
  it.concurrent.each(used)('%s: only what hangs on it becomes unknown', async (operation, hanging) => {
    const cell = { operation, kind: 'access denied' } as const;
    const end = await runCell(cell, base, { everything: true });
    expect(violations(end)).toEqual([]);
    const report = end.audited?.report;
    if (report === undefined) throw new Error('no audit');

    const changed = changedChecks(base.report.findings, report.findings);
    expect([...changed].filter((id) => byHand.has(id)).sort()).toEqual([...hanging].sort());
    expect([...changed].filter((id) => !declaring(operation).includes(id))).toEqual([]);

    if (hanging.length > 0) expect(report.gaps.length).toBeGreaterThan(0);
    // Where the account's own buckets are not listed, S3 is asked of each, and may say nothing.
    const further = operation === 's3:ListBuckets' ? 's3:HeadBucket' : undefined;
    const gaps = report.gaps.filter((gap) => gap.operation !== further);
    for (const gap of gaps) expect(gap).toMatchObject({ operation, permission: permissionFor(operation), account: demo.account });
    const named = new Set(report.gaps.flatMap((gap) => gap.checks));
    // A gap may also stand behind what was unknown for another reason before.
    const unknownBefore = new Set([...base.report.findings].filter(({ status }) => status === 'unknown').map(({ checkId }) => checkId));
    expect([...named].filter((id) => !changed.has(id) && !unknownBefore.has(id))).toEqual([]);
    expect(report.scope.complete).toBe(report.gaps.length === 0);
    // Fails at or above high are left whatever is refused; they win over what is missing.
    expect(end.audited?.exit).toBe(1);
  });
});

describe('exit codes', () => {
  it('3 where all fails that count are hidden behind the refusal', async () => {
    const { ended } = await auditRefused('sagemaker:DescribeNotebookInstance', ['--check', 'notebook-root-access']);
    expect(ended.exit).toBe(3);
    expect(ended.stderr).toContain('sagemaker:DescribeNotebookInstance');
  });

  it('--allow-incomplete lifts it, also by name', async () => {
    const exitWith = async (option: string): Promise<number | null> =>
      (await auditRefused('sagemaker:DescribeNotebookInstance', ['--check', 'notebook-root-access', option])).ended.exit;
    expect(await exitWith('--allow-incomplete')).toBe(0);
    expect(await exitWith('--allow-incomplete=sagemaker:DescribeNotebookInstance')).toBe(0);
    expect(await exitWith('--allow-incomplete=sagemaker:DescribeModel')).toBe(3);
  });

  it('a refusal that hides only what does not count changes nothing', async () => {
    const { ended } = await auditRefused('ec2:DescribeVpcEndpoints', ['--check', 'vpc-without-sagemaker-api-endpoint']);
    expect(ended.exit).toBe(0);
  });

  it('4 where AWS does not say who is asking', async () => {
    const aws = await startLoopback(demo, { faults: [{ kind: 'access-denied', operation: 'sts:GetCallerIdentity' }] });
    const ended = await mlsec(['audit', '-f', 'json'], { env: aws.environment() });
    await aws.close();
    expect(ended).toMatchObject({ exit: 4, stdout: '' });
    expect(ended.stderr).toMatch(/^mlsec: error: AWS refused the credentials .*\nhint: /);
  });
});
