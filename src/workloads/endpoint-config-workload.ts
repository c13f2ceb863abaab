import { known } from '../inventory/fact.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import { unreadServing, type Posture } from './container-part.ts';
import { holdsComponents, isServerless, variantsOf } from './endpoint-variants.ts';
import { configPosture } from './served-model.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/**
 * An endpoint configuration, for what it says itself: where inference components run, and whether isolated. Where its variants name models, these
 * have to say so. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
export function endpointConfigWorkload({ summary, detail }: EndpointConfig, { account, region }: Where): Workload {
  const { EndpointConfigName: name = '', EndpointConfigArn: arn = '' } = summary;
  return {
    kind: 'endpoint-config',
    resource: { type: 'AWS::SageMaker::EndpointConfig', name, arn, account, region },
    lifecycle: 'configured',
    ...(detail.known ? postureOfConfig(detail.value) : unreadServing(detail.gap)),
  };
}

function postureOfConfig(config: EndpointConfigDetail): Posture & Pick<Workload, 'limits'> {
  const variants = variantsOf(config);
  const own = configPosture(config);
  if (variants.some(holdsComponents)) return own;
  // What it says all the same holds for every container, see served-model.ts; serverless variants heed neither.
  const heeded = !variants.every(isServerless);
  const isolated = heeded && config.EnableNetworkIsolation === true;
  const placements = heeded ? own.placements : [];
  const reason = limitOf(variants.some(isServerless));
  return {
    placements,
    connections: isolated || placements.length > 0 ? own.connections : [],
    unresolved: [],
    isolation: isolated ? own.isolation : [],
    limits: known({ ...(placements.length > 0 ? {} : { vpc: reason }), ...(isolated ? {} : { isolation: reason }) }),
  };
}

function limitOf(serverless: boolean): string {
  return serverless ? 'serverless variants support neither a VPC nor isolation' : 'the models that its variants name decide';
}
