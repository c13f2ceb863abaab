import type { Organization as SdkOrganization } from '@aws-sdk/client-organizations';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 *
 * Without AvailablePolicyTypes, which AWS no longer fills, and without anybody's e-mail address.
 */
export const organizationShape = shapeOf<SdkOrganization>()({ Id: true, Arn: true, FeatureSet: true, MasterAccountId: true });

/** The organization of the account: one row, or none where the account is in none. */
export type Organization = Selected<SdkOrganization, typeof organizationShape>;
