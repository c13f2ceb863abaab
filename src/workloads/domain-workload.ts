import { known, type Fact } from '../inventory/fact.ts';
import type { Domain, DomainDetail } from '../inventory/sections/domains.ts';
import { studioGroups } from './studio-groups.ts';
import { unread, type Placed } from './placed.ts';
import { appConnections, outsideSubnets } from './studio-mode.ts';
import type { Where } from './where.ts';
import type { Workload, WorkloadPlacement } from './workload.ts';

const source = 'sagemaker:DescribeDomain';

/** A Studio domain: where the apps of those users and shared spaces run that set nothing of their own. */
export function domainWorkload(domain: Domain, where: Where): Workload {
  const { detail } = domain;
  return {
    kind: 'domain',
    resource: domainResource(domain, where),
    isolation: [],
    lifecycle: 'configured',
    ...(detail.known ? placed(detail.value) : unread(detail.gap)),
  };
}

/** The domain as the resource of a finding. */
export function domainResource({ summary }: Domain, { account, region }: Where) {
  return { type: 'AWS::SageMaker::Domain', name: summary.DomainId ?? '', arn: summary.DomainArn ?? '', account, region };
}

function placed(domain: DomainDetail): Placed {
  const placements = [...appPlacements(domain)];
  const outside = outsideSubnets(domain);
  if (outside !== undefined) return outside;
  const connections = appConnections(domain, placements);
  if ((domain.SubnetIds ?? []).length > 0) return { placements, connections, unresolved: [] };
  const reason = 'AWS named no subnets of the domain';
  const ground = { source, path: 'SubnetIds', value: null, of: domain.DomainId ?? '' };
  return { placements, connections: [known({ kind: 'unknown', ground, reason }), ...connections], unresolved: [reason] };
}

/** One placement for the apps of users, and one for those of shared spaces where they carry other groups. */
function* appPlacements(domain: DomainDetail): Generator<Fact<WorkloadPlacement>, void> {
  const where = { subnetIds: domain.SubnetIds ?? [], source, subnetsPath: 'SubnetIds', of: domain.DomainId ?? '' };
  yield known({ ...where, ...studioGroups(domain, 'DefaultUserSettings') });
  if ((domain.DefaultSpaceSettings?.SecurityGroups ?? []).length > 0)
    yield known({ ...where, ...studioGroups(domain, 'DefaultSpaceSettings') });
}
