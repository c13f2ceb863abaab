import { appShape } from '../inventory/sections/apps.ts';
import type { Collector } from './collector.ts';
import { domainOfChild } from './parent.ts';
import { sagemakerList } from './sagemaker-list.ts';

/** Of all domains with one list, where there is a domain. */
export default sagemakerList({
  section: 'apps',
  onlyWith: domainOfChild,
  list: 'sagemaker:ListApps',
  pages: (sdk, paging, abort) => sdk.paginateListApps(paging, {}, abort),
  rows: ({ Apps }) => Apps,
  shape: appShape,
}) satisfies Collector<'apps'>;
