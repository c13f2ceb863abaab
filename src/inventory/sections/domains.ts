import type { DescribeDomainResponse, DomainDetails } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';
import { customFileSystemShape } from './custom-file-system.ts';

export const domainSummaryShape = shapeOf<DomainDetails>()({ DomainId: true, DomainArn: true, DomainName: true, Status: true });

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html
 *
 * Without Url, which opens the domain for whoever may sign in.
 */
export const domainShape = shapeOf<DescribeDomainResponse>()({
  DomainId: true,
  DomainArn: true,
  DomainName: true,
  Status: true,
  AuthMode: true,
  AppNetworkAccessType: true,
  AppSecurityGroupManagement: true,
  VpcId: true,
  SubnetIds: true,
  SecurityGroupIdForDomainBoundary: true,
  DefaultUserSettings: {
    ExecutionRole: true,
    SecurityGroups: true,
    SharingSettings: { NotebookOutputOption: true, S3OutputPath: 'url' },
    CustomPosixUserConfig: true,
    CustomFileSystemConfigs: customFileSystemShape,
  },
  DefaultSpaceSettings: { ExecutionRole: true, SecurityGroups: true },
  DomainSettings: { SecurityGroupIds: true, DockerSettings: true, IpAddressType: true, ExecutionRoleIdentityConfig: true },
  HomeEfsFileSystemId: true,
  KmsKeyId: true,
  CreationTime: true,
});

export type DomainDetail = Selected<DescribeDomainResponse, typeof domainShape>;

export type Domain = Described<Selected<DomainDetails, typeof domainSummaryShape>, DomainDetail>;
