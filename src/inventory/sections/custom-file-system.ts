/**
 * A file system beside the home that users of a domain find in their apps. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CustomFileSystemConfig.html
 *
 * The SDK's type is a union of which each part forbids the others, so that no shape of the whole would compile. This one keeps all that the type
 * knows, with the query of the URI cut off, and so passes for `true`.
 */
export const customFileSystemShape = {
  EFSFileSystemConfig: { FileSystemId: true, FileSystemPath: true },
  FSxLustreFileSystemConfig: { FileSystemId: true, FileSystemPath: true },
  S3FileSystemConfig: { MountPath: true, S3Uri: 'url' },
} as unknown as true;
