import type { Ask } from '../../iam/ask.ts';
import { one } from '../../iam/request.ts';
import { strangerAddresses } from '../../iam/stranger-addresses.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import type { Scope } from '../check.ts';
import type { Verdict } from '../verdict.ts';
import { targetAnswers, type AccessTarget } from './access-target.ts';
import { accessVerdict, worstAnswer, type AccessWords } from './access-verdict.ts';
import type { PrincipalSubject } from './principal-subjects.ts';

/**
 * May a principal ask for any of these from an address of the internet that no policy has heard of? Who may do so from the office alone, or
 * through an endpoint alone, may not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
export function anywhereVerdict(
  subject: PrincipalSubject,
  scope: Pick<Scope, 'partition'>,
  targets: readonly AccessTarget[],
  words: AccessWords,
): Verdict {
  const { caller } = subject.principal;
  return accessVerdict(
    subject,
    scope,
    (policies) => worstAnswer(targetAnswers(fromAnywhere(targets, policies), policies, caller, scope)),
    words,
  );
}

function fromAnywhere(targets: readonly AccessTarget[], policies: PolicySet): readonly AccessTarget[] {
  const address = { kind: 'listed', candidates: strangerAddresses(policies).map((text) => ({ value: one(text) })) } as const;
  const from = (question: Ask): Ask => ({
    ...question,
    origins: ['internet'],
    demands: { ...question.demands, 'aws:sourceip': address },
  });
  return targets.map(({ question, also, ...target }) => ({
    ...target,
    question: from(question),
    also: also && ((...asked) => from(also(...asked))),
  }));
}
