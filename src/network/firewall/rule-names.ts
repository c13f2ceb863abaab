import type { AddressSet, IpFamily } from '../address-set.ts';
import { intersect, subtract, union } from '../address-set.ts';
import { everyAddress } from '../every-address.ts';
import type { Network, Place } from '../network.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { vpcAddresses } from '../router.ts';
import { vpcOfFirewall, type FirewallPolicy, type RuleGroup } from './policy-rows.ts';
import { ruleAddresses, type Bounds, type Names } from './rule-expression.ts';

/**
 * What the names in a rule group's rules stand for: what the group says, otherwise what the policy says. HOME_NET is otherwise the firewall's
 * own VPC, and EXTERNAL_NET everything but HOME_NET.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/troubleshooting-rules.html
 */
export function ruleNames(
  network: Network,
  place: Place,
  firewallArn: string,
  policy: FirewallPolicy,
  group: RuleGroup,
  family: IpFamily,
): Names {
  const own = group.RuleVariables?.IPSets ?? {};
  const shared = policy.PolicyVariables?.RuleVariables ?? {};
  const lists = prefixListEntries(place.facts.prefixLists);
  const names: Names = {
    addresses: (name) => {
      const definition = own[name] ?? shared[name];
      if (definition !== undefined) return definition.Definition ?? [];
      if (name === 'HOME_NET') return homeNet(network, firewallArn, family);
      return name === 'EXTERNAL_NET' ? externalNet() : undefined;
    },
    lists: (name) => {
      const id = group.ReferenceSets?.IPSetReferences?.[name]?.ReferenceArn?.split('/').at(-1);
      const entries = id?.startsWith('pl-') === true ? lists(id) : undefined;
      return entries?.known === true ? entries.value : undefined;
    },
    ports: (name) => group.RuleVariables?.PortSets?.[name]?.Definition,
  };
  // Where the group alone redefines HOME_NET, AWS does not say of which of the two EXTERNAL_NET is the rest.
  const externalNet = (): Bounds<AddressSet> => {
    const home = ruleAddresses('!$HOME_NET', family, names);
    if (own['HOME_NET'] === undefined) return home;
    const outer = shared['HOME_NET']?.Definition;
    const other =
      outer === undefined ? negated(homeNet(network, firewallArn, family), family) : ruleAddresses(`![${outer.join(',')}]`, family, names);
    return { must: intersect(home.must, other.must), may: union([...home.may, ...other.may]) };
  };
  return names;
}

function homeNet(network: Network, firewallArn: string, family: IpFamily): Bounds<AddressSet> {
  const vpc = vpcOfFirewall(network, firewallArn);
  const blocks = vpc === undefined ? undefined : vpcAddresses(network, vpc.place, vpc.vpcId, family);
  if (blocks === undefined) return { must: [], may: everyAddress[family] };
  const addresses = union(blocks);
  return { must: addresses, may: addresses };
}

function negated({ must, may }: Bounds<AddressSet>, family: IpFamily): Bounds<AddressSet> {
  return { must: subtract(everyAddress[family], may), may: subtract(everyAddress[family], must) };
}
