import { bareRepositories } from '../inventory/bare-repositories.ts';
import { spaceShape, spaceSummaryShape } from '../inventory/sections/spaces.ts';
import { studioArn } from '../inventory/studio-arn.ts';
import type { Collector } from './collector.ts';
import { domainOfChild } from './parent.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

/** Of all domains with one list, where there is a domain. */
export default sagemakerResources({
  section: 'spaces',
  onlyWith: domainOfChild,
  list: 'sagemaker:ListSpaces',
  describe: 'sagemaker:DescribeSpace',
  pages: (sdk, paging, abort) => sdk.paginateListSpaces(paging, {}, abort),
  rows: ({ Spaces }) => Spaces,
  explain: async ({ DomainId, SpaceName }, { sdk, client, abort }) =>
    bareRepositories(await client.send(new sdk.DescribeSpaceCommand({ DomainId, SpaceName }), abort)),
  arn: 'SpaceArn',
  arnOf: ({ DomainId, SpaceName }, session) => studioArn('space', DomainId, SpaceName, session),
  key: ({ DomainId, SpaceName }) => `${DomainId}/${SpaceName}`,
  summaryShape: spaceSummaryShape,
  shape: spaceShape,
}) satisfies Collector<'spaces'>;
