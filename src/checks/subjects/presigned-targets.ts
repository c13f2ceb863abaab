import type { Ask } from '../../iam/ask.ts';
import type { Estate } from '../../inventory/estate.ts';
import type { Scope } from '../check.ts';
import type { AccessTarget } from './access-target.ts';
import { regionRows } from './region-rows.ts';

export const presignedFacts = ['domains', 'userProfiles', 'notebookInstances'] as const;

/** What presigned URLs open in an account. */
export interface PresignedTargets {
  /** URLs on which a policy may set conditions. */
  readonly open: readonly AccessTarget[];
  /** How many domains there are in which it may not. */
  readonly identityCenter: number;
}

/** The URLs of Studio domains in IAM mode and of notebook instances, in every audited Region where there are any. */
export function presignedTargets(facts: {
  readonly estate: Estate<(typeof presignedFacts)[number]>;
  readonly scope: Scope;
}): PresignedTargets {
  const arn = (path: string): string => `arn:${facts.scope.partition}:sagemaker:REGION:${facts.scope.account}:${path}`;
  const profiles = regionRows(facts, 'userProfiles').flatMap(({ rows }) => rows);
  const ofDomain = (id: string): Ask => ({
    action: 'sagemaker:CreatePresignedDomainUrl',
    resource: arn(`user-profile/${id}/?*`),
    examples: [
      ...profiles.filter(({ summary }) => summary.DomainId === id).map(({ summary }) => summary.UserProfileName ?? ''),
      'example',
    ].map((name) => arn(`user-profile/${id.replace('?*', 'd-example')}/${name}`)),
    demands: {},
  });
  const open: AccessTarget[] = [];
  let identityCenter = 0;
  for (const { region, rows, gap } of regionRows(facts, 'domains')) {
    for (const { summary, detail } of rows) {
      const question = ofDomain(summary.DomainId ?? '?*');
      if (!detail.known) open.push({ question, region, gap: detail.gap });
      else if (detail.value.AuthMode === 'SSO') identityCenter += 1;
      else open.push({ question, region });
    }
    if (gap !== undefined) open.push({ question: ofDomain('?*'), region, gap });
  }
  for (const { region, rows, gap } of regionRows(facts, 'notebookInstances')) {
    if (rows.length === 0 && gap === undefined) continue;
    const names = rows.map(({ summary }) => summary.NotebookInstanceName ?? '');
    const question: Ask = {
      action: 'sagemaker:CreatePresignedNotebookInstanceUrl',
      resource: arn('notebook-instance/?*'),
      examples: [...names, 'example'].map((name) => arn(`notebook-instance/${name}`)),
      demands: {},
    };
    open.push({ question, region, gap: rows.length === 0 ? gap : undefined });
  }
  return { open, identityCenter };
}
