import { describe, expect, it, test } from 'vitest';
import { gapsOf } from '../../../src/engine/gaps.ts';
import { permissionFor } from '../../../src/core/permission-for.ts';
import { sectionCatalogue, sectionNames } from '../../../src/inventory/sections.ts';
import { factOf, inventoryOf, rowsOf, type Folder } from '../../support/folder.ts';

const eu = (files: Folder): Folder =>
  Object.fromEntries(Object.entries(files).map(([name, json]) => [`111122223333/eu-west-1/${name}.json`, json]));
const arn = (resource: string) => `arn:aws:sagemaker:eu-west-1:111122223333:${resource}`;
const listed = (name: string) => ({ ModelName: name, ModelArn: arn(`model/${name}`) });

describe('a section without a file', () => {
  it('is a gap that says which command would give it; no section is left out', () => {
    const { sections } = inventoryOf(eu({ a: { Vpcs: [] } }));
    expect(sections.map(({ section }) => section).sort()).toEqual([...sectionNames].sort());
    for (const { section, fact, ledger } of sections) {
      // Attributes of no VPC are known; everything else nobody read.
      if (section === 'vpcs' || section === 'vpcDnsAttributes') continue;
      const { operation } = sectionCatalogue[section];
      expect(fact).toMatchObject({
        known: false,
        gap: { operation, code: 'NotCollected', permission: permissionFor(operation), resource: null },
      });
      expect(fact).not.toHaveProperty('partial');
      expect(ledger[0]).toEqual({ operation, calls: 0, complete: false });
    }
    expect(factOf(eu({ a: { Vpcs: [] } }), 'natGateways')).toMatchObject({
      gap: { message: 'no file in the folder answers ec2:DescribeNatGateways; run: aws ec2 describe-nat-gateways > nat-gateways.json' },
    });
    expect(factOf(eu({ a: { Vpcs: [] } }), 'classicLoadBalancers')).toMatchObject({
      gap: { message: expect.stringContaining('aws elb describe') },
    });
  });
});

describe('several files of one kind', () => {
  it('add up, each row once, the first of two alike', () => {
    const pages = eu({
      a: { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }] },
      b: { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.9.0.0/16' }, { VpcId: 'vpc-2' }] },
    });
    expect(rowsOf(pages, 'vpcs')).toEqual([{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }, { VpcId: 'vpc-2' }]);
    expect(inventoryOf(pages).sections.find(({ section }) => section === 'vpcs')?.ledger).toEqual([
      { operation: 'ec2:DescribeVpcs', calls: 2, complete: true },
    ]);
  });

  test.each<[name: string, files: Folder, known: boolean]>([
    ['a token, and nothing after it', { a: { Vpcs: [{ VpcId: 'vpc-1' }], NextToken: 'x' } }, false],
    ['a token, and the last page', { a: { Vpcs: [{ VpcId: 'vpc-1' }], NextToken: 'x' }, b: { Vpcs: [{ VpcId: 'vpc-2' }] } }, true],
    [
      'two pages with tokens',
      { a: { Vpcs: [{ VpcId: 'vpc-1' }], NextToken: 'x' }, b: { Vpcs: [{ VpcId: 'vpc-2' }], NextToken: 'y' } },
      false,
    ],
    ['an empty token', { a: { Vpcs: [{ VpcId: 'vpc-1' }], NextToken: '' } }, true],
    ['no token in words', { a: { Vpcs: [{ VpcId: 'vpc-1' }], NextToken: null } }, true],
  ])('%s', (_name, files, known) => {
    const fact = factOf(eu(files), 'vpcs');
    expect(fact.known).toBe(known);
    if (fact.known) return;
    expect(fact.gap).toMatchObject({
      operation: 'ec2:DescribeVpcs',
      code: 'Truncated',
      message: expect.stringContaining('aws ec2 describe-vpcs'),
    });
    expect(fact.partial?.[0]).toEqual({ VpcId: 'vpc-1' });
  });

  test.each<[name: string, answer: object, section: 'loadBalancers' | 'accountAuthorization']>([
    ['of load balancers', { LoadBalancers: [], NextMarker: 'x' }, 'loadBalancers'],
    ['of IAM', { UserDetailList: [], IsTruncated: true, Marker: 'x' }, 'accountAuthorization'],
  ])('a page that is not the last %s', (_name, answer, section) => {
    expect(factOf(eu({ a: answer, b: { Vpcs: [] } }), section)).toMatchObject({ known: false, gap: { code: 'Truncated' } });
  });
});

describe('lists and descriptions', () => {
  const described = (name: string) => ({
    ...listed(name),
    VpcConfig: { Subnets: ['subnet-1'] },
    PrimaryContainer: { Image: 'i', Environment: { A: 'secret' } },
  });

  it('a description joins the row of the list, without what may be secret', () => {
    expect(rowsOf(eu({ list: { Models: [listed('m')] }, m: described('m') }), 'models')).toEqual([
      {
        summary: listed('m'),
        detail: { known: true, value: { ...listed('m'), VpcConfig: { Subnets: ['subnet-1'] }, PrimaryContainer: { Image: 'i' } } },
      },
    ]);
  });

  it('a row without its description is there, and what it hides is a gap', () => {
    const folder = eu({ list: { Models: [listed('m'), listed('n')] }, m: described('m') });
    expect(rowsOf(folder, 'models')[1]).toMatchObject({
      summary: listed('n'),
      detail: {
        known: false,
        gap: {
          operation: 'sagemaker:DescribeModel',
          code: 'NotCollected',
          message: 'no file in the folder answers sagemaker:DescribeModel for n; run: aws sagemaker describe-model --model-name n',
          resource: arn('model/n'),
        },
      },
    });
    expect(inventoryOf(folder).sections.find(({ section }) => section === 'models')?.ledger).toEqual([
      { operation: 'sagemaker:ListModels', calls: 1, complete: true },
      { operation: 'sagemaker:DescribeModel', calls: 1, complete: false },
    ]);
  });

  it('a description that no list names is there, too', () => {
    expect(rowsOf(eu({ list: { Models: [listed('m')] }, n: described('n') }), 'models')).toMatchObject([
      { summary: listed('m') },
      { summary: listed('n') },
    ]);
  });

  it('without a list nobody knows the rest', () => {
    const fact = factOf(eu({ m: described('m') }), 'models');
    expect(fact).toMatchObject({
      known: false,
      gap: { operation: 'sagemaker:ListModels', code: 'NotCollected' },
      partial: [{ summary: listed('m'), detail: { known: true } }],
    });
  });

  it('the ARN of a user profile, which its list does not give, is made', () => {
    const gaps = [...gapsOf(inventoryOf(eu({ a: { UserProfiles: [{ DomainId: 'd-1', UserProfileName: 'Anna' }] } })))];
    expect(gaps.find(({ operation }) => operation === 'sagemaker:DescribeUserProfile')).toMatchObject({
      resource: arn('user-profile/d-1/anna'),
      message: expect.stringContaining('--domain-id d-1 --user-profile-name Anna'),
    });
  });

  it('of the scripts of a lifecycle configuration only the hash and the count stay', () => {
    const name = {
      NotebookInstanceLifecycleConfigName: 'c',
      NotebookInstanceLifecycleConfigArn: arn('notebook-instance-lifecycle-config/c'),
    };
    const script = Buffer.from('#!/bin/sh\nexport TOKEN=hunter2\n').toString('base64');
    const [row] = rowsOf(
      eu({ list: { NotebookInstanceLifecycleConfigs: [name] }, c: { ...name, OnStart: [{ Content: script }] } }),
      'notebookLifecycleConfigs',
    );
    expect(row).toMatchObject({
      detail: { value: { OnCreate: [], OnStart: [{ Sha256: expect.stringMatching(/^[0-9a-f]{64}$/), Statements: 1 }] } },
    });
    expect(JSON.stringify(row)).not.toContain(script);
  });
});

describe('attributes of VPCs', () => {
  const vpcs = {
    Vpcs: [
      { VpcId: 'vpc-1', OwnerId: '111122223333' },
      { VpcId: 'vpc-2', OwnerId: '999900001111' },
    ],
  };
  const support = { VpcId: 'vpc-1', EnableDnsSupport: { Value: true } };
  const hostnames = { VpcId: 'vpc-1', EnableDnsHostnames: { Value: false } };

  it('two files make one row, and a VPC of another account needs none', () => {
    expect(rowsOf(eu({ vpcs, support, hostnames }), 'vpcDnsAttributes')).toEqual([
      {
        summary: { VpcId: 'vpc-1', OwnerId: '111122223333' },
        detail: { known: true, value: { VpcId: 'vpc-1', EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: false } } },
      },
    ]);
  });

  it('one of the two is half an answer', () => {
    expect(rowsOf(eu({ vpcs, support }), 'vpcDnsAttributes')).toMatchObject([
      {
        detail: {
          known: false,
          gap: { code: 'NotCollected', message: expect.stringContaining('do not tell EnableDnsHostnames') },
          partial: { EnableDnsSupport: { Value: true } },
        },
      },
    ]);
  });

  it('without the list of VPCs nobody knows of which there should be some', () => {
    expect(factOf(eu({ support, hostnames }), 'vpcDnsAttributes')).toMatchObject({ known: false, partial: [{ detail: { known: true } }] });
  });

  it('without any of them the section is a gap', () => {
    const fact = factOf(eu({ vpcs }), 'vpcDnsAttributes');
    expect(fact).toMatchObject({ known: false, gap: { operation: 'ec2:DescribeVpcAttribute' } });
  });
});

describe('prefix lists', () => {
  const list = {
    PrefixListId: 'pl-1',
    PrefixListArn: 'arn:aws:ec2:eu-west-1:aws:prefix-list/pl-1',
    PrefixListName: 'com.amazonaws.eu-west-1.s3',
  };

  it('the older list tells the blocks itself', () => {
    const older = {
      PrefixLists: [{ PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3', Cidrs: ['52.218.0.0/17', '3.5.64.0/21'] }],
    };
    expect(rowsOf(eu({ older }), 'prefixLists')).toEqual([
      {
        summary: { PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3' },
        detail: { known: true, value: { Entries: [{ Cidr: '52.218.0.0/17' }, { Cidr: '3.5.64.0/21' }] } },
      },
    ]);
  });

  it('the newer one does not: entries come in files named after their list, page by page', () => {
    const entries = {
      'pl-1-a': { Entries: [{ Cidr: '10.0.0.0/8' }], NextToken: 'x' },
      'pl-1-b': { Entries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '172.16.0.0/12' }] },
    };
    expect(rowsOf(eu({ list: { PrefixLists: [list] }, ...entries }), 'prefixLists')).toEqual([
      { summary: list, detail: { known: true, value: { Entries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '172.16.0.0/12' }] } } },
    ]);
    expect(rowsOf(eu({ list: { PrefixLists: [list] }, 'pl-1-a': entries['pl-1-a'] }), 'prefixLists')).toMatchObject([
      { detail: { known: false, gap: { code: 'Truncated', message: expect.stringContaining('--prefix-list-id pl-1') } } },
    ]);
  });

  it('without a list of lists, those that groups and tables name are all that matter', () => {
    const SecurityGroups = [{ GroupId: 'sg-1', IpPermissionsEgress: [{ PrefixListIds: [{ PrefixListId: 'pl-1' }] }] }];
    const RouteTables = [{ RouteTableId: 'rtb-1', Routes: [{ DestinationPrefixListId: 'pl-2' }] }];
    const entries = { 'pl-1': { Entries: [{ Cidr: '10.0.0.0/8' }] } };
    expect(rowsOf(eu({ a: { SecurityGroups }, b: { RouteTables }, ...entries }), 'prefixLists')).toMatchObject([
      { summary: { PrefixListId: 'pl-1' }, detail: { known: true } },
      { summary: { PrefixListId: 'pl-2' }, detail: { known: false } },
    ]);
    expect(factOf(eu({ a: { SecurityGroups }, ...entries }), 'prefixLists').known).toBe(false);
    expect(rowsOf(eu({ a: { SecurityGroups: [] }, b: { RouteTables: [] } }), 'prefixLists')).toEqual([]);
  });
});

describe('network interfaces', () => {
  const instance = {
    InstanceId: 'i-1',
    Placement: { AvailabilityZone: 'eu-west-1a' },
    NetworkInterfaces: [
      {
        NetworkInterfaceId: 'eni-1',
        SubnetId: 'subnet-1',
        VpcId: 'vpc-1',
        OwnerId: '111122223333',
        Attachment: { Status: 'attached' },
        MacAddress: '02:…',
      },
    ],
  };
  const Reservations = [{ OwnerId: '111122223333', Instances: [instance] }];
  const attached = { InstanceId: 'i-1', InstanceOwnerId: '111122223333', Status: 'attached' };

  it('of instances are a part of them, where nothing lists them', () => {
    expect(factOf(eu({ a: { Reservations } }), 'networkInterfaces')).toMatchObject({
      known: false,
      gap: { operation: 'ec2:DescribeNetworkInterfaces', code: 'NotCollected' },
      partial: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', AvailabilityZone: 'eu-west-1a', Attachment: attached }],
    });
  });

  it('that are listed learn from instances whose they are, and are no more than listed', () => {
    expect(
      rowsOf(
        eu({ a: { Reservations }, b: { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }, { NetworkInterfaceId: 'eni-2' }] } }),
        'networkInterfaces',
      ),
    ).toEqual([{ NetworkInterfaceId: 'eni-1', Attachment: attached }, { NetworkInterfaceId: 'eni-2' }]);
  });
});

test('members of wrong types are kept as they are, and nothing stumbles over them', () => {
  const odd = [1, 'x', true, null, {}, [1], ['x']];
  for (const value of odd) {
    const folder = eu({
      a: { Vpcs: [{ VpcId: 'vpc-1', OwnerId: value, CidrBlock: value, CidrBlockAssociationSet: value }] },
      b: { SecurityGroups: [{ GroupId: 'sg-1', IpPermissions: value, IpPermissionsEgress: [{ PrefixListIds: value }] }] },
      c: { RouteTables: [{ RouteTableId: 'rtb-1', Routes: value }] },
      d: { FirewallPolicy: value, FirewallPolicyResponse: { FirewallPolicyArn: 'arn:p' } },
      e: { Firewall: { FirewallArn: 'arn:f', FirewallPolicyArn: value }, FirewallStatus: {} },
      f: { TransitGatewayPropagations: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayRouteTablePropagations: value }] },
      g: { TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', Routes: value }] },
      h: { Reservations: [{ Instances: [{ InstanceId: 'i-1', Placement: value, NetworkInterfaces: value }] }] },
      i: { FirewallRules: [{ FirewallRuleGroupId: 'rslvr-frg-1', FirewallDomainListId: value }] },
      j: { VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1', RequesterVpcInfo: value, AccepterVpcInfo: value }] },
      k: { InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: value }] },
      l: { Domains: value, Vpcs: value, NextToken: value },
    });
    expect(() => inventoryOf(folder)).not.toThrow(TypeError);
  }
});
