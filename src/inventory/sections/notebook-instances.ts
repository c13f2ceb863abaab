import type { DescribeNotebookInstanceOutput, NotebookInstanceSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const notebookInstanceSummaryShape = shapeOf<NotebookInstanceSummary>()({
  NotebookInstanceName: true,
  NotebookInstanceArn: true,
  NotebookInstanceStatus: true,
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html */
export const notebookInstanceShape = shapeOf<DescribeNotebookInstanceOutput>()({
  NotebookInstanceName: true,
  NotebookInstanceArn: true,
  NotebookInstanceStatus: true,
  InstanceType: true,
  SubnetId: true,
  SecurityGroups: true,
  NetworkInterfaceId: true,
  IpAddressType: true,
  RoleArn: true,
  DirectInternetAccess: true,
  RootAccess: true,
  InstanceMetadataServiceConfiguration: true,
  PlatformIdentifier: true,
  NotebookInstanceLifecycleConfigName: true,
  DefaultCodeRepository: true,
  AdditionalCodeRepositories: true,
  KmsKeyId: true,
  CreationTime: true,
});

export type NotebookInstanceDetail = Selected<DescribeNotebookInstanceOutput, typeof notebookInstanceShape>;

export type NotebookInstance = Described<Selected<NotebookInstanceSummary, typeof notebookInstanceSummaryShape>, NotebookInstanceDetail>;
