import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collectInventory } from '../../src/collectors/collect.ts';
import { notebook } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { accountWithNetwork } from '../support/aws/whole-network.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

const region = 'eu-west-1';
let aws: Loopback;

beforeAll(async () => {
  aws = await startLoopback(accountWithNetwork({ NotebookInstances: [notebook('nb-1')] }));
  const environment = { ...aws.environment(), AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

it('asks for the largest pages', async () => {
  await collectInventory(requestFor([region], { clock: fastClock(50) }));
  for (const call of aws.calls.filter(({ service, operation }) => service === 'sagemaker' && operation.startsWith('List')))
    expect(call.input['MaxResults'], call.operation).toBe(100);
  expect(aws.calls.find(({ service }) => service === 'iam')?.input).toEqual({ MaxItems: 1000 });
  const sizes = (of: string, size: string) =>
    Object.fromEntries(
      aws.calls
        .filter(({ service, operation }) => service === of && !/VpcAttribute|Regions|AccessOptions|TargetHealth/.test(operation))
        .map((call) => [call.operation, Number(call.input[size])]),
    );
  expect(sizes('ec2', 'MaxResults')).toEqual({
    DescribeVpcs: 1000,
    DescribeSubnets: 1000,
    DescribeRouteTables: 100,
    DescribeSecurityGroups: 1000,
    DescribeManagedPrefixLists: 100,
    GetManagedPrefixListEntries: 100,
    DescribeVpcEndpoints: 1000,
    DescribeNetworkAcls: 1000,
    DescribeInternetGateways: 1000,
    DescribeEgressOnlyInternetGateways: 255,
    DescribeNatGateways: 1000,
    DescribeNetworkInterfaces: 1000,
    DescribeFlowLogs: 1000,
    DescribeVpcPeeringConnections: 1000,
    DescribeTransitGateways: 1000,
    DescribeTransitGatewayAttachments: 1000,
    DescribeTransitGatewayVpcAttachments: 1000,
    DescribeTransitGatewayPeeringAttachments: 1000,
    DescribeTransitGatewayRouteTables: 1000,
    SearchTransitGatewayRoutes: 1000,
    DescribeCarrierGateways: 1000,
    DescribeVpcBlockPublicAccessExclusions: 1000,
    DescribeDhcpOptions: 1000,
    DescribeSecurityGroupVpcAssociations: 1000,
  });
  expect(sizes('route53resolver', 'MaxResults')).toEqual({
    ListFirewallRuleGroupAssociations: 100,
    ListFirewallRules: 100,
    ListFirewallDomainLists: 100,
    ListFirewallDomains: 5000,
    ListFirewallConfigs: 10,
    ListResolverRules: 100,
    ListResolverRuleAssociations: 100,
  });
  expect(sizes('route53', 'MaxItems')).toEqual({ ListHostedZonesByVPC: 100, ListResourceRecordSets: 300 });
  expect(sizes('elasticloadbalancing', 'PageSize')).toEqual({
    DescribeLoadBalancers: 400,
    DescribeListeners: 400,
    DescribeTargetGroups: 400,
  });
  expect(aws.calls.find(({ operation }) => operation === 'ListFirewalls')?.input).toEqual({ MaxResults: 100 });
});
