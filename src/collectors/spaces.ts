import { spaceShape } from '../inventory/sections/spaces.ts';
import type { Collector } from './collector.ts';
import { sagemakerList } from './sagemaker-list.ts';

/** Of all domains with one list, which tells all that is asked about a space. */
export default sagemakerList({
  section: 'spaces',
  list: 'sagemaker:ListSpaces',
  pages: (sdk, paging, abort) => sdk.paginateListSpaces(paging, {}, abort),
  rows: ({ Spaces }) => Spaces,
  shape: spaceShape,
}) satisfies Collector<'spaces'>;
