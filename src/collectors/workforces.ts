import { workforceShape } from '../inventory/sections/workforces.ts';
import type { Collector } from './collector.ts';
import { sagemakerList } from './sagemaker-list.ts';

export default sagemakerList({
  section: 'workforces',
  list: 'sagemaker:ListWorkforces',
  pages: (sdk, paging, abort) => sdk.paginateListWorkforces(paging, {}, abort),
  rows: ({ Workforces }) => Workforces,
  shape: workforceShape,
}) satisfies Collector<'workforces'>;
