import check from '../../../src/checks/internet-egress/vpc-dns-open-to-tunnelling.ts';
import { inventory, type Given } from '../../support/inventory.ts';
import { dnsFirewallAssociation, dnsFirewallDomainList, dnsFirewallRule, dnsFirewallRuleGroup } from '../../support/rows-names.ts';
import { account, dnsAttributes, notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const workloads: Given = { notebookInstances: [notebook()] };
const strict: Given = {
  ...workloads,
  dnsFirewallAssociations: [dnsFirewallAssociation()],
  dnsFirewallRuleGroups: [
    dnsFirewallRuleGroup([
      dnsFirewallRule('rslvr-fdl-corp', { Priority: 1, Action: 'ALLOW' }),
      dnsFirewallRule('rslvr-fdl-all', { Priority: 2, Action: 'BLOCK' }),
    ]),
  ],
  dnsFirewallDomainLists: [dnsFirewallDomainList('rslvr-fdl-corp', ['git.corp.example.']), dnsFirewallDomainList('rslvr-fdl-all', ['*'])],
};

testCheck(check, {
  fail: [
    [
      'no DNS Firewall: the resolver answers whatever groups and ACLs say',
      inventory(workloads),
      'vpc-1',
      { requirements: ['EGR-9'], evidence: ['ec2:DescribeVpcAttribute vpc-1="enableDnsSupport is on"'] },
    ],
    [
      'a firewall that only reports',
      inventory({
        ...strict,
        dnsFirewallRuleGroups: [dnsFirewallRuleGroup([dnsFirewallRule('rslvr-fdl-all', { Priority: 1, Action: 'ALERT' })])],
      }),
      'vpc-1',
    ],
    [
      'an allow-list in which anybody gets a name',
      inventory({
        ...strict,
        dnsFirewallDomainLists: [dnsFirewallDomainList('rslvr-fdl-corp', ['*.com.']), dnsFirewallDomainList('rslvr-fdl-all', ['*'])],
      }),
      'vpc-1',
    ],
  ],
  pass: [
    ['an allow-list, and everything else blocked', inventory(strict), 'vpc-1', { says: 'git.corp.example' }],
    ['names are not resolved at all', inventory({ ...workloads, vpcDnsAttributes: [dnsAttributes('vpc-1', { support: false })] }), 'vpc-1'],
  ],
  unknown: [
    [
      'rules refused',
      inventory({ ...strict, dnsFirewallRuleGroups: refused('route53resolver:ListFirewallRules') }),
      'vpc-1',
      { missing: ['route53resolver:ListFirewallRules'] },
    ],
    [
      'attributes refused',
      inventory({ ...workloads, vpcDnsAttributes: refused('ec2:DescribeVpcAttribute') }),
      'vpc-1',
      { missing: ['ec2:DescribeVpcAttribute'] },
    ],
    [
      'notebooks refused',
      inventory({ notebookInstances: refused('sagemaker:ListNotebookInstances') }),
      account,
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
  ],
  silent: [['a VPC without workloads', inventory()]],
});
