import type { PathStep } from '../core/path-step.ts';
import type { TraceAnswer, TracePiece } from '../core/trace-report.ts';
import { carriersOf } from '../iam/carriers.ts';
import { endpointCrossings } from '../iam/endpoint-crossings.ts';
import { readPolicy } from '../iam/policy-document.ts';
import { awsServices, serviceOfEndpoint, type AwsService } from '../network/endpoints/aws-service.ts';
import { endpointReach, type EndpointReach } from '../network/endpoints/endpoint-reach.ts';
import { partitionOfRegion } from '../network/endpoints/partition-of-region.ts';
import { allVpcEndpoints } from '../network/endpoints/vpc-endpoints-of.ts';
import type { Network } from '../network/network.ts';
import type { Answered } from './answered.ts';
import type { Subject } from './subject.ts';

/** What code in SageMaker needs nearly always, whether there is an endpoint for it or not. */
const usual: readonly AwsService[] = ['sagemaker.api', 'sagemaker.runtime', 's3', 'sts', 'logs', 'ecr.api', 'ecr.dkr', 'kms'];

/** The services worth asking about: the usual ones, and those for which the subject's VPCs have endpoints. */
export function servicesFor(subject: Subject, network: Network): readonly AwsService[] {
  const vpcs = new Set(subject.origins.map(({ vpcId }) => vpcId));
  const present = allVpcEndpoints(network)
    .filter(({ row }) => vpcs.has(row.VpcId ?? ''))
    .flatMap(({ row, place }) => serviceOfEndpoint(row, place.region) ?? []);
  const wanted = new Set([...usual, ...present]);
  return awsServices.filter((service) => wanted.has(service));
}

const worstFirst = ['nowhere', 'undecided', 'public', 'private'] as const;

/** Does the name of an AWS service lead the subject to a private path, a public one, or nowhere? From the worst of its origins. */
export function endpointAnswer(
  subject: Subject,
  network: Network,
  service: AwsService,
  region?: string,
  target: string = service,
): Answered {
  const asked = subject.origins.map((origin) => ({ origin, reach: past(subject, endpointReach(network, origin, service, region)) }));
  const verdict = worstFirst.find((each) => asked.some(({ reach }) => reach.verdict === each)) ?? 'undecided';
  const deciding = asked.find(({ reach }) => reach.verdict === verdict)?.reach;
  const answer: TraceAnswer = {
    question: 'endpoint',
    family: null,
    target,
    verdict,
    summary: deciding === undefined ? 'it has no interface in a VPC' : summaryOf(deciding),
    pieces: asked.map(({ origin, reach }) => reachPiece(origin.id, reach)),
    smallestChanges: [],
    distance: null,
    pivots: [],
    policy: deciding?.endpoint === undefined || verdict === 'nowhere' ? null : policyOf(network, deciding.endpoint, service),
  };
  return { answer, doubts: asked.flatMap(({ reach }) => reach.doubts) };
}

/**
 * Beside direct internet access routes to gateway endpoints are not used, and what does not get out of the VPC gets out past it.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
 */
function past({ direct: [direct] }: Subject, reach: EndpointReach): EndpointReach {
  if (direct === undefined || (reach.verdict === 'private' && !reach.gateway) || reach.name.resolvesTo === 'endpoint') return reach;
  const step: PathStep = {
    kind: 'service-network',
    id: 'sagemaker',
    detail: `${direct.of}: ${direct.path} ${typeof direct.value === 'string' ? direct.value : 'absent'}`,
  };
  return { ...reach, verdict: 'public', gateway: false, endpoint: undefined, path: [step], blocker: undefined, doubts: [] };
}

function summaryOf({ verdict, endpoint, gateway, name, blocker, doubts }: EndpointReach): string {
  const by = gateway ? `gateway endpoint ${endpoint ?? ''}` : (endpoint ?? '');
  const named = `${name.host}: ${name.why}`;
  if (verdict === 'private') return gateway ? `by ${by}` : `by ${by}; ${named}`;
  if (verdict === 'public') return `over public addresses; ${named}`;
  if (verdict === 'undecided') return `needs ${[...new Set(doubts.map(({ settledBy }) => settledBy))].slice(0, 3).join('; ')}`;
  return `${named}${blocker === undefined ? '' : `; ${blocker.step.id} ${blocker.step.detail}`}`;
}

function reachPiece(origin: string, { verdict, path, blocker, doubts }: EndpointReach): TracePiece {
  const end: readonly PathStep[] =
    verdict === 'nowhere' && blocker !== undefined
      ? [{ ...blocker.step, kind: `blocked-by-${blocker.step.kind}` }]
      : verdict === 'undecided'
        ? doubts.map(({ code, object, settledBy }) => ({ kind: 'undecided', id: object, detail: `${code}: needs ${settledBy}` }))
        : [];
  return {
    verdict: verdict === 'nowhere' ? 'blocked' : verdict === 'undecided' ? 'undecided' : 'reachable',
    origin,
    traffic: [],
    shareOfInternet: 0,
    reply: null,
    path: [...path, ...end],
    blockedBy:
      verdict === 'nowhere' && blocker !== undefined ? { code: blocker.code, object: blocker.step.id, detail: blocker.step.detail } : null,
    undecidedBy:
      verdict === 'undecided'
        ? doubts.map(({ code, object, settledBy, gap }) => ({ code, object, needs: settledBy, operation: gap?.operation ?? null }))
        : [],
  };
}

/** Whether the endpoint's policy lets data through to strangers: it decides who may do what, and never whether packets get there. */
function policyOf(network: Network, id: string, service: AwsService): TraceAnswer['policy'] {
  const found = allVpcEndpoints(network).find(({ row }) => row.VpcEndpointId === id);
  if (found === undefined) return null;
  const { row, place } = found;
  // An endpoint without a policy has the default one, which allows everything.
  if (row.PolicyDocument === undefined) return 'default';
  const document = readPolicy(row.PolicyDocument);
  if (document.kind === 'unreadable') return 'unparsed';
  const crossings = endpointCrossings(
    { name: id, document },
    { partition: partitionOfRegion(place.region), region: place.region, endpointId: id, vpcId: row.VpcId ?? '' },
    { carriers: carriersOf(service), own: [], who: ['stranger', 'nobody'] },
  );
  if (crossings.some(({ answer }) => answer.kind === 'possible')) return 'open';
  return crossings.length > 0 && crossings.every(({ answer }) => answer.kind === 'impossible') ? 'restricted' : 'unparsed';
}
