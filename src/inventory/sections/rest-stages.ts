import type { MethodSnapshot, Stage } from '@aws-sdk/client-api-gateway';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html */
export const restStageShape = shapeOf<Stage>()({ stageName: true, deploymentId: true, canarySettings: { deploymentId: true } });

/** https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSnapshot.html */
export const restSnapshotShape = shapeOf<MethodSnapshot>()({ authorizationType: true, apiKeyRequired: true });

/** A method as it was when it was deployed. */
export type DeployedMethod = Selected<MethodSnapshot, typeof restSnapshotShape> & { readonly path: string; readonly httpMethod: string };

/** A deployment of one of its stages, each once, with the methods that callers meet, whatever has been changed since. */
export interface RestDeployment {
  readonly id: string;
  readonly Methods: readonly DeployedMethod[];
}

/** The stages of a REST API that may lead to an endpoint. */
export type RestStages = Described<
  { readonly restApiId: string; readonly Stages: readonly Selected<Stage, typeof restStageShape>[] },
  { readonly Deployments: readonly RestDeployment[] }
>;
