import type { Evidence } from '../../core/evidence.ts';
import { known, type Known } from '../../inventory/fact.ts';
import type { Workforce } from '../../inventory/sections/workforces.ts';
import { parseCidr, type Cidr, type IpFamily } from '../../network/address-set.ts';
import { isWideOpen } from '../../network/wide-open.ts';
import type { Scope, Subject } from '../check.ts';

/** Every workforce, as what a verdict is about. */
export function* workforceSubjects(
  workforces: readonly Workforce[],
  { account, region }: Scope,
): Generator<Known<Subject<Workforce>>, void> {
  for (const workforce of workforces) {
    const { WorkforceName = '', WorkforceArn = '' } = workforce;
    const resource = { type: 'AWS::SageMaker::Workforce', name: WorkforceName, arn: WorkforceArn, account, region };
    yield known({ resource, about: workforce });
  }
}

/** From where workers may sign in. */
export interface WorkforceSources {
  /** `anywhere` without a list, `open` by a list as wide as the internet, `unreadable` by one that cannot be read. */
  readonly kind: 'anywhere' | 'open' | 'narrow' | 'unreadable';
  readonly evidence: Evidence;
}

/**
 * Without SourceIpConfig workers sign in from any address.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SourceIpConfig.html
 */
export function workforceSources({ SourceIpConfig }: Workforce): WorkforceSources {
  const cidrs = SourceIpConfig?.Cidrs ?? [];
  const evidence: Evidence = { source: 'sagemaker:ListWorkforces', path: 'SourceIpConfig.Cidrs', value: cidrs.length === 0 ? null : cidrs };
  if (cidrs.length === 0) return { kind: 'anywhere', evidence };
  const blocks = cidrs.flatMap((cidr): readonly Cidr[] => {
    const block = parseCidr(cidr);
    return block === undefined ? [] : [block];
  });
  const wide = (family: IpFamily): boolean =>
    isWideOpen(
      blocks.filter((block) => block.family === family),
      family,
    );
  if (wide(4) || wide(6)) return { kind: 'open', evidence };
  return { kind: blocks.length === cidrs.length ? 'narrow' : 'unreadable', evidence };
}
