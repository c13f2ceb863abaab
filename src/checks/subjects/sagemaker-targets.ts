import type { Estate } from '../../inventory/estate.ts';
import type { Scope } from '../check.ts';
import type { AccessTarget } from './access-target.ts';

/**
 * Actions of SageMaker on resources that need not exist yet, in every audited Region of the account.
 *
 * @param actions without the service, each with the end of the ARN that it acts on, as a glob; `*` where it is about no resource
 */
export function sagemakerTargets(
  { estate, scope: { partition, account } }: { readonly estate: Estate<never>; readonly scope: Scope },
  actions: readonly (readonly [action: string, path: string])[],
): readonly AccessTarget[] {
  const regions = estate.places.filter((place) => place.account === account).map(({ region }) => region);
  return regions.flatMap((region) =>
    actions.map(([action, path]): AccessTarget => {
      const arn = (end: string): string => (path === '*' ? '*' : `arn:${partition}:sagemaker:REGION:${account}:${end}`);
      const question = {
        action: `sagemaker:${action}`,
        resource: arn(path),
        examples: [arn(path.replaceAll('?*', 'example'))],
        demands: {},
      };
      return { question, region };
    }),
  );
}
