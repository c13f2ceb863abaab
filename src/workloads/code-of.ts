import type { Isolation } from './workload.ts';

/** Images of AWS that cannot run isolated, by the beginnings of their repositories. */
const exempt = ['sagemaker-clarify-processing', 'sagemaker-chainer', 'sagemaker-rl-'] as const;

/**
 * What the code that runs in containers means for their isolation.
 *
 * @param images of all containers
 * @param named algorithms and model packages that these come from, by name or ARN
 * @param account whose workload it is
 */
export function codeOf(
  images: readonly (string | undefined)[],
  named: readonly (string | undefined)[],
  account: string,
): Pick<Isolation, 'exemptImage' | 'foreignCode'> {
  return {
    exemptImage: images.map((image) => exemptImageOf(image, account)).find((image) => image !== undefined),
    foreignCode: named.find((name) => isOfAnother(name, account)),
  };
}

/**
 * The repository of an image, where it is one of AWS's own that needs the network: SageMaker Clarify asks the endpoint that it explains, and the
 * containers for Chainer and for SageMaker RL do not support isolation. A copy in the account's own registry is the account's own image.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
 * https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-vpc.html
 */
function exemptImageOf(image: string | undefined, account: string): string | undefined {
  const [, registry, repository = ''] = /^(\d{12})\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(image ?? '') ?? [];
  return registry !== undefined && registry !== account && exempt.some((name) => repository.startsWith(name)) ? repository : undefined;
}

/** A name alone, and an ARN of the account, are its own. */
function isOfAnother(name: string | undefined, account: string): boolean {
  const owner = name?.startsWith('arn:') === true ? name.split(':')[4] : undefined;
  return owner !== undefined && owner !== account;
}
