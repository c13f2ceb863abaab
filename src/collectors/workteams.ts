import { workteamShape } from '../inventory/sections/workteams.ts';
import type { Collector } from './collector.ts';
import { sagemakerList } from './sagemaker-list.ts';

/**
 * The list names private teams alone, and these are made within a private workforce.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListWorkteams.html
 */
export default sagemakerList({
  section: 'workteams',
  onlyWith: { section: 'workforces', otherwise: 'there is no workforce' },
  list: 'sagemaker:ListWorkteams',
  pages: (sdk, paging, abort) => sdk.paginateListWorkteams(paging, {}, abort),
  rows: ({ Workteams }) => Workteams,
  shape: workteamShape,
}) satisfies Collector<'workteams'>;
