import type { Deployment, Resource, RestApi, Stage } from '@aws-sdk/client-api-gateway';
import type { Api, ApiMapping, DomainName, Integration, Route } from '@aws-sdk/client-apigatewayv2';
import type { LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { Listener, LoadBalancer, TargetGroup, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AccessPointDescription, MountTargetDescription } from '@aws-sdk/client-efs';
import type { TransitGatewayRoute, VpcBlockPublicAccessOptions } from '@aws-sdk/client-ec2';
import type { FunctionConfiguration, FunctionUrlConfig } from '@aws-sdk/client-lambda';
import type { DescribeFirewallPolicyResponse, DescribeFirewallResponse, DescribeRuleGroupResponse } from '@aws-sdk/client-network-firewall';
import type { HostedZoneSummary, ResourceRecordSet } from '@aws-sdk/client-route-53';
import type {
  FirewallConfig,
  FirewallDomainListMetadata,
  FirewallRule,
  FirewallRuleGroupAssociation,
  ResolverRule,
  ResolverRuleAssociation,
} from '@aws-sdk/client-route53resolver';
import type { NormalizedSchema } from '@smithy/core/schema';
import type { Stored } from '../../../src/inventory/stored.ts';
import { shape, type ServiceName } from './services.ts';

/** What a Region can hold beside the resources of SageMaker and EC2: each as fully as AWS tells of it. */
export interface FurtherResourceTypes {
  readonly Firewalls: Stored<DescribeFirewallResponse>;
  readonly FirewallPolicies: Stored<DescribeFirewallPolicyResponse>;
  readonly FirewallRuleGroups: Stored<DescribeRuleGroupResponse>;
  readonly FirewallRuleGroupAssociations: Stored<FirewallRuleGroupAssociation>;
  readonly FirewallRules: Stored<FirewallRule>;
  readonly FirewallDomainLists: Stored<FirewallDomainListMetadata>;
  readonly FirewallConfigs: Stored<FirewallConfig>;
  readonly ResolverRules: Stored<ResolverRule>;
  readonly ResolverRuleAssociations: Stored<ResolverRuleAssociation>;
  readonly LoadBalancers: Stored<LoadBalancer>;
  readonly Listeners: Stored<Listener>;
  readonly TargetGroups: Stored<TargetGroup>;
  readonly ClassicLoadBalancers: Stored<LoadBalancerDescription>;
  readonly MountTargets: Stored<MountTargetDescription>;
  readonly AccessPoints: Stored<AccessPointDescription>;
  readonly Functions: Stored<FunctionConfiguration>;
  readonly RestApis: Stored<RestApi>;
  readonly HttpApis: Stored<Api>;
  readonly ApiDomainNames: Stored<DomainName>;
}

export type FurtherCollection = keyof FurtherResourceTypes;

/** What AWS tells of a resource by a call of its own. */
export interface FurtherParts {
  /** What nobody has set is as AWS makes it: `off`. */
  readonly VpcBlockPublicAccessOptions?: Stored<VpcBlockPublicAccessOptions>;
  /** The routes of each transit gateway's route table, by its id. */
  readonly TransitGatewayRoutes?: { readonly [tableId: string]: readonly Stored<TransitGatewayRoute>[] };
  /** The domains of each list of DNS Firewall, by its id. */
  readonly FirewallDomains?: { readonly [listId: string]: readonly string[] };
  /** The groups of each mount target, by its id. */
  readonly MountTargetSecurityGroups?: { readonly [mountTargetId: string]: readonly string[] };
  /** The policies of file systems that have one, by their ids. */
  readonly FileSystemPolicies?: { readonly [fileSystemId: string]: string };
  /** The URLs of functions that have some, by the functions' names. */
  readonly FunctionUrlConfigs?: { readonly [functionName: string]: readonly Stored<FunctionUrlConfig>[] };
  /** The policies of functions and aliases that have one, by their ARNs. */
  readonly FunctionPolicies?: { readonly [functionArn: string]: string };
  /** What is in each REST API, with its methods, by its id. */
  readonly RestApiResources?: { readonly [restApiId: string]: readonly Stored<Resource>[] };
  /** The routes of each HTTP API, and what they lead to, by its id. */
  readonly HttpApiRoutes?: { readonly [apiId: string]: readonly Stored<Route>[] };
  readonly RestApiStages?: { readonly [restApiId: string]: readonly Stored<Stage>[] };
  /** By the id of the API. */
  readonly RestApiDeployments?: { readonly [restApiId: string]: readonly Stored<Deployment>[] };
  /** By the domain name. */
  readonly ApiMappings?: { readonly [domainName: string]: readonly Stored<ApiMapping>[] };
  readonly HttpApiIntegrations?: { readonly [apiId: string]: readonly Stored<Integration>[] };
  /** The targets of each target group, by its ARN. */
  readonly TargetHealth?: { readonly [targetGroupArn: string]: readonly Stored<TargetHealthDescription>[] };
}

/** A private zone, the VPCs that use it, and what is in it. */
export interface HostedZoneFixture extends Stored<HostedZoneSummary> {
  readonly VPCs: readonly { readonly VPCId: string; readonly VPCRegion: string }[];
  readonly ResourceRecordSets: readonly Stored<ResourceRecordSet>[];
}

/** Where a collection's schema is, and the paths to the members that tell one resource from another. */
interface FurtherKind {
  readonly service: ServiceName;
  readonly shape: string;
  readonly keys: readonly string[];
}

export const furtherKinds: { readonly [K in FurtherCollection]: FurtherKind } = {
  Firewalls: { service: 'network-firewall', shape: 'DescribeFirewallResponse', keys: ['Firewall.FirewallArn'] },
  FirewallPolicies: {
    service: 'network-firewall',
    shape: 'DescribeFirewallPolicyResponse',
    keys: ['FirewallPolicyResponse.FirewallPolicyArn'],
  },
  FirewallRuleGroups: {
    service: 'network-firewall',
    shape: 'DescribeRuleGroupResponse',
    keys: ['RuleGroupResponse.RuleGroupArn'],
  },
  FirewallRuleGroupAssociations: { service: 'route53resolver', shape: 'FirewallRuleGroupAssociation', keys: ['Id'] },
  FirewallRules: { service: 'route53resolver', shape: 'FirewallRule', keys: ['FirewallRuleGroupId', 'Name'] },
  FirewallDomainLists: { service: 'route53resolver', shape: 'FirewallDomainListMetadata', keys: ['Id'] },
  FirewallConfigs: { service: 'route53resolver', shape: 'FirewallConfig', keys: ['ResourceId'] },
  ResolverRules: { service: 'route53resolver', shape: 'ResolverRule', keys: ['Id'] },
  ResolverRuleAssociations: { service: 'route53resolver', shape: 'ResolverRuleAssociation', keys: ['Id'] },
  LoadBalancers: { service: 'elasticloadbalancing', shape: 'LoadBalancer', keys: ['LoadBalancerArn'] },
  Listeners: { service: 'elasticloadbalancing', shape: 'Listener', keys: ['ListenerArn'] },
  TargetGroups: { service: 'elasticloadbalancing', shape: 'TargetGroup', keys: ['TargetGroupArn'] },
  ClassicLoadBalancers: { service: 'elasticloadbalancing-classic', shape: 'LoadBalancerDescription', keys: ['LoadBalancerName'] },
  MountTargets: { service: 'elasticfilesystem', shape: 'MountTargetDescription', keys: ['MountTargetId'] },
  AccessPoints: { service: 'elasticfilesystem', shape: 'AccessPointDescription', keys: ['AccessPointId'] },
  Functions: { service: 'lambda', shape: 'FunctionConfiguration', keys: ['FunctionName'] },
  RestApis: { service: 'apigateway', shape: 'RestApi', keys: ['id'] },
  HttpApis: { service: 'apigatewayv2', shape: 'Api', keys: ['ApiId'] },
  ApiDomainNames: { service: 'apigatewayv2', shape: 'DomainName', keys: ['DomainName'] },
};

export const furtherCollections = Object.keys(furtherKinds) as readonly FurtherCollection[];

/** The SDK's schema of one resource of a collection. */
export function furtherShape(collection: FurtherCollection): NormalizedSchema {
  const kind = furtherKinds[collection];
  return shape(kind.service, kind.shape);
}
