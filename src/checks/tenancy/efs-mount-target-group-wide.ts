import type { Evidence } from '../../core/evidence.ts';
import { readPolicy } from '../../iam/policy-document.ts';
import { reachableByAnybody } from '../../iam/reachable-by-anybody.ts';
import { eachKnown, known, missing, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Domain } from '../../inventory/sections/domains.ts';
import type { FileSystemPolicy } from '../../inventory/sections/file-system-policies.ts';
import type { MountTarget } from '../../inventory/sections/mount-targets.ts';
import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import type { UserProfile } from '../../inventory/sections/user-profiles.ts';
import { ruleValues } from '../../network/rule-values.ts';
import { defineCheck } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeSecurityGroups';

/** https://docs.aws.amazon.com/efs/latest/ug/network-access.html */
const nfs = 2049;

/** Enough to see what has to be changed. */
const shown = 4;

export default defineCheck({
  id: 'efs-mount-target-group-wide',
  title: 'Files of Studio users can be mounted by other hosts of the VPC',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-9'],
  controls: [],
  description:
    'A file system of a domain holds the homes of all its users, and a host that mounts it says itself which user it is, root included. Who may connect, the ' +
    'security groups of its mount targets say: SageMaker makes them for the apps of the domain alone (security-group-for-inbound-nfs-DOMAIN, ' +
    'which admits security-group-for-outbound-nfs-DOMAIN). A finding is a rule that admits NFS from a block of addresses, or, to the homes of a domain, ' +
    'from a group that neither the domain nor its users carry, as of a bastion. Where the policy of the file system lets nobody mount it without ' +
    'credentials, rules alone open nothing.',
  remediation:
    'Remove the rule in place: `aws ec2 revoke-security-group-ingress --group-id …`. A file system policy that denies `elasticfilesystem:ClientMount` without ' +
    'credentials is another way, where SageMaker is not cut off by it.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-tasks-manage-storage.html',
    'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
    'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  ],
  needs: ['mountTargets'],
  consults: ['mountTargets', 'domains', 'userProfiles', 'securityGroups', 'fileSystemPolicies'],
  *resources({ mountTargets, scope: { partition, account, region } }) {
    const byFileSystem = new Map<string, MountTarget[]>();
    for (const target of rowsToName(mountTargets)) {
      const { FileSystemId: id = '' } = target.summary;
      byFileSystem.set(id, [...(byFileSystem.get(id) ?? []), target]);
    }
    for (const [name, targets] of byFileSystem) {
      const arn = `arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${name}`;
      yield known({ resource: { type: 'AWS::EFS::FileSystem', name, arn, account, region }, about: { name, arn, targets } });
    }
  },
  evaluate({ name, arn, targets }, { domains, userProfiles, securityGroups, fileSystemPolicies, mountTargets, scope }) {
    const homes = [...eachHome(name, domains)];
    const groups = indexBy(need(securityGroups), groupIdOf);
    const wide: NfsSource[] = [];
    const unsure: NfsSource[] = [];
    const unseen: string[] = [];
    const used = new Set<string>();
    for (const { SecurityGroups } of eachKnown(targets.map(({ detail }) => detail))) {
      for (const id of SecurityGroups) {
        if (used.has(id)) continue;
        used.add(id);
        const group = groups.get(id);
        if (group?.IpPermissions === undefined) unseen.push(id);
        else for (const each of nfsSources(group)) (each.of === 'unknown' ? unsure : each.of === 'block' ? wide : []).push(each);
      }
    }
    if (homes.length > 0) {
      const own = carriedBy(homes, domains, userProfiles);
      for (const id of used) {
        for (const each of nfsSources(groups.get(id))) {
          if (each.of !== 'group' || own.ids.has(each.whom) || each.whom === id) continue;
          if (isMadeForDomain(groups.get(each.whom), homes)) continue;
          // A profile that could not be read may carry it.
          if (own.hidden !== undefined) need(own.hidden);
          wide.push(each);
        }
      }
    }
    const [first, ...others] = wide.map(evidenceOf);
    if (first !== undefined) {
      const mounts = anonymousMount(name, arn, fileSystemPolicies, scope.region);
      if (mounts === 'closed') return pass('the policy of the file system lets nobody mount it without credentials', [first]);
      if (mounts === 'unknown') {
        return unknown('rules admit other hosts, and cannot tell whether the policy of the file system lets them mount it', [first]);
      }
      const from = [...new Set(wide.map(({ whom }) => whom))];
      const said = from.length > 2 ? `${from.slice(0, 2).join(', ')} and ${from.length - 2} more` : from.join(' and ');
      return fail(`hosts in ${said} can mount the file system, as any user`, [first, ...others.slice(0, shown - 1)]);
    }
    const [hidden] = unseen;
    if (hidden !== undefined) return unknown(`the rules of ${hidden} are not visible here`);
    if (unsure.length > 0) return unknown('a rule has a protocol that this version does not know', unsure.slice(0, shown).map(evidenceOf));
    need(mountTargets);
    return pass(
      'its mount targets admit nobody but apps of the domain',
      [...used].map((id): Evidence => {
        const count = groups.get(id)?.IpPermissions?.length ?? 0;
        return { source, path: `${id}: IpPermissions`, value: count === 1 ? '1 rule' : `${count} rules` };
      }),
    );
  },
});

/** The domains whose homes a file system holds. @throws MissingFact where one could not be read */
function* eachHome(fileSystem: string, domains: Fact<readonly Domain[]>): Generator<string, void> {
  for (const { DomainId, HomeEfsFileSystemId } of eachKnown(need(domains).map(({ detail }) => detail))) {
    if (HomeEfsFileSystemId === fileSystem && DomainId !== undefined) yield DomainId;
  }
}

interface NfsSource {
  readonly of: 'block' | 'group' | 'unknown';
  /** The block or the group; the protocol where that is what is not known. */
  readonly whom: string;
  readonly path: string;
}

function evidenceOf({ whom, path }: NfsSource): Evidence {
  return { source, path, value: whom };
}

/** From where the rules of a group admit NFS. */
function* nfsSources(group: SecurityGroup | undefined): Generator<NfsSource, void> {
  for (const [index, rule] of (group?.IpPermissions ?? []).entries()) {
    const values = ruleValues(rule.IpProtocol, { from: rule.FromPort, to: rule.ToPort }, 4);
    const base = `${group?.GroupId ?? ''}: IpPermissions[${index}]`;
    if (values === undefined) {
      yield { of: 'unknown', whom: rule.IpProtocol ?? '', path: `${base}.IpProtocol` };
      continue;
    }
    if (!values.tcp.some(({ first, last }) => first <= nfs && nfs <= last)) continue;
    const blocks = [
      ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
      ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
      ...(rule.PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId),
    ];
    for (const whom of blocks) yield { of: 'block', whom: whom ?? '', path: base };
    for (const { GroupId } of rule.UserIdGroupPairs ?? []) yield { of: 'group', whom: GroupId ?? '', path: base };
  }
}

/** The groups that apps of domains carry; and what may hide more. */
function carriedBy(
  homes: readonly string[],
  domains: Fact<readonly Domain[]>,
  profiles: Fact<readonly UserProfile[]>,
): { readonly ids: ReadonlySet<string>; readonly hidden: Fact<never> | undefined } {
  const ofDomains = need(domains).flatMap(({ detail }) => {
    if (!detail.known || !homes.includes(detail.value.DomainId ?? '')) return [];
    const { DefaultUserSettings, DefaultSpaceSettings, DomainSettings, SecurityGroupIdForDomainBoundary } = detail.value;
    return [
      ...(DefaultUserSettings?.SecurityGroups ?? []),
      ...(DefaultSpaceSettings?.SecurityGroups ?? []),
      ...(DomainSettings?.SecurityGroupIds ?? []),
      SecurityGroupIdForDomainBoundary ?? '',
    ];
  });
  let hidden: Fact<never> | undefined = profiles.known ? undefined : missing(profiles.gap);
  const ofProfiles = [...rowsToName(profiles)].flatMap(({ summary, detail }) => {
    if (!homes.includes(summary.DomainId ?? '')) return [];
    if (!detail.known) hidden ??= missing(detail.gap);
    return detail.known ? (detail.value.UserSettings?.SecurityGroups ?? []) : [];
  });
  return { ids: new Set([...ofDomains, ...ofProfiles]), hidden };
}

/** SageMaker makes a pair of groups for each domain. https://docs.aws.amazon.com/sagemaker/latest/dg/gs-studio-delete-domain.html */
function isMadeForDomain(group: SecurityGroup | undefined, homes: readonly string[]): boolean {
  return homes.some((domain) => new RegExp(`^security-group-for-(in|out)bound-nfs-${domain}$`).test(group?.GroupName ?? ''));
}

/** May a host mount the file system without credentials? https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function anonymousMount(
  name: string,
  resource: string,
  policies: Fact<readonly FileSystemPolicy[]>,
  region: string,
): 'open' | 'closed' | 'unknown' {
  const row = need(policies).find(({ summary }) => summary.FileSystemId === name);
  if (row === undefined) return 'unknown';
  const { Policy } = need(row.detail);
  if (Policy === null) return 'open';
  const { kind } = reachableByAnybody(
    { name, document: readPolicy(Policy, 'resource') },
    {
      action: 'elasticfilesystem:ClientMount',
      resource,
      region,
      fromVpc: true,
      says: { 'elasticfilesystem:accessedviamounttarget': 'true' },
    },
  );
  return kind === 'possible' ? 'open' : kind === 'impossible' ? 'closed' : 'unknown';
}

const groupIdOf = ({ GroupId }: SecurityGroup): string | undefined => GroupId;
