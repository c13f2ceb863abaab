import check from '../../../src/checks/internet-egress/internet-egress-unfiltered.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import {
  internetGateway,
  natGateway,
  networkAcl,
  networkFirewall,
  networkFirewallPolicy,
  networkFirewallRuleGroup,
} from '../../support/rows-network.ts';
import {
  account,
  igwRoute,
  mainTable,
  notebook,
  refused,
  securityGroup,
  subnet,
  subnetTable,
  trainingJob,
  vpcEndpoint,
} from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const route = (target: Record<string, string>) => ({ DestinationCidrBlock: '0.0.0.0/0', State: 'active' as const, ...target });
/** subnet-1 → vpce-fw of fw-1 in subnet-fw → nat-1 → igw-1. */
const filtered: Given = {
  notebookInstances: [notebook()],
  subnets: [
    subnet(),
    subnet({ SubnetId: 'subnet-fw', CidrBlock: '10.0.8.0/24' }),
    subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' }),
  ],
  networkAcls: [networkAcl(['subnet-1', 'subnet-fw', 'subnet-nat'])],
  routeTables: [
    mainTable([route({ GatewayId: 'vpce-fw' })]),
    subnetTable('subnet-fw', [route({ NatGatewayId: 'nat-1' })]),
    subnetTable('subnet-nat', [igwRoute()]),
  ],
  natGateways: [natGateway()],
  internetGateways: [internetGateway()],
  securityGroups: [securityGroup({ IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })],
  vpcEndpoints: [
    vpcEndpoint('fw', {
      VpcEndpointId: 'vpce-fw',
      VpcEndpointType: 'GatewayLoadBalancer',
      ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-fw',
      SubnetIds: ['subnet-fw'],
    }),
  ],
  networkFirewalls: [networkFirewall()],
  networkFirewallPolicies: [networkFirewallPolicy()],
};
const allowing = (...Targets: string[]): Given => ({
  ...filtered,
  networkFirewallRuleGroups: [
    networkFirewallRuleGroup({ RulesSourceList: { Targets, TargetTypes: ['TLS_SNI'], GeneratedRulesType: 'ALLOWLIST' } }),
  ],
});

testCheck(check, {
  fail: [
    [
      'a NAT gateway without a firewall',
      inventory({ ...filtered, routeTables: [mainTable([route({ NatGatewayId: 'nat-1' })]), subnetTable('subnet-nat', [igwRoute()])] }),
      'nb-1',
      { says: 'past no firewall', requirements: ['EGR-9'] },
    ],
    [
      'direct internet access passes no firewall of the customer',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })] }),
      'nb-1',
    ],
    ['an allow-list with a whole cloud in it', inventory(allowing('.amazonaws.com')), 'nb-1', { says: 'too wide' }],
    [
      'a policy that lets everything pass',
      inventory({
        ...filtered,
        networkFirewallPolicies: [networkFirewallPolicy({ StatelessDefaultActions: ['aws:pass'], StatefulRuleGroupReferences: [] })],
      }),
      'nb-1',
    ],
  ],
  pass: [['an allow-list of one host', inventory(allowing('pypi.corp.example')), 'nb-1', { requirements: ['EGR-9'] }]],
  unknown: [
    [
      'rule groups refused',
      inventory({ ...filtered, networkFirewallRuleGroups: refused('network-firewall:DescribeRuleGroup') }),
      'nb-1',
      { missing: ['network-firewall:DescribeRuleGroup'] },
    ],
    [
      'an appliance of somebody else',
      inventory({ ...filtered, networkFirewalls: [] }),
      'nb-1',
      { says: 'appliance behind vpce-fw', missing: [] },
    ],
    [
      'notebooks refused',
      inventory({ notebookInstances: refused('sagemaker:ListNotebookInstances') }),
      account,
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
  ],
  'not-applicable': [
    ['no way to the internet', inventory({ notebookInstances: [notebook()] }), 'nb-1'],
    ['network isolation', inventory({ ...filtered, notebookInstances: [], trainingJobs: [trainingJob()] }), 'job-1'],
  ],
  silent: [['no workload', inventory()]],
});
