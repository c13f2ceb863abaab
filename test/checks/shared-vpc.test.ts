import { describe, expect, it } from 'vitest';
import type { AnyCheck } from '../../src/checks/check.ts';
import amazonLinux from '../../src/checks/internet-egress/amazon-linux-packages-through-endpoint.ts';
import s3Policy from '../../src/checks/internet-egress/s3-endpoint-policy-open.ts';
import missingZone from '../../src/checks/privatelink/sagemaker-endpoint-missing-zone.ts';
import groupWide from '../../src/checks/privatelink/sagemaker-endpoint-group-wide.ts';
import sagemakerPolicy from '../../src/checks/privatelink/sagemaker-endpoint-policy-open.ts';
import servicePolicy from '../../src/checks/privatelink/service-endpoint-policy-open.ts';
import privateDns from '../../src/checks/privatelink/vpc-endpoint-private-dns-off.ts';
import flowLogs from '../../src/checks/vpc-placement/vpc-without-flow-logs.ts';
import { audit } from '../../src/engine/audit.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { account, dnsAttributes, flowLog, notebook, refused, securityGroup, subnet, vpc, vpcEndpoint } from '../support/rows.ts';

const owner = '999988887777';
const owned = { OwnerId: owner };
const shared = { vpcs: [vpc(owned)], subnets: [subnet(owned)] };
const s3 = vpcEndpoint('s3', { VpcEndpointId: 'vpce-s3', VpcEndpointType: 'Gateway', OwnerId: owner });
const api = vpcEndpoint('sagemaker.api', { OwnerId: owner });
const sts = vpcEndpoint('sts', { VpcEndpointId: 'vpce-sts', OwnerId: owner });

/** A notebook in a subnet that another account shares, of whose VPC nothing else is seen here. */
const participant: Given = { ...shared, notebookInstances: [notebook()], vpcEndpoints: [], vpcDnsAttributes: [], flowLogs: [] };

/** Verdicts of the participant, as `status resource`, and its gaps; the owner's account was read too, if anything of it is given. */
function judged(check: AnyCheck, ofOwner: Given | undefined): readonly string[] {
  const sections =
    ofOwner === undefined ? [] : inventory({ ...shared, ...ofOwner }).sections.map((record) => ({ ...record, account: owner }));
  const whole: Inventory = { ...inventory(participant), sections: [...inventory(participant).sections, ...sections] };
  return [...audit(whole, [check], '0.0.0').findings].map(({ status, resource }) => `${status} ${resource.name} ${resource.account}`);
}

const admitting = (CidrIp: string) =>
  securityGroup({ IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp }] }] });

describe('what the owner of a shared VPC has in it is judged for those who use it', () => {
  it.each<[AnyCheck, Given, readonly string[]]>([
    [s3Policy, { vpcEndpoints: [s3] }, ['fail vpce-s3']],
    [amazonLinux, { vpcEndpoints: [s3] }, ['fail vpce-s3']],
    [sagemakerPolicy, { vpcEndpoints: [api] }, ['fail vpce-sagemaker-api']],
    [servicePolicy, { vpcEndpoints: [sts] }, ['fail vpce-sts']],
    [privateDns, { vpcEndpoints: [api], vpcDnsAttributes: [dnsAttributes('vpc-1')] }, ['pass vpce-sagemaker-api']],
    [privateDns, { vpcEndpoints: [{ ...api, PrivateDnsEnabled: false }] }, ['fail vpce-sagemaker-api']],
    [missingZone, { vpcEndpoints: [api] }, ['pass vpce-sagemaker-api']],
    [groupWide, { vpcEndpoints: [api], securityGroups: [admitting('0.0.0.0/0')] }, ['fail vpce-sagemaker-api']],
    [flowLogs, { flowLogs: [flowLog()] }, ['pass vpc-1']],
    [flowLogs, { flowLogs: [] }, ['fail vpc-1']],
  ])('$id', (check, ofOwner, expected) => {
    expect(judged(check, ofOwner)).toEqual(expected.map((each) => `${each} ${account}`));
  });

  it('an endpoint of another VPC of the owner is nobody’s here', () => {
    expect(judged(s3Policy, { vpcEndpoints: [{ ...s3, VpcId: 'vpc-2' }] })).toEqual([]);
  });

  it.each([s3Policy, amazonLinux, sagemakerPolicy, servicePolicy, privateDns, missingZone, groupWide])(
    '$id: there may be some where the owner’s endpoints were refused',
    (check) => {
      expect(judged(check, { vpcEndpoints: refused('ec2:DescribeVpcEndpoints') })).toEqual([`unknown ${account} ${account}`]);
    },
  );

  it.each<[AnyCheck, Given]>([
    [privateDns, { vpcEndpoints: [api], vpcDnsAttributes: refused('ec2:DescribeVpcAttribute') }],
    [groupWide, { vpcEndpoints: [api], securityGroups: refused('ec2:DescribeSecurityGroups') }],
    [missingZone, { vpcEndpoints: [api], subnets: refused('ec2:DescribeSubnets') }],
  ])('$id: unknown where the owner’s side of it was refused', (check, ofOwner) => {
    expect(judged(check, ofOwner)).toEqual([`unknown vpce-sagemaker-api ${account}`]);
  });

  it('flow logs: unknown where the owner’s were refused, or nobody asked the owner', () => {
    expect(judged(flowLogs, { flowLogs: refused('ec2:DescribeFlowLogs') })).toEqual([`unknown vpc-1 ${account}`]);
    expect(judged(flowLogs, undefined)).toEqual([`unknown vpc-1 ${account}`]);
  });

  it('a group that admits more than the callers seen here may admit those of others', () => {
    expect(judged(groupWide, { vpcEndpoints: [api], securityGroups: [admitting('10.0.0.0/8')] })).toEqual([
      `unknown vpce-sagemaker-api ${account}`,
    ]);
  });
});
