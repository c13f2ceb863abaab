import { describe, expect, it, test } from 'vitest';
import { awsCommand } from '../../../src/inventory/folder/aws-command.ts';
import { partitionOfRegion, regionIn, regionOfZone, regionOfZoneId } from '../../../src/inventory/folder/region-name.ts';
import { inventoryOf, type Folder } from '../../support/folder.ts';

const vpcs = (...ids: string[]) => ({ Vpcs: ids.map((VpcId) => ({ VpcId })) });

/** Where each VPC of a folder was put: `vpc-1 → account Region`. */
function places(folder: Folder, options: Parameters<typeof inventoryOf>[1] = {}): readonly string[] {
  return inventoryOf(folder, options).sections.flatMap(({ section, account, region, fact }) =>
    section === 'vpcs' && fact.known ? fact.value.map(({ VpcId }) => `${VpcId} → ${account} ${region}`) : [],
  );
}

describe('names', () => {
  test.each([
    ['us-west-2', 'us-west-2'],
    ['Vpcs-us-west-2', 'us-west-2'],
    ['us-gov-east-1', 'us-gov-east-1'],
    ['eusc-de-east-1', 'eusc-de-east-1'],
    ['us-isob-east-1', 'us-isob-east-1'],
    ['ap-southeast-2_backup', 'ap-southeast-2'],
    ['us-west-2a', undefined],
    ['my-us-west-22x', undefined],
    ['us-team-1', undefined],
    ['eu-west-1-to-us-east-1', undefined],
  ])('the Region in %s', (name, region) => expect(regionIn(name)).toBe(region));

  test.each([
    ['us-west-2b', 'us-west-2'],
    ['us-west-2-lax-1a', 'us-west-2'],
    ['us-east-1-wl1-bos-wlz-1', 'us-east-1'],
    ['us-west-2', undefined],
    ['all', undefined],
  ])('the Region of zone %s', (zone, region) => expect(regionOfZone(zone)).toBe(region));

  // https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
  test.each([
    ['use1-az6', 'us-east-1'],
    ['euc1-az2', 'eu-central-1'],
    ['apne1-az4', 'ap-northeast-1'],
    ['aps1-az1', 'ap-south-1'],
    ['usgw1-az1', 'us-gov-west-1'],
    ['cnnw1-az2', 'cn-northwest-1'],
    ['ilc1-az1', 'il-central-1'],
    ['usw2-lax1-az1', 'us-west-2'],
    ['nonsense', undefined],
  ])('the Region of zone id %s', (id, region) => expect(regionOfZoneId(id)).toBe(region));

  test.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('the partition of %s', (region, partition) => expect(partitionOfRegion(region)).toBe(partition));

  test.each([
    ['ec2:DescribeVpcBlockPublicAccessOptions', 'aws ec2 describe-vpc-block-public-access-options'],
    ['elasticloadbalancing:DescribeLoadBalancers', 'aws elbv2 describe-load-balancers'],
    ['iam:GetAccountAuthorizationDetails', 'aws iam get-account-authorization-details'],
  ])('the command of %s', (operation, command) => expect(awsCommand(operation)).toBe(command));

  it('a command with a name that a shell would run is quoted', () => {
    expect(awsCommand('sagemaker:DescribeModel', { ModelName: "a'; rm -rf /" })).toBe(
      String.raw`aws sagemaker describe-model --model-name 'a'\''; rm -rf /'`,
    );
  });
});

describe('the Region of a file', () => {
  test.each<[name: string, folder: Folder, expected: string[], options?: Parameters<typeof inventoryOf>[1]]>([
    ['its folder', { 'aws_configs/us-west-2/Vpcs.json': vpcs('vpc-1') }, ['vpc-1 → 000000000000 us-west-2']],
    ['the nearest folder', { 'us-east-1/old/us-west-2/x/a.json': vpcs('vpc-1') }, ['vpc-1 → 000000000000 us-west-2']],
    [
      'a folder above the one that was given',
      { 'a.json': vpcs('vpc-1') },
      ['vpc-1 → 123456789012 us-west-2'],
      { above: '123456789012/us-west-2' },
    ],
    ['its name, as Batfish’s older snapshots have it', { 'Vpcs-us-west-2.json': vpcs('vpc-1') }, ['vpc-1 → 000000000000 us-west-2']],
    ['the folder before the name', { 'us-west-2/peer-us-east-1.json': vpcs('vpc-1') }, ['vpc-1 → 000000000000 us-west-2']],
    [
      'that of the files beside it',
      { 'Vpcs.json': vpcs('vpc-1'), 'b-eu-west-1.json': { Subnets: [] } },
      ['vpc-1 → 000000000000 eu-west-1'],
    ],
    ['that of the whole folder', { 'x/a.json': vpcs('vpc-1'), 'eu-west-1/b.json': { Subnets: [] } }, ['vpc-1 → 000000000000 eu-west-1']],
    [
      'that of the files beside it, before others of another Region',
      { 'x/a.json': vpcs('vpc-1'), 'x/b-eu-west-1.json': { Subnets: [] }, 'us-east-1/c.json': { Subnets: [] } },
      ['vpc-1 → 000000000000 eu-west-1'],
    ],
    ['the option', { 'a.json': vpcs('vpc-1') }, ['vpc-1 → 000000000000 eu-west-3'], { region: 'eu-west-3' }],
    ['the folder before the option', { 'us-west-2/a.json': vpcs('vpc-1') }, ['vpc-1 → 000000000000 us-west-2'], { region: 'eu-west-3' }],
    [
      'the zones of its subnets',
      {
        'a.json': vpcs('vpc-1', 'vpc-2'),
        'b.json': {
          Subnets: [
            { SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailabilityZone: 'us-west-2b' },
            { SubnetId: 'subnet-2', VpcId: 'vpc-2', AvailabilityZoneId: 'use1-az6' },
          ],
        },
      },
      ['vpc-2 → 000000000000 us-east-1', 'vpc-1 → 000000000000 us-west-2'],
    ],
    [
      'an ARN in a row, before a Region in the file’s name',
      {
        'for-us-east-1.json': {
          Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', SubnetArn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1' }],
        },
        'Vpcs.json': vpcs('vpc-1'),
      },
      ['vpc-1 → 111122223333 eu-west-1'],
    ],
  ])('%s', (_name, folder, expected, options) => expect(places(folder, options)).toEqual(expected));

  test.each<[name: string, folder: Folder]>([
    ['nothing tells it', { 'a.json': vpcs('vpc-1') }],
    [
      'nothing tells the Region of an empty list, of two',
      { 'a.json': { NatGateways: [] }, 'us-east-1/b.json': vpcs(), 'us-west-2/c.json': vpcs() },
    ],
    [
      'rows beside it are of two',
      {
        'a.json': vpcs('vpc-3'),
        'b.json': {
          Subnets: [
            { SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailabilityZone: 'us-west-2b' },
            { SubnetId: 'subnet-2', VpcId: 'vpc-2', AvailabilityZone: 'us-east-1a' },
          ],
        },
      },
    ],
    [
      'a common owner is no place',
      {
        'a.json': { Vpcs: [{ VpcId: 'vpc-3', OwnerId: '111122223333' }] },
        'b.json': {
          Subnets: [
            { SubnetId: 'subnet-1', VpcId: 'vpc-1', OwnerId: '111122223333', AvailabilityZone: 'us-west-2b' },
            { SubnetId: 'subnet-2', VpcId: 'vpc-2', OwnerId: '111122223333', AvailabilityZone: 'us-east-1a' },
          ],
        },
      },
    ],
  ])('is not guessed: %s', (_name, folder) => {
    expect(() => inventoryOf(folder)).toThrow(
      expect.objectContaining({ message: 'a.json: cannot tell which Region it was read in', hint: expect.stringContaining('--region') }),
    );
  });

  it('nothing of a Region is no folder to audit', () => {
    const user = { UserId: 'AIDA', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/anna' };
    expect(() => inventoryOf({ 'me.json': user })).toThrow('nothing in the folder belongs to a Region');
    expect(inventoryOf({ 'me.json': user }, { region: 'eu-west-1' }).header).toMatchObject({
      accounts: ['111122223333'],
      regions: ['eu-west-1'],
    });
  });

  const regionsOf = (json: object) => inventoryOf({ 'a.json': json }, { region: 'eu-north-1' }).header.regions;

  it('a peering tells its Region where both sides are in it', () => {
    const peering = (one: string, other: string) => ({
      VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1', RequesterVpcInfo: { Region: one }, AccepterVpcInfo: { Region: other } }],
    });
    expect(regionsOf(peering('us-east-1', 'us-east-1'))).toEqual(['us-east-1']);
    expect(regionsOf(peering('us-east-1', 'us-west-2'))).toEqual(['eu-north-1']);
  });

  it('an endpoint tells it by its service, unless that is of another Region', () => {
    const endpoint = { VpcEndpointId: 'vpce-1', ServiceName: 'com.amazonaws.us-east-1.s3' };
    expect(regionsOf({ VpcEndpoints: [endpoint] })).toEqual(['us-east-1']);
    expect(regionsOf({ VpcEndpoints: [{ ...endpoint, ServiceRegion: 'us-east-1' }] })).toEqual(['eu-north-1']);
  });

  it('what hangs on a row that tells it is there, too', () => {
    const subnet = { SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailabilityZone: 'us-west-2b' };
    const other = { SubnetId: 'subnet-2', VpcId: 'vpc-2', AvailabilityZone: 'us-east-1b' };
    const { sections } = inventoryOf({
      'a.json': { Subnets: [subnet, other] },
      'b.json': { InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1' }] }] },
      'c.json': {
        TransitGateways: [{ TransitGatewayId: 'tgw-1', TransitGatewayArn: 'arn:aws:ec2:us-west-2:111122223333:transit-gateway/tgw-1' }],
      },
      'd.json': { TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1' }] },
      'tgw-rtb-1.json': { Routes: [], AdditionalRoutesAvailable: false },
    });
    const there = sections.filter(({ fact, ledger, region }) => region === 'us-west-2' && fact.known && (ledger[0]?.calls ?? 0) > 0);
    expect(there.map(({ section }) => section)).toEqual(['subnets', 'internetGateways', 'transitGateways', 'transitGatewayRouteTables']);
    expect(there.at(-1)?.fact).toMatchObject({ value: [{ detail: { known: true } }] });
  });

  it('rows of two Regions in one file are two sections, and an empty list is one', () => {
    const subnets = [
      { SubnetId: 'subnet-1', AvailabilityZone: 'us-west-2b' },
      { SubnetId: 'subnet-2', AvailabilityZone: 'us-east-1a' },
    ];
    const { header, sections } = inventoryOf({ 'a.json': { Subnets: subnets } });
    expect(header.regions).toEqual(['us-east-1', 'us-west-2']);
    expect(sections.filter(({ section, fact }) => section === 'subnets' && fact.known)).toHaveLength(2);
    const empty = inventoryOf({ 'eu-west-1/a.json': { Subnets: [] } });
    expect(empty.sections.find(({ section }) => section === 'subnets')?.fact).toEqual({ known: true, value: [] });
  });
});

describe('whose files they are', () => {
  const owned = (...owners: string[]) => ({ Vpcs: owners.map((OwnerId, index) => ({ VpcId: `vpc-${index}`, OwnerId })) });
  const model = { Models: [{ ModelName: 'm', ModelArn: 'arn:aws:sagemaker:eu-west-1:444455556666:model/m' }] };
  const caller = { UserId: 'AIDA', Account: '777788889999', Arn: 'arn:aws:iam::777788889999:user/anna' };

  test.each<[name: string, folder: Folder, accounts: string[]]>([
    ['the folder', { '123456789012/eu-west-1/a.json': owned('111122223333') }, ['123456789012']],
    ['a number in a name', { 'prod-123456789012/eu-west-1/a.json': owned('111122223333') }, ['123456789012']],
    ['a time is no account', { '202601311200/eu-west-1/a.json': owned('111122223333') }, ['111122223333']],
    ['a part of an identifier is no account', { 'eu-west-1/vpc-0a123456789012ff.json': owned('111122223333') }, ['111122223333']],
    ['most owners', { 'eu-west-1/a.json': owned('111122223333', '999900001111', '111122223333') }, ['111122223333']],
    [
      'owners in another Region',
      { 'eu-west-1/a.json': owned('111122223333'), 'us-east-1/a.json': { Vpcs: [{ VpcId: 'vpc-9' }] } },
      ['111122223333'],
    ],
    [
      'what only its own account lists, before owners that share',
      { 'eu-west-1/a.json': owned('111122223333', '111122223333'), 'eu-west-1/b.json': model },
      ['444455556666'],
    ],
    [
      'the caller before all',
      { 'me.json': caller, 'eu-west-1/a.json': owned('111122223333'), 'eu-west-1/b.json': model },
      ['777788889999'],
    ],
    ['the caller of the folder above', { 'x/me.json': caller, 'x/y/eu-west-1/b.json': model }, ['777788889999']],
    [
      'two folders, two accounts',
      { 'dev/eu-west-1/a.json': owned('111122223333'), 'prod/eu-west-1/b.json': model },
      ['111122223333', '444455556666'],
    ],
    [
      'owners in another folder, where its own tells nobody',
      { 'x/eu-west-1/a.json': owned('111122223333'), 'y/eu-west-1/b.json': { Vpcs: [] } },
      ['111122223333'],
    ],
    ['Region folders are one', { 'x/eu-west-1/me.json': caller, 'x/us-east-1/a.json': owned('111122223333') }, ['777788889999']],
    ['nobody', { 'eu-west-1/a.json': { Vpcs: [{ VpcId: 'vpc-1' }] } }, ['000000000000']],
  ])('%s', (_name, folder, accounts) => expect(inventoryOf(folder).header.accounts).toEqual(accounts));
});
