import { expect, it } from 'vitest';
import { inventoryLines } from '../../src/inventory/inventory-lines.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';
import { sectionFact } from '../../src/inventory/inventory.ts';
import type { SectionName } from '../../src/inventory/sections.ts';
import { inventory, type Given } from '../support/inventory.ts';
import * as balancers from '../support/rows-load-balancers.ts';
import * as names from '../support/rows-names.ts';
import * as network from '../support/rows-network.ts';
import * as transit from '../support/rows-transit.ts';
import { account, refused, region } from '../support/rows.ts';

/** A row of every network section, as a check would meet it. */
const given: Given = {
  vpcPeeringConnections: [transit.peering()],
  transitGateways: [transit.transitGateway()],
  transitGatewayAttachments: [transit.transitGatewayAttachment()],
  transitGatewayVpcAttachments: [transit.transitGatewayVpcAttachment()],
  transitGatewayPeeringAttachments: [transit.transitGatewayPeeringAttachment()],
  transitGatewayRouteTables: [
    transit.transitGatewayRouteTable([transit.transitRoute('0.0.0.0/0', 'tgw-attach-1')]),
    transit.transitGatewayRouteTable(refused('ec2:SearchTransitGatewayRoutes'), 'tgw-rtb-2'),
  ],
  carrierGateways: [transit.carrierGateway()],
  blockPublicAccessExclusions: [network.blockPublicAccessExclusion()],
  dhcpOptions: [network.dhcpOptions()],
  securityGroupVpcAssociations: [network.securityGroupVpcAssociation()],
  networkFirewalls: [network.networkFirewall(), network.networkFirewall(refused('network-firewall:DescribeFirewall'))],
  networkFirewallPolicies: [network.networkFirewallPolicy()],
  networkFirewallRuleGroups: [
    network.networkFirewallRuleGroup({ RulesString: 'pass tls any any -> any 443 (sid:1;)' }),
    network.networkFirewallRuleGroup(refused('network-firewall:DescribeRuleGroup'), { arn: network.statelessGroupArn }),
  ],
  dnsFirewallAssociations: [names.dnsFirewallAssociation()],
  dnsFirewallRuleGroups: [names.dnsFirewallRuleGroup([names.dnsFirewallRule('rslvr-fdl-1')])],
  dnsFirewallDomainLists: [names.dnsFirewallDomainList('rslvr-fdl-1', ['*.'])],
  dnsFirewallConfigs: [names.dnsFirewallConfig()],
  resolverRules: [names.resolverRule()],
  resolverRuleAssociations: [names.resolverRuleAssociation()],
  privateHostedZones: [names.privateHostedZone('api.sagemaker.eu-west-1.amazonaws.com')],
  loadBalancers: [balancers.loadBalancer()],
  loadBalancerListeners: [balancers.loadBalancerListeners()],
  targetGroups: [balancers.targetGroup([{ Id: '10.0.1.5' }])],
  classicLoadBalancers: [balancers.classicLoadBalancer()],
};

it('a row of every network section comes back from a saved inventory as it was', async () => {
  const read = await parseInventory(inventoryLines(inventory(given), '0.0.0'));
  for (const [section, rows] of Object.entries(given)) {
    expect(sectionFact(read, account, region, section as SectionName), section).toEqual({ known: true, value: rows });
  }
  expect(sectionFact(read, account, region, 'blockPublicAccessOptions')).toEqual({ known: true, value: [network.blockPublicAccess()] });
});
