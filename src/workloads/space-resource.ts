import type { Space } from '../inventory/sections/spaces.ts';
import { studioArn } from '../inventory/studio-arn.ts';
import type { Where } from './where.ts';

/** A Studio space as the resource of a finding; named by domain and space, since the space's name alone is not unique. */
export function spaceResource({ summary: { DomainId, SpaceName }, detail }: Space, where: Where) {
  return {
    type: 'AWS::SageMaker::Space',
    name: `${DomainId ?? ''}/${SpaceName ?? ''}`,
    arn: (detail.known ? detail.value.SpaceArn : undefined) ?? studioArn('space', DomainId, SpaceName, where),
    account: where.account,
    region: where.region,
  };
}
