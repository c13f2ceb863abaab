import { need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { RestMethod } from '../../inventory/sections/rest-apis.ts';
import type { DeployedMethod, RestStages } from '../../inventory/sections/rest-stages.ts';

/** A method as callers meet it on one stage. */
export interface LiveMethod {
  /** As it was last changed. */
  readonly method: RestMethod;
  /** How it is authorized there; undefined where it was not said. */
  readonly authorizationType: string | undefined;
  /** The stage and the deployment that say so; undefined where the last change has to stand for it. */
  readonly deployed: { readonly stage: string; readonly deployment: string } | undefined;
}

/** What callers of a REST API meet. */
export type LiveMethods =
  | { readonly kind: 'live'; readonly methods: readonly LiveMethod[] }
  /** Nothing of it is deployed. */
  | { readonly kind: 'nowhere' };

/**
 * The methods of a REST API as they are deployed: what was changed since and not deployed is for nobody yet, and what was closed since is open
 * until it is. Where it is not known what a deployment holds, the last change stands for it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
 *
 * @param methods of its latest state
 * @param stages of the Region's APIs that may lead to an endpoint
 * @throws MissingFact where its stages, or what is deployed on them, could not be read
 */
export function liveMethods(apiId: string, methods: readonly RestMethod[], stages: Fact<readonly RestStages[]>): LiveMethods {
  const latest = methods.map((method): LiveMethod => ({ method, authorizationType: method.authorizationType, deployed: undefined }));
  const row = [...rowsToName(stages)].find(({ summary }) => summary.restApiId === apiId);
  if (row === undefined) {
    need(stages);
    return { kind: 'live', methods: latest };
  }
  const { Stages } = row.summary;
  if (Stages.length === 0) return { kind: 'nowhere' };
  const { Deployments } = need(row.detail);
  const summaries = new Map(Deployments.map(({ id, Methods }) => [id, Methods]));
  const running = Stages.flatMap(({ stageName = '', deploymentId, canarySettings }) =>
    [deploymentId, canarySettings?.deploymentId].flatMap((id) => (id === undefined ? [] : [{ stage: stageName, deployment: id }])),
  );
  if (running.some(({ deployment }) => summaries.get(deployment) === undefined)) return { kind: 'live', methods: latest };
  const live = methods.flatMap((method) =>
    running.flatMap((deployed): readonly LiveMethod[] => {
      const found = summaries.get(deployed.deployment)?.find((one) => isSame(one, method));
      return found === undefined ? [] : [{ method, authorizationType: found.authorizationType, deployed }];
    }),
  );
  return { kind: 'live', methods: live };
}

/** An API key is none. https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html */
export function isAuthorized({ authorizationType }: { readonly authorizationType?: string | undefined }): boolean {
  return authorizationType !== undefined && authorizationType !== 'NONE';
}

function isSame(one: DeployedMethod, { path, httpMethod }: RestMethod): boolean {
  return one.path === path && one.httpMethod === httpMethod;
}
