import type { Evidence } from '../../core/evidence.ts';
import type { Resource } from '../../core/resource.ts';
import { known, missing, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Sections } from '../../inventory/sections.ts';
import { domainResource } from '../../workloads/domain-workload.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { spaceResource } from '../../workloads/space-resource.ts';
import { userProfileResource } from '../../workloads/user-profile-workload.ts';
import type { Scope } from '../check.ts';

/** Something that names repositories, from which its code is cloned. */
export interface RepositoryPlace {
  readonly resource: Resource;
  /** Each URL as evidence; without a value where AWS gave none that can be read. */
  readonly urls: Fact<readonly Evidence[]>;
}

/** The settings of apps that name repositories. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CodeRepository.html */
interface AppSettings {
  readonly JupyterServerAppSettings?: NamesRepositories | undefined;
  readonly JupyterLabAppSettings?: NamesRepositories | undefined;
}

interface NamesRepositories {
  readonly CodeRepositories?: readonly { readonly RepositoryUrl?: string | undefined }[] | undefined;
}

type Naming = { readonly [K in 'notebookInstances' | 'domains' | 'userProfiles' | 'spaces']: Fact<Sections[K]> };

/** The notebook instances that are given the URL of a repository itself, and those that may be; a name is that of a code repository. */
export function* notebookRepositories(
  { notebookInstances }: Pick<Naming, 'notebookInstances'>,
  scope: Scope,
): Generator<RepositoryPlace, void> {
  const source = 'sagemaker:DescribeNotebookInstance';
  for (const notebook of rowsToName(notebookInstances)) {
    yield* naming(notebookResource(notebook, scope), notebook.detail, ({ DefaultCodeRepository, AdditionalCodeRepositories = [] }) =>
      [
        { source, path: 'DefaultCodeRepository', value: DefaultCodeRepository ?? '' },
        ...AdditionalCodeRepositories.map((value, at) => ({ source, path: `AdditionalCodeRepositories[${at}]`, value })),
      ].filter(({ value }) => value.includes('://')),
    );
  }
}

/** The domains, user profiles and spaces whose settings name repositories for their users to clone, and those that may. */
export function* studioRepositories(
  { domains, userProfiles, spaces }: Omit<Naming, 'notebookInstances'>,
  scope: Scope,
): Generator<RepositoryPlace, void> {
  for (const domain of rowsToName(domains)) {
    const source = 'sagemaker:DescribeDomain';
    yield* naming(domainResource(domain, scope), domain.detail, ({ DefaultUserSettings, DefaultSpaceSettings }) => [
      ...urlsIn(DefaultUserSettings, source, 'DefaultUserSettings'),
      ...urlsIn(DefaultSpaceSettings, source, 'DefaultSpaceSettings'),
    ]);
  }
  for (const profile of rowsToName(userProfiles)) {
    yield* naming(userProfileResource(profile, scope), profile.detail, ({ UserSettings }) =>
      urlsIn(UserSettings, 'sagemaker:DescribeUserProfile', 'UserSettings'),
    );
  }
  for (const space of rowsToName(spaces)) {
    yield* naming(spaceResource(space, scope), space.detail, ({ SpaceSettings }) =>
      urlsIn(SpaceSettings, 'sagemaker:DescribeSpace', 'SpaceSettings'),
    );
  }
}

function* naming<T>(resource: Resource, detail: Fact<T>, urlsOf: (detail: T) => readonly Evidence[]): Generator<RepositoryPlace, void> {
  if (!detail.known) yield { resource, urls: missing(detail.gap) };
  else {
    const urls = urlsOf(detail.value);
    if (urls.length > 0) yield { resource, urls: known(urls) };
  }
}

function urlsIn(settings: AppSettings | undefined, source: string, at: string): readonly Evidence[] {
  return (['JupyterServerAppSettings', 'JupyterLabAppSettings'] as const).flatMap((app) =>
    (settings?.[app]?.CodeRepositories ?? []).map(({ RepositoryUrl }, index) => ({
      source,
      path: `${at}.${app}.CodeRepositories[${index}].RepositoryUrl`,
      value: RepositoryUrl ?? null,
    })),
  );
}
