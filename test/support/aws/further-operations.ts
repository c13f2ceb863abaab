import { AwsError } from './aws-error.ts';
import { cutList, markerList, tokenList, type ListParts } from './cut-list.ts';
import { furtherKinds, type FurtherCollection } from './further-resources.ts';
import { at, text, type Answer, type Call, type Handler, type Item } from './handler.ts';
import { hostedZonesByVpc, resourceRecordSets } from './hosted-zones.ts';
import { transitGatewayRoutes } from './transit-gateway-routes.ts';

/** The rows of a collection in the Region of the call. */
const held = (call: Call, collection: FurtherCollection): readonly Item[] => call.account.regions[call.region]?.[collection] ?? [];

/** A list of all rows that have what the input asks for in these members. */
function listOf(collection: FurtherCollection, parts: ListParts, filters: readonly string[] = []): Handler {
  return (call) =>
    cutList(
      call,
      held(call, collection).filter((row) =>
        filters.every((member) => call.input[member] === undefined || row[member] === call.input[member]),
      ),
      parts,
    );
}

/** One resource, by the member of the input that holds its key. */
function one(collection: FurtherCollection, input: string, code: string): Handler {
  const [key = ''] = furtherKinds[collection].keys;
  return (call) => {
    const found = held(call, collection).find((row) => at(row, key) === call.input[input]);
    if (found === undefined) throw notThere(code, text(call.input, input));
    return found;
  };
}

const notThere = (code: string, name = ''): AwsError => new AwsError(code, `${name} does not exist`);
const notFound = 'ResourceNotFoundException';

function firewalls(call: Call): Answer {
  const names = held(call, 'Firewalls').map(({ Firewall }) => {
    const { FirewallName, FirewallArn } = Firewall as Item;
    return { FirewallName, FirewallArn };
  });
  return cutList(call, names, tokenList('Firewalls'));
}

function firewallRules(call: Call): Answer {
  const id = text(call.input, 'FirewallRuleGroupId');
  const rules = held(call, 'FirewallRules').filter(({ FirewallRuleGroupId }) => FirewallRuleGroupId === id);
  // A group is there where it is used or has a rule.
  const used = held(call, 'FirewallRuleGroupAssociations').some(({ FirewallRuleGroupId }) => FirewallRuleGroupId === id);
  if (rules.length === 0 && !used) throw notThere(notFound, id);
  return cutList(call, rules, tokenList('FirewallRules'));
}

/** Of lists that AWS manages nobody sees the domains. */
function firewallDomains(call: Call): Answer {
  const id = text(call.input, 'FirewallDomainListId') ?? '';
  const list = held(call, 'FirewallDomainLists').find(({ Id }) => Id === id);
  if (list === undefined) throw notThere(notFound, id);
  if (list['ManagedOwnerName'] !== undefined) throw new AwsError('AccessDeniedException', 'The domains of a managed list are not shown');
  return cutList(call, call.account.regions[call.region]?.FirewallDomains?.[id] ?? [], tokenList('Domains', { max: 5000 }));
}

function listeners(call: Call): Answer {
  const arn = text(call.input, 'LoadBalancerArn');
  if (!held(call, 'LoadBalancers').some(({ LoadBalancerArn }) => LoadBalancerArn === arn)) throw notThere('LoadBalancerNotFound', arn);
  return listOf('Listeners', markerList('Listeners'), ['LoadBalancerArn'])(call);
}

function targetHealth(call: Call): Answer {
  const arn = text(call.input, 'TargetGroupArn') ?? '';
  if (!held(call, 'TargetGroups').some(({ TargetGroupArn }) => TargetGroupArn === arn)) throw notThere('TargetGroupNotFound', arn);
  return { TargetHealthDescriptions: call.account.regions[call.region]?.TargetHealth?.[arn] ?? [] };
}

/** As AWS has it where nobody has set anything. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html */
const untouched = { State: 'default-state', InternetGatewayBlockMode: 'off', ManagedBy: 'account', ExclusionsAllowed: 'allowed' };

function blockPublicAccessOptions({ account, region }: Call): Answer {
  const set = account.regions[region]?.VpcBlockPublicAccessOptions;
  return { VpcBlockPublicAccessOptions: { AwsAccountId: account.account, AwsRegion: region, ...(set ?? untouched) } };
}

/** Operations of the services beside SageMaker, IAM and the lists of EC2. */
export const furtherOperations: Readonly<Record<string, Handler>> = {
  'ec2:SearchTransitGatewayRoutes': transitGatewayRoutes,
  'ec2:DescribeVpcBlockPublicAccessOptions': blockPublicAccessOptions,
  'network-firewall:ListFirewalls': firewalls,
  'network-firewall:DescribeFirewall': one('Firewalls', 'FirewallArn', notFound),
  'network-firewall:DescribeFirewallPolicy': one('FirewallPolicies', 'FirewallPolicyArn', notFound),
  'network-firewall:DescribeRuleGroup': one('FirewallRuleGroups', 'RuleGroupArn', notFound),
  'route53resolver:ListFirewallRuleGroupAssociations': listOf('FirewallRuleGroupAssociations', tokenList('FirewallRuleGroupAssociations'), [
    'FirewallRuleGroupId',
    'VpcId',
  ]),
  'route53resolver:ListFirewallRules': firewallRules,
  'route53resolver:ListFirewallDomainLists': listOf('FirewallDomainLists', tokenList('FirewallDomainLists')),
  'route53resolver:ListFirewallDomains': firewallDomains,
  'route53resolver:ListFirewallConfigs': listOf('FirewallConfigs', tokenList('FirewallConfigs', { min: 5, max: 10 })),
  'route53resolver:ListResolverRules': listOf('ResolverRules', tokenList('ResolverRules')),
  'route53resolver:ListResolverRuleAssociations': listOf('ResolverRuleAssociations', tokenList('ResolverRuleAssociations')),
  'route53:ListHostedZonesByVPC': hostedZonesByVpc,
  'route53:ListResourceRecordSets': resourceRecordSets,
  'elasticloadbalancing:DescribeLoadBalancers': listOf('LoadBalancers', markerList('LoadBalancers')),
  'elasticloadbalancing:DescribeListeners': listeners,
  'elasticloadbalancing:DescribeTargetGroups': listOf('TargetGroups', markerList('TargetGroups')),
  'elasticloadbalancing:DescribeTargetHealth': targetHealth,
  'elasticloadbalancing-classic:DescribeLoadBalancers': listOf('ClassicLoadBalancers', markerList('LoadBalancerDescriptions')),
};

/** What these operations answer about a resource that is gone; undefined for those that are about none. */
export function furtherGone(operation: string): AwsError | undefined {
  const codes: Readonly<Record<string, string>> = {
    'network-firewall:DescribeFirewall': notFound,
    'network-firewall:DescribeFirewallPolicy': notFound,
    'network-firewall:DescribeRuleGroup': notFound,
    'route53resolver:ListFirewallRules': notFound,
    'route53resolver:ListFirewallDomains': notFound,
    'route53:ListResourceRecordSets': 'NoSuchHostedZone',
    'elasticloadbalancing:DescribeListeners': 'LoadBalancerNotFound',
    'elasticloadbalancing:DescribeTargetHealth': 'TargetGroupNotFound',
    'ec2:SearchTransitGatewayRoutes': 'InvalidRouteTableID.NotFound',
  };
  const code = codes[operation];
  return code === undefined ? undefined : notThere(code);
}
