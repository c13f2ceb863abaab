import type { DescribeMountTargetsResponse } from '@aws-sdk/client-efs';
import { fileSystemsOf } from '../inventory/file-systems-of.ts';
import { missing } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import { rowsToName } from '../inventory/rows.ts';
import { mountTargetShape, type MountTarget } from '../inventory/sections/mount-targets.ts';
import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import { select } from '../inventory/stored.ts';
import type { Session } from '../aws/session.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { notAsked } from './not-asked.ts';
import { pagesOfEach } from './pages-of-each.ts';
import { withNextToken } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** The largest page. https://docs.aws.amazon.com/efs/latest/ug/API_DescribeMountTargets.html */
const pageSize = 100;

/** The mount targets of the domains' file systems. Their groups are those of their network interfaces; only where these are not to be seen, EFS is asked. */
export default {
  section: 'mountTargets',
  after: ['domains', 'userProfiles', 'networkInterfaces'],
  actions: ['elasticfilesystem:DescribeMountTargets', 'elasticfilesystem:DescribeMountTargetSecurityGroups'],
  async collect(session, options, earlier) {
    const named = fileSystemsOf(earlier('domains'), earlier('userProfiles'));
    const ids = [...rowsToName(named)];
    if (ids.length === 0) {
      if (named.known) return notAsked('elasticfilesystem:DescribeMountTargets', 'no domain names a file system');
      return { fact: missing<never[]>(named.gap), ledger: [], notes: [] };
    }
    const interfaces = indexBy([...rowsToName(earlier('networkInterfaces'))], interfaceId);
    let asked = 0;
    const read = await listThenDescribe<DescribeMountTargetsResponse & { readonly NextToken?: string | undefined }, Summary, Detail>(
      session,
      options,
      {
        section: 'mountTargets',
        list: {
          operation: 'elasticfilesystem:DescribeMountTargets',
          pages: async () => targetPages(ids, session),
          rows: ({ MountTargets }) => always(MountTargets, 'MountTargets').map((target) => select(target, mountTargetShape)),
        },
        describe: {
          operation: 'elasticfilesystem:DescribeMountTargetSecurityGroups',
          key: ({ MountTargetId }) => MountTargetId ?? '',
          arn: ({ FileSystemId = '' }) =>
            `arn:${session.partition}:elasticfilesystem:${session.region}:${session.account}:file-system/${FileSystemId}`,
          call: async ({ MountTargetId, NetworkInterfaceId = '' }) => {
            const groups = interfaces.get(NetworkInterfaceId)?.Groups;
            if (groups !== undefined) return { SecurityGroups: groups.flatMap(({ GroupId }) => GroupId ?? []) };
            const [client, sdk] = [await session.efs(), await import('@aws-sdk/client-efs')];
            const command = new sdk.DescribeMountTargetSecurityGroupsCommand({ MountTargetId });
            const { SecurityGroups } = await client.send(command, { abortSignal: session.signal });
            asked += 1;
            return { SecurityGroups: always(SecurityGroups, 'SecurityGroups') };
          },
        },
      },
    );
    const ledger = read.ledger.map((entry) => (entry.operation.endsWith('SecurityGroups') ? { ...entry, calls: asked } : entry));
    return named.known || !read.fact.known ? { ...read, ledger } : { ...read, ledger, fact: missing(named.gap, read.fact.value) };
  },
} satisfies Collector<'mountTargets'>;

type Summary = MountTarget['summary'];
type Detail = Extract<MountTarget['detail'], { readonly known: true }>['value'];

const interfaceId = ({ NetworkInterfaceId }: NetworkInterface): string | undefined => NetworkInterfaceId;

/** A list of each file system, one after the other. */
async function* targetPages(ids: readonly string[], session: Session) {
  const [client, sdk] = [await session.efs(), await import('@aws-sdk/client-efs')];
  const abort = { abortSignal: session.signal };
  yield* pagesOfEach(ids, (FileSystemId) =>
    withNextToken(sdk.paginateDescribeMountTargets({ client, pageSize }, { FileSystemId }, abort), ({ NextMarker }) => NextMarker),
  );
}
