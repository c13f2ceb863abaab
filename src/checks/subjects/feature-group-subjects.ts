import { known, type Known } from '../../inventory/fact.ts';
import type { FeatureGroup } from '../../inventory/sections/feature-groups.ts';
import type { Scope, Subject } from '../check.ts';

/** Every feature group, as what a verdict is about. */
export function* featureGroupSubjects(
  groups: readonly FeatureGroup[],
  { account, region }: Scope,
): Generator<Known<Subject<FeatureGroup>>, void> {
  for (const group of groups) {
    const { FeatureGroupName: name = '', FeatureGroupArn: arn = '' } = group.summary;
    yield known({ resource: { type: 'AWS::SageMaker::FeatureGroup', name, arn, account, region }, about: group });
  }
}
