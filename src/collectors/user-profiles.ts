import { bareRepositories } from '../inventory/bare-repositories.ts';
import { studioArn } from '../inventory/studio-arn.ts';
import { userProfileShape, userProfileSummaryShape } from '../inventory/sections/user-profiles.ts';
import type { Collector } from './collector.ts';
import { domainOfChild } from './parent.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

/** Of all domains with one list, where there is a domain. */
export default sagemakerResources({
  section: 'userProfiles',
  onlyWith: domainOfChild,
  list: 'sagemaker:ListUserProfiles',
  describe: 'sagemaker:DescribeUserProfile',
  pages: (sdk, paging, abort) => sdk.paginateListUserProfiles(paging, {}, abort),
  rows: ({ UserProfiles }) => UserProfiles,
  explain: async ({ DomainId, UserProfileName }, { sdk, client, abort }) =>
    bareRepositories(await client.send(new sdk.DescribeUserProfileCommand({ DomainId, UserProfileName }), abort)),
  arn: 'UserProfileArn',
  arnOf: ({ DomainId, UserProfileName }, session) => studioArn('user-profile', DomainId, UserProfileName, session),
  key: ({ DomainId, UserProfileName }) => `${DomainId}/${UserProfileName}`,
  summaryShape: userProfileSummaryShape,
  shape: userProfileShape,
}) satisfies Collector<'userProfiles'>;
