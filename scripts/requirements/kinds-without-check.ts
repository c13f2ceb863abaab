import type { SectionName } from '../../src/inventory/sections.ts';

/** Why a kind of resource is known, and nothing of its own asked. A reason that a check makes untrue fails the test. */
export const kindsWithoutCheck: Readonly<Partial<Record<SectionName, { readonly reason: string; readonly source: string }>>> = {
  mlflowTrackingServers: {
    reason:
      'AWS runs it and offers no setting of a network, of isolation or of an address: a VPC reaches it by the interface endpoint for experiments, and who may open it is a question of permissions (ING-8)',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeMlflowTrackingServer.html',
  },
  partnerApps: {
    reason:
      'AWS runs it and offers no setting of a network: a VPC reaches it by the interface endpoint for partner apps, and who may open it is a question of permissions',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribePartnerApp.html',
  },
};
