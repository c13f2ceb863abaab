import { appId } from '../inventory/app-id.ts';
import { known, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { App } from '../inventory/sections/apps.ts';
import type { Domain, DomainDetail } from '../inventory/sections/domains.ts';
import type { Space } from '../inventory/sections/spaces.ts';
import type { UserProfile } from '../inventory/sections/user-profiles.ts';
import { unresolvedPosture } from './container-part.ts';
import { unread, type Placed } from './placed.ts';
import { studioGroups } from './studio-groups.ts';
import { appConnections, outsideSubnets } from './studio-mode.ts';
import { profilePlaced } from './user-profile-workload.ts';
import type { Where } from './where.ts';
import type { Workload, WorkloadPlacement } from './workload.ts';

/** What tells where an app runs: whose it is, and of which domain. */
export interface StudioParts {
  readonly domains: Fact<readonly Domain[]>;
  readonly userProfiles: Fact<readonly UserProfile[]>;
  readonly spaces: Fact<readonly Space[]>;
}

/**
 * Apps that carry the groups of their user or space, and no others. RStudio has groups between its server and its sessions beside.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RStudioServerProDomainSettings.html
 */
const plain = new Set<string | undefined>([
  'JupyterServer',
  'KernelGateway',
  'JupyterLab',
  'CodeEditor',
  'Canvas',
  'TensorBoard',
  'DetailedProfiler',
]);

/** Is there something of it that runs? A deleted app is still listed for a day, and one that failed never started. */
export function isThere({ Status }: App): boolean {
  return Status !== 'Deleted' && Status !== 'Failed';
}

/**
 * An app of Studio that runs now: where the domain has its apps, with the groups of its user. In a private space it is its owner's, in a shared one
 * it takes the default space settings of the domain, and those of no user.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DefaultSpaceSettings.html
 */
export function appWorkload(app: App, parts: StudioParts, where: Where): Workload {
  const { partition, account, region } = where;
  const name = appId(app);
  return {
    kind: 'studio-app',
    resource: { type: 'AWS::SageMaker::App', name, arn: `arn:${partition}:sagemaker:${region}:${account}:app/${name}`, account, region },
    lifecycle: 'running',
    isolation: [],
    ...placed(app, parts),
  };
}

function placed(app: App, { domains, userProfiles, spaces }: StudioParts): Placed {
  const { DomainId, SpaceName, AppType } = app;
  if (!plain.has(AppType))
    return lost(app, `AWS does not document which security groups an app of type ${AppType ?? 'unknown'} carries`, 'AppType');
  if (SpaceName === undefined) return ofUser(app, app.UserProfileName, domains, userProfiles);
  if (!spaces.known) return unread(spaces.gap);
  const space = indexBy(spaces.value, spaceKey).get(`${DomainId ?? ''}/${SpaceName}`)?.summary;
  if (space === undefined) return lost(app, `its space ${SpaceName} does not exist any more`, 'SpaceName');
  const sharing = space.SpaceSharingSettingsSummary?.SharingType;
  if (sharing === 'Private') return ofUser(app, space.OwnershipSettingsSummary?.OwnerUserProfileName, domains, userProfiles);
  if (sharing === 'Shared') return ofSharedSpace(app, domains);
  return lost(app, `AWS did not say whether its space ${SpaceName} is shared`, 'SpaceName');
}

function ofUser(app: App, user: string | undefined, domains: Fact<readonly Domain[]>, userProfiles: Fact<readonly UserProfile[]>): Placed {
  if (!userProfiles.known) return unread(userProfiles.gap);
  const profile = indexBy(userProfiles.value, profileKey).get(`${app.DomainId ?? ''}/${user ?? ''}`);
  if (profile !== undefined) return profilePlaced(profile, domains);
  return lost(app, `the user profile ${user ?? ''}, whose it is, does not exist any more`, 'UserProfileName');
}

function ofSharedSpace(app: App, domains: Fact<readonly Domain[]>): Placed {
  if (!domains.known) return unread(domains.gap);
  const domain = indexBy(domains.value, domainKey).get(app.DomainId ?? '');
  if (domain === undefined) return lost(app, `its domain ${app.DomainId ?? ''} does not exist any more`, 'DomainId');
  if (!domain.detail.known) return unread(domain.detail.gap);
  const { value } = domain.detail;
  return outsideSubnets(value) ?? inSubnets(value);
}

function inSubnets(domain: DomainDetail): Placed {
  const placement: WorkloadPlacement = {
    subnetIds: domain.SubnetIds ?? [],
    source: 'sagemaker:DescribeDomain',
    subnetsPath: 'SubnetIds',
    of: domain.DomainId ?? '',
    ...studioGroups(domain, 'DefaultSpaceSettings'),
  };
  const placements = [known(placement)];
  return { placements, connections: appConnections(domain, placements), unresolved: [] };
}

function lost(app: App, reason: string, path: string): Placed {
  const { placements, connections, unresolved } = unresolvedPosture(reason, { source: 'sagemaker:ListApps', path, of: appId(app) });
  return { placements, connections, unresolved };
}

const spaceKey = ({ summary }: Space): string => `${summary.DomainId ?? ''}/${summary.SpaceName ?? ''}`;
const profileKey = ({ summary }: UserProfile): string => `${summary.DomainId ?? ''}/${summary.UserProfileName ?? ''}`;
const domainKey = ({ summary }: Domain): string => summary.DomainId ?? '';
