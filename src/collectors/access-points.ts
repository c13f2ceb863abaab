import type { Session } from '../aws/session.ts';
import { fileSystemsOf } from '../inventory/file-systems-of.ts';
import { missing } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import { accessPointShape } from '../inventory/sections/access-points.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { notAsked } from './not-asked.ts';
import { pagesOfEach } from './pages-of-each.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/** The largest page that AWS documents. https://docs.aws.amazon.com/efs/latest/ug/API_DescribeAccessPoints.html */
const pageSize = 100;

/** The access points of the domains' file systems, with a list of each. */
export default {
  section: 'accessPoints',
  after: ['domains', 'userProfiles'],
  actions: ['elasticfilesystem:DescribeAccessPoints'],
  async collect(session, options, earlier) {
    const named = fileSystemsOf(earlier('domains'), earlier('userProfiles'));
    const ids = [...rowsToName(named)];
    if (ids.length === 0) {
      if (named.known) return notAsked('elasticfilesystem:DescribeAccessPoints', 'no domain names a file system');
      return { fact: missing<never[]>(named.gap), ledger: [], notes: [] };
    }
    const read = await readList(session, options, {
      operation: 'elasticfilesystem:DescribeAccessPoints',
      pages: async () => pointPages(ids, session),
      rows: ({ AccessPoints }) => always(AccessPoints, 'AccessPoints').map((point) => select(point, accessPointShape)),
    });
    return { ...read, fact: named.known || !read.fact.known ? read.fact : missing(named.gap, read.fact.value), notes: [] };
  },
} satisfies Collector<'accessPoints'>;

async function* pointPages(ids: readonly string[], session: Session) {
  const [client, sdk] = [await session.efs(), await import('@aws-sdk/client-efs')];
  const abort = { abortSignal: session.signal };
  yield* pagesOfEach(ids, (FileSystemId) => sdk.paginateDescribeAccessPoints({ client, pageSize }, { FileSystemId }, abort));
}
