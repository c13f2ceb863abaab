import { bucketOperations } from './buckets.ts';
import { catalogue, collectionNames } from './catalogue.ts';
import { ec2Handler } from './ec2-resource.ts';
import { furtherOperations } from './further-operations.ts';
import { fileSystemOperations } from './file-systems.ts';
import { frontOperations } from './fronts.ts';
import type { Handler } from './handler.ts';
import { accountAuthorizationDetails } from './iam-authorization.ts';
import { organizationOperations } from './organization.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { describeHandler, listHandler } from './sagemaker-resource.ts';
import { vpcAttribute } from './vpc-attribute.ts';

/** Operations that are about no collection of resources. */
const others: Readonly<Record<string, Handler>> = {
  'sts:GetCallerIdentity': ({ account: { account, callerArn } }) => ({
    Account: account,
    Arn: callerArn,
    UserId: `AROADEMO${account}:${callerArn.split('/').at(-1) ?? 'session'}`,
  }),
  // The Regions that the account uses are those that it has enabled.
  'ec2:DescribeRegions': ({ account: { regions } }) => ({
    Regions: Object.keys(regions).map((RegionName) => ({
      RegionName,
      Endpoint: `ec2.${RegionName}.amazonaws.com`,
      OptInStatus: 'opt-in-not-required',
    })),
  }),
  'ec2:GetManagedPrefixListEntries': prefixListEntries,
  'ec2:DescribeVpcAttribute': vpcAttribute,
  'iam:GetAccountAuthorizationDetails': accountAuthorizationDetails,
};

/** Every operation that the loopback AWS serves, as `service:Operation`. The resources of the catalogue are served by themselves. */
export const operations: ReadonlyMap<string, Handler> = new Map([
  ...Object.entries(others),
  ...Object.entries(furtherOperations),
  ...Object.entries(organizationOperations),
  ...Object.entries(bucketOperations),
  ...Object.entries(fileSystemOperations),
  ...Object.entries(frontOperations),
  ...catalogueOperations(),
]);

function* catalogueOperations(): Generator<[string, Handler]> {
  for (const collection of collectionNames) {
    const resource = catalogue[collection];
    if (resource.service === 'ec2') {
      yield [`ec2:${resource.describe}`, ec2Handler(collection, resource)];
    } else {
      yield [`sagemaker:${resource.list}`, listHandler(collection, resource)];
      yield [`sagemaker:${resource.describe}`, describeHandler(collection, resource)];
    }
  }
}
