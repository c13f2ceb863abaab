import type { Ask } from '../../iam/ask.ts';
import type { KeyDomain } from '../../iam/question.ts';
import { many } from '../../iam/request.ts';
import type { Scope } from '../check.ts';

/** A name that no policy can have meant. */
export const strangersName = 'zq7-of-somebody-else';

/** An action of SageMaker on resources of the account. */
export function sagemakerAsk(
  { partition, account }: Pick<Scope, 'partition' | 'account'>,
  action: string,
  path: string,
  demands: { readonly [key: string]: KeyDomain } = {},
  examples: readonly string[] = [],
): Ask {
  const arn = (end: string): string => `arn:${partition}:sagemaker:REGION:${account}:${end}`;
  return {
    action: `sagemaker:${action}`,
    resource: arn(path),
    examples: [...examples, path.replaceAll('?*', 'example')].map(arn),
    demands,
  };
}

/** Handing a role that nobody named to SageMaker. */
export function passStrangersRole({ partition, account }: Pick<Scope, 'partition' | 'account'>): Ask {
  const resource = `arn:${partition}:iam::${account}:role/${strangersName}`;
  const toSageMaker = { kind: 'listed', candidates: [{ value: { kind: 'one', value: 'sagemaker.amazonaws.com' } }] } as const;
  return { action: 'iam:PassRole', resource, examples: [resource], demands: { 'iam:passedtoservice': toSageMaker } };
}

/** A lifecycle configuration of the caller's own making. */
export function ownScript({ partition, account }: Pick<Scope, 'partition' | 'account'>, kind: string): KeyDomain {
  const value = many(`arn:${partition}:sagemaker:us-east-1:${account}:${kind}/${strangersName}`);
  return { kind: 'listed', candidates: [{ value }] };
}
