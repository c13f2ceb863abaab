import type { EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';

type Variant = NonNullable<EndpointConfigDetail['ProductionVariants']>[number];

/** All variants of a configuration, shadows too. */
export function variantsOf(config: EndpointConfigDetail): readonly Variant[] {
  return [...(config.ProductionVariants ?? []), ...(config.ShadowProductionVariants ?? [])];
}

/** A serverless variant knows neither VPC nor isolation. https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html */
export function isServerless({ ServerlessConfig }: Variant): boolean {
  return ServerlessConfig !== undefined;
}

/** A variant for inference components names no model; its configuration says where they run, and whether isolated. */
export function holdsComponents(variant: Variant): boolean {
  return variant.ModelName === undefined && !isServerless(variant);
}

/** The models that variants name, each once; without those of serverless variants, whose settings do not count. */
export function modelNamesOf(config: EndpointConfigDetail): readonly string[] {
  return [...new Set(variantsOf(config).flatMap((variant) => (isServerless(variant) ? [] : (variant.ModelName ?? []))))];
}
