import type { Evidence } from '../../core/evidence.ts';
import { known, MissingFact, need } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { networkSections } from '../../network/network-sections.ts';
import { trafficText } from '../../network/traffic-text.ts';
import { uniteAll } from '../../network/traffic.ts';
import { userProfileWorkload } from '../../workloads/user-profile-workload.ts';
import type { WorkloadPlacement } from '../../workloads/workload.ts';
import { defineCheck } from '../check.ts';
import { networkAt } from '../subjects/network-at.ts';
import { pathEvidence } from '../subjects/path-evidence.ts';
import { neighboursOf, waysIn } from '../subjects/studio-neighbours.ts';
import { undecidedSteps } from '../subjects/undecided-steps.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'user-profile-shared-security-group',
  title: 'Apps of other Studio users can connect to those of the user',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-3'],
  controls: [],
  description:
    'Studio apps need a security group that admits itself, for the apps of one user talk to each other. Where the apps of several users carry that group, or ' +
    'a rule admits the subnets of all of them, each user reaches the Jupyter servers of the others, which ask for no password. The question is followed ' +
    'through the network and not read off the ids of groups: outbound and inbound rules, network ACLs and routes between the subnets, group by group. Groups of ' +
    'the domain count for every profile: a profile adds to them and does not replace them. Looked at: domains in the mode VpcOnly; in the other mode ' +
    'groups do not apply to apps.',
  remediation:
    'Create a security group for each profile that admits itself on TCP 8192-65535, and take the rule that admits itself, or the blocks of the subnets, out of ' +
    'the group of the domain. Delete the apps of the profile, then call `aws sagemaker update-user-profile --user-settings SecurityGroups=…`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html',
  ],
  needs: ['userProfiles'],
  consults: ['userProfiles', 'domains'],
  across: networkSections,
  *resources(facts) {
    const { userProfiles, domains, scope } = facts;
    const profiles = [...rowsToName(userProfiles)].map((profile) => userProfileWorkload(profile, domains, scope));
    const { network, place } = networkAt(facts);
    const neighbours = neighboursOf(profiles, network, place, userProfiles.known ? undefined : userProfiles.gap);
    for (const profile of profiles) yield known({ resource: profile.resource, about: { profile, neighbours } });
  },
  evaluate({ profile, neighbours }) {
    const { name } = profile.resource;
    const [placement] = profile.placements;
    if (placement === undefined) {
      const [reason] = profile.unresolved;
      if (reason !== undefined) return unknown(`cannot tell which groups the profile has: ${reason}`);
      return notApplicable('the domain is not VpcOnly: its security groups do not apply to apps');
    }
    const placed = need(placement);
    if (placed.securityGroupIds.length === 0) return unknown('neither the profile nor its domain names a security group');
    const evidence = groupEvidence(placed);
    const others = neighbours.classes.some(({ names }) => names.some((other) => other !== name));
    const alone = !others && neighbours.hidden === undefined && neighbours.unresolved.length === 0 && neighbours.doubts.length === 0;
    // Nobody else is there: whatever the groups admit, nobody comes from them.
    if (alone) return pass('no other profile has apps in a VPC', evidence);

    const { open, doubted } = waysIn(neighbours, name);
    const [way] = open;
    if (way !== undefined) {
      const who = sayOthers([...new Set(open.flatMap(({ names }) => names))]);
      const same = open.filter(({ from, to }) => from === way.from && to === way.to);
      const what = trafficText(uniteAll(same.map(({ piece }) => piece.traffic)));
      const path = way.piece.path();
      return fail(
        `apps of ${who} can connect to its apps by ${what}, from ${way.from.subnetId}`,
        [...evidence, ...pathEvidence(path)],
        path,
      );
    }
    if (doubted.length > 0) {
      const doubts = doubted.flatMap(({ piece }) => piece.doubts);
      const reasons = [...new Set(doubts.map(({ settledBy }) => settledBy))].slice(0, 3);
      const who = sayOthers([...new Set(doubted.flatMap(({ names }) => names))]);
      const gaps = doubts.flatMap(({ gap }) => gap ?? []);
      const path = doubted[0] === undefined ? [] : undecidedSteps(doubted[0].piece);
      return unknown(`cannot prove that apps of ${who} are kept from its apps: needs ${reasons.join('; ')}`, evidence, path, [
        ...new Set(gaps),
      ]);
    }
    // A profile that could not be read might be placed so that it gets here.
    if (neighbours.hidden !== undefined) throw MissingFact.of(neighbours.hidden);
    if (neighbours.unresolved.length > 0) return unknown(`cannot tell where the apps of ${sayOthers(neighbours.unresolved)} are`, evidence);
    const [doubt] = neighbours.doubts;
    if (doubt !== undefined) {
      const gaps = neighbours.doubts.flatMap(({ gap }) => gap ?? []);
      return unknown(`cannot follow the apps of all profiles: needs ${doubt.settledBy}`, evidence, [], [...new Set(gaps)]);
    }
    return pass('no app of another user can connect to its apps', evidence);
  },
});

function groupEvidence({ groupsFrom }: WorkloadPlacement): readonly [Evidence, ...Evidence[]] {
  const rows = groupsFrom.map(({ ids, source, path, of }): Evidence => ({ source, path: `${of}: ${path}`, value: [...ids] }));
  const [first, ...rest] = rows;
  return first === undefined
    ? [{ source: 'sagemaker:DescribeUserProfile', path: 'UserSettings.SecurityGroups', value: null }]
    : [first, ...rest];
}

function sayOthers(others: readonly string[]): string {
  return others.length === 1 ? (others[0] ?? '') : `${others.length} other profiles`;
}
