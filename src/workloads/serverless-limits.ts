import type { Gap } from '../core/gap.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { EndpointConfig } from '../inventory/sections/endpoint-configs.ts';
import { isServerless, variantsOf } from './endpoint-variants.ts';
import type { Limits } from './workload.ts';

const reason = 'it serves on serverless variants alone, which support neither a VPC nor isolation';

/**
 * Why a model could not be given a VPC or isolation, where every variant that names it is serverless.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html#serverless-endpoints-how-it-works-exclusions
 */
export function serverlessLimits(model: string, configs: Fact<readonly EndpointConfig[]>): Fact<Limits | undefined> {
  if (!configs.known) return missing(configs.gap);
  const { serverless, others, hidden } = usesIn(configs.value);
  if (others.has(model)) return known(undefined);
  // One that could not be read may have a variant with instances of its own.
  if (hidden !== undefined) return missing(hidden);
  return known(serverless.has(model) ? { vpc: reason, isolation: reason } : undefined);
}

interface Uses {
  readonly serverless: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly hidden: Gap | undefined;
}

const cache = new WeakMap<readonly EndpointConfig[], Uses>();

/** The models of all configurations. Kept per list, because every model of an account asks for them. */
function usesIn(configs: readonly EndpointConfig[]): Uses {
  let uses = cache.get(configs);
  if (uses === undefined) cache.set(configs, (uses = collected(configs)));
  return uses;
}

function collected(configs: readonly EndpointConfig[]): Uses {
  const [serverless, others] = [new Set<string>(), new Set<string>()];
  let hidden: Gap | undefined;
  for (const { detail } of configs) {
    if (!detail.known) hidden ??= detail.gap;
    else for (const variant of variantsOf(detail.value)) (isServerless(variant) ? serverless : others).add(variant.ModelName ?? '');
  }
  return { serverless, others, hidden };
}
