import type { Stages } from '@aws-sdk/client-api-gateway';
import type { Session } from '../aws/session.ts';
import { missing } from '../inventory/fact.ts';
import { mayLeadToEndpoint } from '../inventory/may-lead-to-endpoint.ts';
import { rowsToName } from '../inventory/rows.ts';
import {
  restSnapshotShape,
  restStageShape,
  type DeployedMethod,
  type RestDeployment,
  type RestStages,
} from '../inventory/sections/rest-stages.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { namedInRows } from './named-in.ts';
import { notAsked } from './not-asked.ts';

/** What is deployed of the REST APIs that may lead to an endpoint: a list of the stages of each, and a summary of each deployment. */
export default {
  section: 'restStages',
  after: ['restApis'],
  actions: ['apigateway:GetStages', 'apigateway:GetDeployment'],
  async collect(session, options, earlier) {
    const named = namedInRows(earlier('restApis'), (api) => (mayLeadToEndpoint(api) ? [api.summary.id] : []));
    const ids = [...rowsToName(named)];
    if (ids.length === 0) {
      if (named.known) return notAsked('apigateway:GetStages', 'no REST API may lead to an endpoint');
      return { fact: missing(named.gap), ledger: [], notes: [] };
    }
    const read = await listThenDescribe(session, options, {
      section: 'restStages',
      list: {
        operation: 'apigateway:GetStages',
        pages: async () => stagesOf(ids, session),
        // AWS sends nothing at all where there is no stage.
        rows: ({ restApiId, item = [] }) => [{ restApiId, Stages: item.map((stage) => select(stage, restStageShape)) }],
      },
      describe: {
        operation: 'apigateway:GetDeployment',
        key: ({ restApiId }) => restApiId,
        arn: ({ restApiId }) => `arn:${session.partition}:apigateway:${session.region}::/restapis/${restApiId}`,
        call: async (summary) => ({ Deployments: await deploymentsOf(summary, session) }),
      },
    });
    return { ...read, fact: named.known || !read.fact.known ? read.fact : missing(named.gap, read.fact.value) };
  },
} satisfies Collector<'restStages'>;

interface StagesPage extends Stages {
  readonly restApiId: string;
  readonly NextToken?: string;
}

/** The stages of an API come in one answer. https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html */
async function* stagesOf(ids: readonly string[], session: Session): AsyncGenerator<StagesPage, void> {
  const [client, sdk] = [await session.restApis(), await import('@aws-sdk/client-api-gateway')];
  for (const restApiId of ids) {
    const { item } = await client.send(new sdk.GetStagesCommand({ restApiId }), { abortSignal: session.signal });
    yield { restApiId, ...(item === undefined ? {} : { item }) };
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployment.html */
async function deploymentsOf({ restApiId, Stages: stages }: RestStages['summary'], session: Session): Promise<readonly RestDeployment[]> {
  const [client, sdk] = [await session.restApis(), await import('@aws-sdk/client-api-gateway')];
  const deployments = [];
  for (const id of deploymentsIn(stages)) {
    const input = { restApiId, deploymentId: id, embed: ['apisummary'] };
    const { apiSummary = {} } = await client.send(new sdk.GetDeploymentCommand(input), { abortSignal: session.signal });
    const Methods = Object.entries(apiSummary).flatMap(([path, methods]) =>
      Object.entries(methods).map(([httpMethod, method]): DeployedMethod => ({ path, httpMethod, ...select(method, restSnapshotShape) })),
    );
    deployments.push({ id, Methods });
  }
  return deployments;
}

/** A canary release is a second deployment of a stage. https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
function deploymentsIn(stages: RestStages['summary']['Stages']): readonly string[] {
  const ids = stages.flatMap(({ deploymentId, canarySettings }) => [deploymentId, canarySettings?.deploymentId]);
  return [...new Set(ids.flatMap((id) => id ?? []))].sort();
}
