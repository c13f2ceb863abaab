import { known } from '../inventory/fact.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import { unreadServing, type Posture } from './container-part.ts';
import { holdsComponents, isServerless, variantsOf } from './endpoint-variants.ts';
import { containerConnections, isolationOf, outsideOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Limits, Workload } from './workload.ts';

const source = 'sagemaker:DescribeEndpointConfig';

/**
 * An endpoint configuration, for what it says itself: where inference components run, and whether isolated. Where its variants name models,
 * these say so. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
export function endpointConfigWorkload({ summary, detail }: EndpointConfig, { account, region }: Where): Workload {
  const { EndpointConfigName: name = '', EndpointConfigArn: arn = '' } = summary;
  return {
    kind: 'endpoint-config',
    resource: { type: 'AWS::SageMaker::EndpointConfig', name, arn, account, region },
    lifecycle: 'configured',
    ...(detail.known ? postureOfConfig(detail.value, name) : unreadServing(detail.gap)),
  };
}

function postureOfConfig(config: EndpointConfigDetail, of: string): Posture & Pick<Workload, 'limits'> {
  const variants = variantsOf(config);
  if (!variants.some(holdsComponents)) {
    return { placements: [], connections: [], unresolved: [], isolation: [], limits: known(limitsOf(variants.some(isServerless))) };
  }
  return {
    placements: placementOf(config.VpcConfig, { source, of }),
    connections: containerConnections(config, { source, of }),
    unresolved: [],
    outside: outsideOf(config.VpcConfig, { source, of }),
    isolation: [known(isolationOf(config, { source, of }))],
  };
}

function limitsOf(serverless: boolean): Limits {
  const reason = serverless ? 'serverless variants support neither a VPC nor isolation' : 'the models that its variants name decide';
  return { vpc: reason, isolation: reason };
}
