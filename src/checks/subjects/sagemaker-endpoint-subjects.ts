import type { Fact } from '../../inventory/fact.ts';
import { sagemakerServiceOf, type SageMakerService } from '../../network/interface-endpoint.ts';
import type { Subject } from '../check.ts';
import { endpointSubjects, type EndpointSubject } from './endpoint-subjects.ts';

/** An endpoint through which workloads may reach a service of SageMaker. */
export type SageMakerEndpoint = EndpointSubject<SageMakerService>;

/** The endpoints for SageMaker in VPCs that run workloads; and a missing fact for whatever may hide more of them. */
export function sagemakerEndpointSubjects(
  facts: Parameters<typeof endpointSubjects>[0],
): Generator<Fact<Subject<SageMakerEndpoint>>, void> {
  return endpointSubjects(facts, sagemakerServiceOf);
}
