import type { APIGatewayClient, Stage } from '@aws-sdk/client-api-gateway';
import type { Session } from '../aws/session.ts';
import { mayLeadToEndpoint } from '../inventory/may-lead-to-endpoint.ts';
import { restSnapshotShape, restStageShape, type DeployedMethod, type RestDeployments } from '../inventory/sections/rest-stages.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInRows } from './named-in.ts';

/** What is deployed of the REST APIs that may lead to an endpoint: a list of the stages of each, and a summary of each deployment. */
export default {
  section: 'restStages',
  after: ['restApis'],
  actions: ['apigateway:GetStages', 'apigateway:GetDeployment'],
  async collect(session, options, earlier) {
    const ids = namedInRows(earlier('restApis'), (api) => (mayLeadToEndpoint(api) ? [api.summary.id] : []));
    return describeNamed(session, options, {
      section: 'restStages',
      named: asRows(ids, 'restApiId'),
      describe: {
        operation: 'apigateway:GetStages',
        arn: ({ restApiId }) => `arn:${session.partition}:apigateway:${session.region}::/restapis/${restApiId}`,
        call: async ({ restApiId }) => deploymentsOf(await session.restApis(), restApiId, session),
      },
    });
  },
} satisfies Collector<'restStages'>;

/** The stages come in one answer. https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html */
async function deploymentsOf(client: APIGatewayClient, restApiId: string, { signal }: Session): Promise<RestDeployments> {
  const sdk = await import('@aws-sdk/client-api-gateway');
  const abort = { abortSignal: signal };
  // AWS sends nothing at all where there is no stage.
  const { item = [] } = await client.send(new sdk.GetStagesCommand({ restApiId }), abort);
  const Deployments = [];
  for (const id of deploymentsIn(item)) {
    const input = { restApiId, deploymentId: id, embed: ['apisummary'] };
    const { apiSummary = {} } = await client.send(new sdk.GetDeploymentCommand(input), abort);
    const Methods = Object.entries(apiSummary).flatMap(([path, methods]) =>
      Object.entries(methods).map(([httpMethod, method]): DeployedMethod => ({ path, httpMethod, ...select(method, restSnapshotShape) })),
    );
    Deployments.push({ id, Methods });
  }
  return { Stages: item.map((stage) => select(stage, restStageShape)), Deployments };
}

/** A canary release is a second deployment of a stage. https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
function deploymentsIn(stages: readonly Stage[]): readonly string[] {
  const ids = stages.flatMap(({ deploymentId, canarySettings }) => [deploymentId, canarySettings?.deploymentId]);
  return [...new Set(ids.flatMap((id) => id ?? []))].sort();
}
