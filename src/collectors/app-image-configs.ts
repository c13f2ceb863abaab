import { appImageConfigShape } from '../inventory/sections/app-image-configs.ts';
import type { Collector } from './collector.ts';
import { sagemakerList } from './sagemaker-list.ts';

export default sagemakerList({
  section: 'appImageConfigs',
  list: 'sagemaker:ListAppImageConfigs',
  pages: (sdk, paging, abort) => sdk.paginateListAppImageConfigs(paging, {}, abort),
  rows: ({ AppImageConfigs }) => AppImageConfigs,
  shape: appImageConfigShape,
}) satisfies Collector<'appImageConfigs'>;
