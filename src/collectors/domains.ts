import { bareRepositories } from '../inventory/bare-repositories.ts';
import { domainShape, domainSummaryShape } from '../inventory/sections/domains.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'domains',
  list: 'sagemaker:ListDomains',
  describe: 'sagemaker:DescribeDomain',
  pages: (sdk, paging, abort) => sdk.paginateListDomains(paging, {}, abort),
  rows: ({ Domains }) => Domains,
  explain: async ({ DomainId }, { sdk, client, abort }) =>
    bareRepositories(await client.send(new sdk.DescribeDomainCommand({ DomainId }), abort)),
  arn: 'DomainArn',
  summaryShape: domainSummaryShape,
  shape: domainShape,
}) satisfies Collector<'domains'>;
