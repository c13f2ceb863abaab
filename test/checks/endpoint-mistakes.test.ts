import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { audit } from '../../src/engine/audit.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { centralEndpoint } from '../support/central-endpoint.ts';
import { calling, closedVpc, s3Gateway, s3Route, withNat, without } from '../support/closed-vpc.ts';
import { inventory } from '../support/inventory.ts';
import { privateHostedZone } from '../support/rows-names.ts';
import { domain, mainTable, notebook, securityGroup, subnet, subnetTable, trainingJob, vpcEndpoint } from '../support/rows.ts';

/** The verdict of one check on one resource, with all checks at work as in an audit. */
function verdict(whole: Inventory, checkId: string, name: string): string | undefined {
  return [...audit(whole, checks, '0.0.0').findings].find((finding) => finding.checkId === checkId && finding.resource.name === name)
    ?.status;
}

const used = { notebookInstances: [notebook('nb')] };
const api = (given: object = {}) => vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', ...given });
const host = 'api.sagemaker.eu-west-1.amazonaws.com';
const inZone = (id: string, zone: string, block: string) => subnet({ SubnetId: id, AvailabilityZoneId: zone, CidrBlock: block });
const closedDoor = {
  vpcEndpoints: [api({ Groups: [{ GroupId: 'sg-e' }] })],
  securityGroups: [calling, securityGroup({ GroupId: 'sg-e', IpPermissions: [] })],
};
const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

/** What other tools, and people in a hurry, take an endpoint for; and what is right. */
const mistakes: readonly (readonly [who: string, says: string, whole: Inventory, check: string, resource: string, right: string])[] = [
  [
    'Prowler',
    'an endpoint with two subnets is in enough zones, whichever the workloads use: pass',
    inventory({
      ...used,
      subnets: [subnet(), inZone('subnet-2', 'euw1-az2', '10.0.2.0/24'), inZone('subnet-3', 'euw1-az3', '10.0.3.0/24')],
      vpcEndpoints: [api({ SubnetIds: ['subnet-2', 'subnet-3'] })],
    }),
    'sagemaker-endpoint-missing-zone',
    'vpce-1',
    'fail',
  ],
  [
    'Prowler',
    'an endpoint with one subnet is in too few zones, also where all workloads are in that one: fail',
    inventory({ ...used, vpcEndpoints: [api()] }),
    'sagemaker-endpoint-missing-zone',
    'vpce-1',
    'pass',
  ],
  [
    'Config',
    'an endpoint is there, and lets nobody in: pass',
    inventory({ ...used, ...closedDoor }),
    'workload-cut-off-from-sagemaker-endpoint',
    'nb',
    'fail',
  ],
  [
    'people',
    'a closed endpoint does no harm beside a NAT gateway, since calls fall back to it',
    inventory({ ...used, ...withNat, ...closedDoor }),
    'workload-cut-off-from-sagemaker-endpoint',
    'nb',
    'fail',
  ],
  [
    'a check for any security group',
    'an endpoint with a security group is guarded: pass',
    inventory({
      ...used,
      vpcEndpoints: [api()],
      securityGroups: [securityGroup({ IpPermissions: [{ ...https, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })],
    }),
    'sagemaker-endpoint-group-wide',
    'vpce-1',
    'fail',
  ],
  [
    'Config',
    'an S3 endpoint in the VPC is one for all of its tables: pass',
    inventory({ ...used, vpcEndpoints: [s3Gateway()], routeTables: [mainTable([s3Route]), subnetTable('subnet-1')] }),
    'vpc-without-s3-endpoint',
    'vpc-1',
    'fail',
  ],
  [
    'every peer with such a check',
    'private DNS is off, and a private hosted zone stands for it (trap 19): fail',
    inventory({
      ...used,
      vpcEndpoints: [api({ PrivateDnsEnabled: false })],
      privateHostedZones: [
        privateHostedZone(host, [
          { Name: `${host}.`, Type: 'A', AliasTarget: { DNSName: 'vpce-1-4ac1e6d2.api.sagemaker.eu-west-1.vpce.amazonaws.com.' } },
        ]),
      ],
    }),
    'vpc-endpoint-private-dns-off',
    'vpce-1',
    'pass',
  ],
  [
    'people',
    'private DNS is off, since a zone is there, of a VPC that knows no private names or of another VPC (trap 19): pass',
    inventory({
      ...used,
      vpcEndpoints: [api({ PrivateDnsEnabled: false })],
      privateHostedZones: [privateHostedZone(host, [], { VpcId: 'vpc-2' })],
    }),
    'vpc-endpoint-private-dns-off',
    'vpce-1',
    'fail',
  ],
  [
    'every peer with such a check',
    'the endpoint is in the central VPC, so this one has none (trap 20): fail',
    inventory({ ...used, ...centralEndpoint('sagemaker.api', host) }),
    'vpc-without-sagemaker-api-endpoint',
    'vpc-1',
    'pass',
  ],
  [
    'people',
    'the endpoint is in the central VPC, and a zone leads there, but no route does (trap 20): pass',
    inventory({ ...used, ...centralEndpoint('sagemaker.api', host), routeTables: [mainTable()] }),
    'vpc-without-sagemaker-api-endpoint',
    'vpc-1',
    'fail',
  ],
  [
    'every peer',
    'a closed VPC is safe, and whether anything works in it no concern (trap 24): pass',
    inventory({ domains: [domain()], ...closedVpc, vpcEndpoints: without('api', 'runtime') }),
    'workload-cut-off-from-needed-service',
    'd-1',
    'fail',
  ],
  [
    'people',
    'a public subnet gives a job the internet (trap 24): it works',
    inventory({
      trainingJobs: [trainingJob()],
      securityGroups: [calling],
      vpcEndpoints: [],
      routeTables: [mainTable([{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' }])],
    }),
    'workload-cut-off-from-needed-service',
    'job-1',
    'fail',
  ],
];

describe('where others are mistaken about endpoints', () => {
  it.each(mistakes)('%s: %s', (_who, _says, whole, check, resource, right) => {
    expect(verdict(whole, check, resource) ?? 'silent').toBe(right);
  });
});
