import type { DescribeUserProfileResponse, UserProfileDetails } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';
import { customFileSystemShape } from './custom-file-system.ts';

/** The list gives no ARN. */
export const userProfileSummaryShape = shapeOf<UserProfileDetails>()({ DomainId: true, UserProfileName: true, Status: true });

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeUserProfile.html
 *
 * Without the single sign-on identifiers: they name people.
 */
export const userProfileShape = shapeOf<DescribeUserProfileResponse>()({
  DomainId: true,
  UserProfileName: true,
  UserProfileArn: true,
  Status: true,
  UserSettings: {
    ExecutionRole: true,
    SecurityGroups: true,
    SharingSettings: { NotebookOutputOption: true, S3OutputPath: 'url' },
    CustomPosixUserConfig: true,
    CustomFileSystemConfigs: customFileSystemShape,
  },
  HomeEfsFileSystemUid: true,
  CreationTime: true,
});

export type UserProfileDetail = Selected<DescribeUserProfileResponse, typeof userProfileShape>;

export type UserProfile = Described<Selected<UserProfileDetails, typeof userProfileSummaryShape>, UserProfileDetail>;
