import type { AppImageConfigDetails } from '@aws-sdk/client-sagemaker';
import { shapeOf, type Selected } from '../stored.ts';

/**
 * The list tells all of it. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AppImageConfigDetails.html
 *
 * Without the settings of containers: people put secrets into their environment.
 */
export const appImageConfigShape = shapeOf<AppImageConfigDetails>()({
  AppImageConfigName: true,
  AppImageConfigArn: true,
  KernelGatewayImageConfig: { FileSystemConfig: true },
  JupyterLabAppImageConfig: { FileSystemConfig: true },
  CodeEditorAppImageConfig: { FileSystemConfig: true },
  CreationTime: true,
});

export type AppImageConfig = Selected<AppImageConfigDetails, typeof appImageConfigShape>;
