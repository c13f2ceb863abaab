import { defineCheck } from '../check.ts';
import { accessVerdict } from '../subjects/access-verdict.ts';
import { chainAnswer, type Chain } from '../subjects/chain-answer.ts';
import { domainRegions, unlessUnread } from '../subjects/domain-regions.ts';
import { ownScript, sagemakerAsk } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';

export default defineCheck({
  id: 'principal-plants-studio-scripts',
  title: 'Principal may run code in the Studio apps of others',
  severity: 'high',
  family: 'root-access',
  requirements: ['ROOT-2'],
  controls: [],
  description:
    'A lifecycle configuration of a domain or a user profile runs in the apps of its users when they start, with their roles and their files. Whoever may ' +
    'create one (`sagemaker:CreateStudioLifecycleConfig`) and put it on a domain or a profile (`sagemaker:UpdateDomain`, `sagemaker:UpdateUserProfile`) runs code as ' +
    'all of them, again and again. Asked is for both together, where domains exist, with a configuration that no policy names ' +
    `(\`sagemaker:StudioLifecycleConfigArns\`). Spaces of others are a check of their own. ${principalMethod}`,
  remediation:
    'Leave `sagemaker:CreateStudioLifecycleConfig`, `sagemaker:UpdateDomain` and `sagemaker:UpdateUserProfile` to administrators, or deny the updates where ' +
    '`sagemaker:StudioLifecycleConfigArns` holds others than the approved ones (`ForAnyValue:ArnNotLike`). Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-lifecycle-configurations.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateDomain.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: ['domains'],
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const targets = domainRegions({ estate, scope });
    if (targets !== undefined) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets: { regions, paths, gap } }, { scope }) {
    const mine = { 'sagemaker:studiolifecycleconfigarns': ownScript(scope, 'studio-lifecycle-config') };
    const create = sagemakerAsk(scope, 'CreateStudioLifecycleConfig', 'studio-lifecycle-config/?*');
    const chains: readonly Chain[] = [
      [sagemakerAsk(scope, 'UpdateDomain', 'domain/?*', mine, paths), create],
      [sagemakerAsk(scope, 'UpdateUserProfile', 'user-profile/?*/?*', mine), create],
    ];
    return accessVerdict(
      subject,
      scope,
      (policies) => unlessUnread(chainAnswer(chains, policies, subject.principal.caller, { partition: scope.partition, regions }), gap),
      { what: 'run scripts of its own in the Studio apps of others', held: 'cannot put scripts of its own on domains or user profiles' },
    );
  },
});
