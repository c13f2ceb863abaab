import { ListModelsCommand } from '@aws-sdk/client-sagemaker';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { DescribeLoadBalancersCommand as DescribeClassicLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetAccountAuthorizationDetailsCommand } from '@aws-sdk/client-iam';
import { ListFirewallsCommand } from '@aws-sdk/client-network-firewall';
import { GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { GetApisCommand } from '@aws-sdk/client-apigatewayv2';
import { DescribeMountTargetsCommand } from '@aws-sdk/client-efs';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import { GetBucketPolicyCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import { ListResolverRulesCommand } from '@aws-sdk/client-route53resolver';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/aws/clock.ts';
import { openSession, type SessionContext } from '../../src/aws/open-session.ts';
import { Pacer } from '../../src/aws/pacer.ts';
import { homeRegionOf } from '../../src/aws/regions.ts';
import { domainWorkload } from '../../src/workloads/domain-workload.ts';
import { userProfileWorkload } from '../../src/workloads/user-profile-workload.ts';
import { known } from '../../src/inventory/fact.ts';
import { domain, refused, userProfile } from '../support/rows.ts';

/** Where a session of a Region would send its requests; nothing is sent. */
async function hostsOf(region: string): Promise<readonly string[]> {
  const hosts: string[] = [];
  const context: SessionContext = {
    connection: { connectTimeoutMs: 1, readTimeoutMs: 1, maxAttempts: 1 },
    handler: {
      handle: (request) => {
        hosts.push(request.hostname);
        return Promise.reject(new Error('nothing is sent'));
      },
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
    },
    credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 'not-a-secret' }),
    pacer: new Pacer(systemClock),
    clock: systemClock,
    actions: new Set([
      'sagemaker:ListModels',
      'ec2:DescribeVpcs',
      'iam:GetAccountAuthorizationDetails',
      'network-firewall:ListFirewalls',
      'route53resolver:ListResolverRules',
      'route53:ListResourceRecordSets',
      'elasticloadbalancing:DescribeLoadBalancers',
      'organizations:DescribeOrganization',
      's3:ListBuckets',
      's3:GetBucketPolicy',
      'elasticfilesystem:DescribeMountTargets',
      'lambda:ListFunctions',
      'apigateway:GetRestApis',
      'apigateway:GetApis',
    ]),
    counts: { calls: 0, throttles: 0 },
    signal: new AbortController().signal,
  };
  const identity = { account: '111122223333', arn: '' };
  const session = openSession(identity, region, context);
  const global = openSession(identity, homeRegionOf(region), context);
  await (await session.sagemaker()).send(new ListModelsCommand({})).catch(() => undefined);
  await (await session.ec2()).send(new DescribeVpcsCommand({})).catch(() => undefined);
  await (await global.iam()).send(new GetAccountAuthorizationDetailsCommand({})).catch(() => undefined);
  await (await session.networkFirewall()).send(new ListFirewallsCommand({})).catch(() => undefined);
  await (await session.resolver()).send(new ListResolverRulesCommand({})).catch(() => undefined);
  await (await session.route53()).send(new ListResourceRecordSetsCommand({ HostedZoneId: 'Z1' })).catch(() => undefined);
  await (await session.loadBalancing()).send(new DescribeLoadBalancersCommand({})).catch(() => undefined);
  await (await session.classicLoadBalancing()).send(new DescribeClassicLoadBalancersCommand({})).catch(() => undefined);
  await (await session.organizations()).send(new DescribeOrganizationCommand({})).catch(() => undefined);
  await (await session.s3()).send(new ListBucketsCommand({})).catch(() => undefined);
  await (await session.s3()).send(new GetBucketPolicyCommand({ Bucket: 'models' })).catch(() => undefined);
  await (await session.efs()).send(new DescribeMountTargetsCommand({})).catch(() => undefined);
  await (await session.lambda()).send(new ListFunctionsCommand({})).catch(() => undefined);
  await (await session.restApis()).send(new GetRestApisCommand({})).catch(() => undefined);
  await (await session.httpApis()).send(new GetApisCommand({})).catch(() => undefined);
  return hosts;
}

/** https://docs.aws.amazon.com/general/latest/gr/sagemaker.html, …/ec2-service.html, …/iam-service.html, …/network-firewall.html, …/r53.html, …/elb.html */
describe('the hosts of each partition', () => {
  it.each([
    [
      'eu-west-1',
      [
        'api.sagemaker.eu-west-1.amazonaws.com',
        'ec2.eu-west-1.amazonaws.com',
        'iam.amazonaws.com',
        'network-firewall.eu-west-1.amazonaws.com',
        'route53resolver.eu-west-1.amazonaws.com',
        'route53.amazonaws.com',
        'elasticloadbalancing.eu-west-1.amazonaws.com',
        'elasticloadbalancing.eu-west-1.amazonaws.com',
        'organizations.us-east-1.amazonaws.com',
        's3.eu-west-1.amazonaws.com',
        'models.s3.eu-west-1.amazonaws.com',
        'elasticfilesystem.eu-west-1.amazonaws.com',
        'lambda.eu-west-1.amazonaws.com',
        'apigateway.eu-west-1.amazonaws.com',
        'apigateway.eu-west-1.amazonaws.com',
      ],
    ],
    [
      'cn-north-1',
      [
        'api.sagemaker.cn-north-1.amazonaws.com.cn',
        'ec2.cn-north-1.amazonaws.com.cn',
        'iam.cn-north-1.amazonaws.com.cn',
        'network-firewall.cn-north-1.amazonaws.com.cn',
        'route53resolver.cn-north-1.amazonaws.com.cn',
        'route53.amazonaws.com.cn',
        'elasticloadbalancing.cn-north-1.amazonaws.com.cn',
        'elasticloadbalancing.cn-north-1.amazonaws.com.cn',
        'organizations.cn-northwest-1.amazonaws.com.cn',
        's3.cn-north-1.amazonaws.com.cn',
        'models.s3.cn-north-1.amazonaws.com.cn',
        'elasticfilesystem.cn-north-1.amazonaws.com.cn',
        'lambda.cn-north-1.amazonaws.com.cn',
        'apigateway.cn-north-1.amazonaws.com.cn',
        'apigateway.cn-north-1.amazonaws.com.cn',
      ],
    ],
    [
      'us-gov-east-1',
      [
        'api.sagemaker.us-gov-east-1.amazonaws.com',
        'ec2.us-gov-east-1.amazonaws.com',
        'iam.us-gov.amazonaws.com',
        'network-firewall.us-gov-east-1.amazonaws.com',
        'route53resolver.us-gov-east-1.amazonaws.com',
        'route53.us-gov.amazonaws.com',
        'elasticloadbalancing.us-gov-east-1.amazonaws.com',
        'elasticloadbalancing.us-gov-east-1.amazonaws.com',
        'organizations.us-gov-west-1.amazonaws.com',
        's3.us-gov-east-1.amazonaws.com',
        'models.s3.us-gov-east-1.amazonaws.com',
        'elasticfilesystem.us-gov-east-1.amazonaws.com',
        'lambda.us-gov-east-1.amazonaws.com',
        'apigateway.us-gov-east-1.amazonaws.com',
        'apigateway.us-gov-east-1.amazonaws.com',
      ],
    ],
  ])('%s', async (region, hosts) => {
    expect(await hostsOf(region)).toEqual(hosts);
  });
});

describe('ARNs that AWS does not give', () => {
  it.each([
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ])('are of the partition %s', (partition, region) => {
    const where = { partition, account: '111122223333', region };
    const profile = userProfile('Alice', refused('sagemaker:DescribeUserProfile'));
    expect(userProfileWorkload(profile, known([domain()]), where).resource.arn).toBe(
      `arn:${partition}:sagemaker:${region}:111122223333:user-profile/d-1/alice`,
    );
    expect(domainWorkload(domain(), where).resource.region).toBe(region);
  });
});
