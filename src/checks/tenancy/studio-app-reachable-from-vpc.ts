import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import { fromSubnet } from '../../network/between.ts';
import { ingressSources } from '../../network/ingress-sources.ts';
import type { Network, Place } from '../../network/network.ts';
import { listed } from '../../network/network.ts';
import { networkSections } from '../../network/network-sections.ts';
import { placedOrigin, type Origin } from '../../network/origin.ts';
import type { Piece, ReachablePiece, UndecidedPiece } from '../../network/flow.ts';
import { trafficText } from '../../network/traffic-text.ts';
import { uniteAll } from '../../network/traffic.ts';
import { unread, type Doubt } from '../../network/doubt.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { networkAt } from '../subjects/network-at.ts';
import { pathEvidence } from '../subjects/path-evidence.ts';
import { sayWorkload } from '../subjects/say-workload.ts';
import { undecidedSteps } from '../subjects/undecided-steps.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'studio-app-reachable-from-vpc',
  title: 'Any host of the VPC can connect to Studio apps',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-4'],
  controls: [],
  description:
    'Studio apps ask nobody in the VPC for a password: whoever can open a connection to them can use them, AWS warns. So their security groups must admit ' +
    'chosen groups, and no blocks that hold whole subnets. Asked for every subnet of the VPC: can every host in it, whatever groups it carries, open a ' +
    'connection to the apps of this domain or user? Followed through security groups, network ACLs and routes. Single addresses that a rule admits ' +
    'do not count. Looked at: domains in the mode VpcOnly, with the groups of the domain and of each profile.',
  remediation:
    'Replace the inbound rules that admit the VPC’s blocks by rules that admit the security group itself, on TCP 8192-65535 (`aws ec2 ' +
    'authorize-security-group-ingress`, then `aws ec2 revoke-security-group-ingress`). Both act at once on running apps, in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  needs: ['domains', 'userProfiles'],
  consults: ['domains', 'userProfiles'],
  across: networkSections,
  *resources({ domains, userProfiles, scope }) {
    for (const workload of workloadsOf({ domains, userProfiles }, scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const { network, place } = networkAt(facts);
    const evidence: Evidence[] = [];
    const doubts: Doubt[] = [];
    const doubted: UndecidedPiece[] = [];
    for (const { subnetIds, securityGroupIds, source, subnetsPath, of } of eachKnown(workload.placements)) {
      evidence.push({ source, path: `${of}: ${subnetsPath}`, value: [...subnetIds] });
      for (const subnetId of subnetIds) {
        const origin = placedOrigin(network, place, subnetId, [...new Set(securityGroupIds)].sort(), false);
        if (origin.value === undefined) {
          doubts.push(origin.doubt);
          continue;
        }
        const { open, unsure, doubt } = hosts(network, place, origin.value);
        if (open !== undefined) {
          const what = trafficText(uniteAll(open.pieces.map(({ traffic }) => traffic)));
          const path = open.pieces[0]?.path() ?? [];
          const said = `every host in ${open.subnetId} can connect to apps of the ${sayWorkload(workload)} in ${subnetId} by ${what}`;
          return fail(said, [{ source, path: `${of}: ${subnetsPath}`, value: [...subnetIds] }, ...pathEvidence(path)], path);
        }
        doubted.push(...unsure);
        if (doubt !== undefined) doubts.push(doubt);
      }
    }
    const [reason] = workload.unresolved;
    if (reason !== undefined) return unknown(`cannot tell where apps of the ${sayWorkload(workload)} run: ${reason}`);
    if (workload.placements.length === 0) return notApplicable('the domain is not VpcOnly: its apps are in no VPC of yours');
    const all = [...doubts, ...doubted.flatMap((piece) => piece.doubts)];
    if (all.length === 0) return pass(`no whole subnet of the VPC can connect to apps of the ${sayWorkload(workload)}`, evidence);
    const needs = [...new Set(all.map(({ settledBy }) => settledBy))].slice(0, 3).join('; ');
    const [first] = doubted;
    const gaps = [...new Set(all.flatMap(({ gap }) => gap ?? []))];
    return unknown(
      `cannot prove that hosts of the VPC are kept from the apps: needs ${needs}`,
      evidence,
      first === undefined ? [] : undecidedSteps(first),
      gaps,
    );
  },
});

interface Hosts {
  /** A subnet of which every host gets in. */
  readonly open: { readonly subnetId: string; readonly pieces: readonly ReachablePiece[] } | undefined;
  readonly unsure: readonly UndecidedPiece[];
  /** Why there may be subnets that are not seen. */
  readonly doubt: Doubt | undefined;
}

const computed = new WeakMap<Network, Map<string, Hosts>>();

/** Who gets to apps that are placed like this, asked once for all that are placed alike. */
function hosts(network: Network, place: Place, to: Origin): Hosts {
  let known = computed.get(network);
  if (known === undefined) computed.set(network, (known = new Map()));
  const key = [place.account, place.region, to.subnetId, ...to.groupIds].join(' ');
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = ask(network, place, to)));
  return answer;
}

function ask(network: Network, place: Place, to: Origin): Hosts {
  const { addresses, anybody } = ingressSources(network, place, to.groupIds);
  const fact = place.facts.subnets;
  const doubt = fact.known ? undefined : unread(`the subnets of ${to.vpcId}`, fact.gap);
  // Rules that admit no addresses, but groups only, admit nobody for where he is.
  if (!anybody && addresses[4].length === 0 && addresses[6].length === 0) return { open: undefined, unsure: [], doubt: undefined };
  const unsure: UndecidedPiece[] = [];
  for (const { SubnetId = '', VpcId } of listed(place, 'subnets')) {
    if (VpcId !== to.vpcId) continue;
    const pieces = fromSubnet(network, place, SubnetId, to);
    const open = pieces.filter((piece): piece is ReachablePiece => piece.verdict === 'reachable');
    if (open.length > 0) return { open: { subnetId: SubnetId, pieces: open }, unsure: [], doubt: undefined };
    unsure.push(...pieces.filter(isRealDoubt));
  }
  return { open: undefined, unsure, doubt };
}

/** That some hosts of a subnet are admitted and others are not is no doubt about the subnet. */
function isRealDoubt(piece: Piece): piece is UndecidedPiece {
  return piece.verdict === 'undecided' && piece.doubts.some(({ code }) => code !== 'ADDRESS_UNKNOWN');
}
