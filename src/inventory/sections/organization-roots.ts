import type { Root } from '@aws-sdk/client-organizations';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Root.html
 *
 * PolicyTypes holds the types that are enabled, each with its status.
 */
export const organizationRootShape = shapeOf<Root>()({ Id: true, Arn: true, PolicyTypes: true });

/** The root of the account's organization, and which types of policy are enabled there and so hold in the whole organization. */
export type OrganizationRoot = Selected<Root, typeof organizationRootShape>;
