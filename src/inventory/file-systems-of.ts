import type { Gap } from '../core/gap.ts';
import { known, missing, type Fact } from './fact.ts';
import { rowsToName } from './rows.ts';
import type { Domain } from './sections/domains.ts';
import type { UserProfile } from './sections/user-profiles.ts';

/**
 * The EFS file systems that domains and their users have, the homes and those beside them, each once and sorted; what could not be read may
 * have more.
 */
export function fileSystemsOf(domains: Fact<readonly Domain[]>, profiles: Fact<readonly UserProfile[]>): Fact<readonly string[]> {
  const ids = new Set<string>();
  let gap: Gap | undefined;
  const add = (id: string | undefined) => {
    if (id !== undefined && id !== '') ids.add(id);
  };
  for (const { detail } of rowsToName(domains)) {
    if (!detail.known) gap ??= detail.gap;
    else {
      add(detail.value.HomeEfsFileSystemId);
      for (const { EFSFileSystemConfig } of detail.value.DefaultUserSettings?.CustomFileSystemConfigs ?? [])
        add(EFSFileSystemConfig?.FileSystemId);
    }
  }
  for (const { detail } of rowsToName(profiles)) {
    if (!detail.known) gap ??= detail.gap;
    else
      for (const { EFSFileSystemConfig } of detail.value.UserSettings?.CustomFileSystemConfigs ?? [])
        add(EFSFileSystemConfig?.FileSystemId);
  }
  for (const fact of [domains, profiles]) if (!fact.known) gap ??= fact.gap;
  const sorted = [...ids].sort();
  return gap === undefined ? known(sorted) : missing(gap, sorted);
}
