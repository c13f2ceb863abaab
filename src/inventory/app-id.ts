import type { App } from './sections/apps.ts';

/**
 * What tells an app of Studio from any other of its account and Region, as it stands in its ARN: `d-1/alice/JupyterLab/default`. An app is a
 * user's or a space's.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-resources-for-iam-policies
 */
export function appId({ DomainId, UserProfileName, SpaceName, AppType, AppName }: App): string {
  return [DomainId, UserProfileName ?? SpaceName, AppType, AppName].map((part) => part ?? '').join('/');
}
