import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { audit } from '../../src/engine/audit.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { inventory } from '../support/inventory.ts';
import {
  account,
  domain,
  endpoint,
  endpointConfig,
  flowLog,
  igwRoute,
  mainTable,
  model,
  notebook,
  refused,
  securityGroup,
  subnet,
  subnetTable,
  trainingJob,
  userProfile,
  vpcEndpoint,
} from '../support/rows.ts';

/** The verdict of one check on one resource, with all checks at work as in an audit. */
function verdict(whole: Inventory, checkId: string, name: string): string | undefined {
  return [...audit(whole, checks, '0.0.0').findings].find((finding) => finding.checkId === checkId && finding.resource.name === name)
    ?.status;
}

const bare = { SubnetId: undefined, SecurityGroups: undefined };
const egress = (group: object) => inventory({ notebookInstances: [notebook()], securityGroups: [securityGroup(group)] });
const policy = (...Statement: object[]) => ({ PolicyDocument: JSON.stringify({ Statement }) });
const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const endpointWith = (given: object) =>
  inventory({ notebookInstances: [notebook()], vpcEndpoints: [vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', ...given })] });
const tcp = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

/** What another tool says, and what is right. Each was read in that tool's code or documentation. */
const mistakes: readonly (readonly [tool: string, says: string, whole: Inventory, check: string, resource: string, right: string])[] = [
  [
    'Prowler',
    'a notebook has no direct internet access because its users are not root: pass',
    inventory({ notebookInstances: [notebook('nb', { ...bare, DirectInternetAccess: 'Enabled', RootAccess: 'Disabled' })] }),
    'notebook-direct-internet-access',
    'nb',
    'fail',
  ],
  [
    'Prowler',
    'a notebook has direct internet access because its users are root: fail',
    inventory({ notebookInstances: [notebook('nb', { DirectInternetAccess: 'Disabled', RootAccess: 'Enabled' })] }),
    'notebook-direct-internet-access',
    'nb',
    'pass',
  ],
  [
    'Prowler',
    'a notebook that it may not describe has no root: pass',
    inventory({ notebookInstances: [notebook('nb', refused('sagemaker:DescribeNotebookInstance'))] }),
    'notebook-root-access',
    'nb',
    'unknown',
  ],
  [
    'CloudSploit',
    'no notebook has direct internet access, a field that the list does not hold: pass',
    inventory({ notebookInstances: [notebook('nb', { ...bare, DirectInternetAccess: 'Enabled' })] }),
    'notebook-direct-internet-access',
    'nb',
    'fail',
  ],
  [
    'Prowler, Security Hub, Steampipe and Checkov',
    'a notebook with a subnet is private, though the subnet leads to an internet gateway: pass',
    inventory({ notebookInstances: [notebook('nb')], routeTables: [mainTable([igwRoute()])] }),
    'workload-in-public-subnet',
    'nb',
    'fail',
  ],
  [
    'Prowler',
    'a subnet without a table of its own is public because the main table of another VPC is: fail',
    inventory({
      notebookInstances: [notebook('nb')],
      routeTables: [mainTable(), mainTable([igwRoute()], { RouteTableId: 'rtb-other', VpcId: 'vpc-2' })],
    }),
    'workload-in-public-subnet',
    'nb',
    'pass',
  ],
  [
    'Steampipe',
    'a route for IPv6 to an internet gateway is none: pass',
    inventory({
      notebookInstances: [notebook('nb')],
      routeTables: [mainTable([igwRoute({ DestinationCidrBlock: undefined, DestinationIpv6CidrBlock: '::/0' })])],
    }),
    'workload-in-public-subnet',
    'nb',
    'fail',
  ],
  [
    'Steampipe',
    'a subnet behind a NAT gateway is public: alarm',
    inventory({
      notebookInstances: [notebook('nb')],
      routeTables: [subnetTable('subnet-1', [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }])],
    }),
    'workload-in-public-subnet',
    'nb',
    'pass',
  ],
  [
    'Prowler',
    'a group that lets everything out to 0.0.0.0/0 is no matter: its widest block is left out',
    egress({ IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
    'security-group-open-egress-ipv4',
    'sg-1',
    'fail',
  ],
  [
    'cnspec, Checkov and CloudSploit',
    'a group with the two halves of the internet is not open: pass',
    egress({ IpPermissionsEgress: [{ ...tcp, IpRanges: [{ CidrIp: '0.0.0.0/1' }, { CidrIp: '128.0.0.0/1' }] }] }),
    'security-group-open-egress-ipv4',
    'sg-1',
    'fail',
  ],
  [
    'Prowler',
    'a group that is open for IPv6 is not open: pass',
    egress({ IpPermissionsEgress: [{ ...tcp, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }] }),
    'security-group-open-egress-ipv6',
    'sg-1',
    'fail',
  ],
  [
    'Prowler',
    'the group of a stopped notebook is unused, for lack of an interface: silence',
    inventory({
      notebookInstances: [notebook('nb', { NotebookInstanceStatus: 'Stopped' })],
      securityGroups: [securityGroup({ IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })],
    }),
    'security-group-open-egress-ipv4',
    'sg-1',
    'fail',
  ],
  [
    'cnspec',
    'a group that no workload of SageMaker carries fails as well: fail',
    inventory({
      notebookInstances: [notebook()],
      securityGroups: [
        securityGroup(),
        securityGroup({ GroupId: 'sg-web', IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
      ],
    }),
    'security-group-open-egress-ipv4',
    'sg-web',
    'silent',
  ],
  [
    'Prowler and Security Hub',
    'a domain that uses the public internet is nothing to look at: silence',
    inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })] }),
    'domain-not-vpc-only',
    'd-1',
    'fail',
  ],
  [
    'bptools',
    'a domain that uses the public internet is in a VPC, since it names one: pass',
    inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly', VpcId: 'vpc-1' })] }),
    'domain-not-vpc-only',
    'd-1',
    'fail',
  ],
  [
    'sample-aiml-security-assessment',
    'an account whose domains it may not list has none: not applicable',
    inventory({ domains: refused('sagemaker:ListDomains') }),
    'domain-not-vpc-only',
    account,
    'unknown',
  ],
  [
    'cnspec',
    'an account whose models it may not list has only good ones: pass',
    inventory({ models: refused('sagemaker:ListModels') }),
    'workload-not-network-isolated',
    account,
    'unknown',
  ],
  [
    'every peer',
    'the open group of a single user profile is nobody’s: silence',
    inventory({
      domains: [domain()],
      userProfiles: [userProfile('alice', { UserSettings: { SecurityGroups: ['sg-alice'] } })],
      securityGroups: [
        securityGroup(),
        securityGroup({ GroupId: 'sg-alice', IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
      ],
    }),
    'security-group-open-egress-ipv4',
    'sg-alice',
    'fail',
  ],
  [
    'Prowler, cnspec and Steampipe',
    'a job on one instance sends traffic between instances in clear: fail',
    inventory({
      trainingJobs: [
        trainingJob('job', {
          EnableInterContainerTrafficEncryption: false,
          ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large' },
        }),
      ],
    }),
    'inter-container-traffic-unencrypted',
    'job',
    'not-applicable',
  ],
  [
    'every peer',
    'a shell into the containers of an endpoint is nothing to look at: silence',
    inventory({
      endpointConfigs: [endpointConfig('config', { ProductionVariants: [{ VariantName: 'a', ModelName: 'm', EnableSSMAccess: true }] })],
    }),
    'remote-shell-open',
    'config',
    'fail',
  ],
  [
    'Security Hub and Config',
    'a model in a VPC is private, though its subnet is public: pass',
    inventory({ models: [model('m')], routeTables: [mainTable([igwRoute()])] }),
    'workload-in-public-subnet',
    'm',
    'fail',
  ],
  [
    'every peer',
    'an endpoint is nowhere, since only its model has a VpcConfig: silence',
    inventory({
      endpoints: [endpoint('e', { EndpointConfigName: 'c' })],
      endpointConfigs: [endpointConfig('c', { ProductionVariants: [{ VariantName: 'a', ModelName: 'm' }] })],
      models: [model('m')],
      routeTables: [mainTable([igwRoute()])],
    }),
    'workload-in-public-subnet',
    'e',
    'fail',
  ],
  [
    'Prowler, of EC2',
    'an endpoint for another service whose name begins alike is the endpoint: pass',
    inventory({ notebookInstances: [notebook()], vpcEndpoints: [vpcEndpoint('sagemaker.api-tools')] }),
    'vpc-without-sagemaker-api-endpoint',
    'vpc-1',
    'fail',
  ],
  [
    'aws-wa-sagemaker-mcp',
    'the endpoint of the API is enough for Studio: pass',
    inventory({ domains: [domain()], vpcEndpoints: [vpcEndpoint('sagemaker.api')] }),
    'vpc-without-sagemaker-studio-endpoint',
    'vpc-1',
    'fail',
  ],
  [
    'aws-wa-sagemaker-mcp',
    'the VPC of a domain is that of its first subnet alone: silence about the others',
    inventory({
      domains: [domain('d-1', { SubnetIds: ['subnet-1', 'subnet-2'] })],
      subnets: [subnet(), subnet({ SubnetId: 'subnet-2', VpcId: 'vpc-2' })],
      routeTables: [mainTable(), mainTable([], { RouteTableId: 'rtb-2', VpcId: 'vpc-2' })],
      vpcEndpoints: [vpcEndpoint('sagemaker.api')],
    }),
    'vpc-without-sagemaker-api-endpoint',
    'vpc-2',
    'fail',
  ],
  [
    'Prowler',
    'a policy that denies all but the own organization is open: fail',
    endpointWith(policy(everything, { ...everything, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
    'sagemaker-endpoint-policy-open',
    'vpce-1',
    'pass',
  ],
  [
    'Prowler',
    'a policy with a condition on any endpoint is closed: pass',
    endpointWith(policy({ ...everything, Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-whatever'] } } })),
    'sagemaker-endpoint-policy-open',
    'vpce-1',
    'fail',
  ],
  [
    'Prowler',
    'a policy for two accounts that are both trusted is open: fail',
    endpointWith(policy({ ...everything, Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } } })),
    'sagemaker-endpoint-policy-open',
    'vpce-1',
    'pass',
  ],
  [
    'CloudSploit',
    'a policy that lets anybody in is closed, since one subnet of the endpoint is private: pass',
    endpointWith(policy(everything)),
    'sagemaker-endpoint-policy-open',
    'vpce-1',
    'fail',
  ],
  [
    'Security Hub and Config',
    'an endpoint without private DNS is as good as one with it: pass',
    endpointWith({ PrivateDnsEnabled: false }),
    'vpc-endpoint-private-dns-off',
    'vpce-1',
    'fail',
  ],
  [
    'cnspec',
    'flow logs to S3 are none: fail',
    inventory({ notebookInstances: [notebook()], flowLogs: [flowLog({ LogDestinationType: 's3' })] }),
    'vpc-without-flow-logs',
    'vpc-1',
    'pass',
  ],
  [
    'Prowler',
    'a flow log that delivers nothing is one: pass',
    inventory({ notebookInstances: [notebook()], flowLogs: [flowLog({ DeliverLogsStatus: 'FAILED' })] }),
    'vpc-without-flow-logs',
    'vpc-1',
    'fail',
  ],
  [
    'Steampipe',
    'Amazon Linux 2023 is no platform that is supported: alarm',
    inventory({ notebookInstances: [notebook('nb', { PlatformIdentifier: 'notebook-al2023-v1' })] }),
    'notebook-unsupported-platform',
    'nb',
    'pass',
  ],
  [
    'Checkov',
    'a notebook that says nothing of direct internet access has none: pass',
    inventory({ notebookInstances: [notebook('nb', { ...bare, DirectInternetAccess: undefined })] }),
    'notebook-direct-internet-access',
    'nb',
    'fail',
  ],
  [
    'Cloud Custodian',
    'a job that has ended is no job: silence',
    inventory({ trainingJobs: [trainingJob('job', { EnableNetworkIsolation: false }, 'Completed')] }),
    'workload-not-network-isolated',
    'job',
    'fail',
  ],
  [
    'every peer',
    'users of Studio with one role are no concern: silence',
    inventory({
      domains: [domain()],
      userProfiles: [
        userProfile('alice', { UserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/team' } }),
        userProfile('bob', { UserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/team' } }),
      ],
    }),
    'user-profile-shared-execution-role',
    'd-1/alice',
    'fail',
  ],
];

describe('where other tools are mistaken', () => {
  it.each(mistakes)('%s: %s', (_tool, _says, whole, check, resource, right) => {
    expect(verdict(whole, check, resource) ?? 'silent').toBe(right);
  });
});
