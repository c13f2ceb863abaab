import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { audit } from '../../src/engine/audit.ts';
import { sectionCatalogue } from '../../src/inventory/sections.ts';
import { networkSections } from '../../src/network/network-sections.ts';
import { centralEndpoint } from '../support/central-endpoint.ts';
import { calling, closedVpc, s3Gateway, withNat, without } from '../support/closed-vpc.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { domain, mainTable, notebook, refused, securityGroup, trainingJob, vpcEndpoint } from '../support/rows.ts';

const used: Given = {
  notebookInstances: [notebook()],
  domains: [domain()],
  trainingJobs: [trainingJob('job-1', { EnableNetworkIsolation: false })],
};

/** Networks in which the checks on endpoints pass, fail, and do not apply. */
const worlds: Readonly<Record<string, Given>> = {
  'closed, with all endpoints': closedVpc,
  'closed, with none': { securityGroups: [calling], vpcEndpoints: [] },
  'closed, without STS': { ...closedVpc, vpcEndpoints: without('sts') },
  'open by NAT': { ...withNat, securityGroups: [calling], vpcEndpoints: [s3Gateway({ RouteTableIds: [] })] },
  'open by NAT, with all endpoints': { ...closedVpc, ...withNat },
  'endpoints that let nobody in': {
    ...withNat,
    securityGroups: [calling, securityGroup({ GroupId: 'sg-e', IpPermissions: [] })],
    vpcEndpoints: [vpcEndpoint('sagemaker.api', { Groups: [{ GroupId: 'sg-e' }] })],
  },
  'an endpoint without private DNS': { vpcEndpoints: [vpcEndpoint('sagemaker.api', { PrivateDnsEnabled: false })] },
  'an endpoint in another VPC': centralEndpoint('sagemaker.api', 'api.sagemaker.eu-west-1.amazonaws.com'),
  'a way to premises': { routeTables: [mainTable([{ DestinationCidrBlock: '192.168.0.0/16', GatewayId: 'vgw-1', State: 'active' }])] },
};

const asked = checks.filter(({ across }) => across.length > 0 && networkSections.every((section) => across.includes(section as never)));

function verdicts(given: Given): ReadonlyMap<string, string> {
  const { findings } = audit(inventory(given), asked, '0.0.0');
  return new Map([...findings].map(({ checkId, resource, status }) => [`${checkId} ${resource.name}`, status]));
}

describe.each(Object.entries(worlds))('%s', (_name, world) => {
  it.each(networkSections)('%s refused: no verdict but into unknown', (section) => {
    const before = verdicts({ ...used, ...world });
    const after = verdicts({ ...used, ...world, [section]: refused(sectionCatalogue[section].operation) });
    for (const [key, status] of after) if (status !== 'unknown') expect(status, key).toBe(before.get(key));
  });
});

it('asks the checks that follow the network', () => expect(asked.length).toBeGreaterThan(7));
