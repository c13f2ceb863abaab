import type { Evidence } from '../../core/evidence.ts';
import { known, need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { CodeRepository } from '../../inventory/sections/code-repositories.ts';
import { defineCheck, type Subject } from '../check.ts';
import { notebookRepositories, studioRepositories } from '../subjects/repository-places.ts';
import { isOnInternet } from '../subjects/script-verdict.ts';
import { fail, pass, unknown } from '../verdict.ts';

const sections = ['codeRepositories', 'notebookInstances', 'domains', 'userProfiles', 'spaces'] as const;

export default defineCheck({
  id: 'code-repository-on-internet',
  title: 'Notebooks take their code from a repository on the internet',
  severity: 'low',
  family: 'internet-egress',
  requirements: ['EGR-14'],
  controls: [],
  description:
    'A code repository of SageMaker is cloned into each notebook instance that names it, and so is a URL that an instance is given itself; one in the settings of a Studio domain, a user profile or a space is ' +
    'offered to its users to be cloned into their apps. Where it lies on the internet, what clones it needs a way out to reach it, users can push data to it or ' +
    'to a fork, and its host decides what code comes. CodeCommit in the own account, and Git on a private address, need neither. Of a URL neither user, ' +
    'password nor query is kept.',
  remediation:
    'Mirror the repository into CodeCommit or a Git server that the VPC reaches. Notebook instances: create a new code repository with its URL (the URL of one ' +
    'cannot be changed), and name it, in place of a URL too, while they are stopped: `aws sagemaker update-notebook-instance --default-code-repository …`. Studio: change the settings in ' +
    'place, `aws sagemaker update-domain --default-user-settings`, `update-user-profile --user-settings` or `update-space --space-settings`, with the new ' +
    '`CodeRepositories`; apps take them when they start anew.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-git-repo.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_GitConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CodeRepository.html',
  ],
  needs: sections,
  consults: sections,
  *resources({ scope, ...facts }): Generator<Fact<Subject<Fact<readonly Evidence[]>>>, void> {
    const { account, region } = scope;
    for (const repository of rowsToName(facts.codeRepositories)) {
      const { CodeRepositoryName: name = '', CodeRepositoryArn: arn = '' } = repository;
      const resource = { type: 'AWS::SageMaker::CodeRepository', name, arn, account, region };
      yield known({ resource, about: known([evidenceOf(repository)]) });
    }
    for (const { resource, urls } of notebookRepositories(facts, scope)) yield known({ resource, about: urls });
    for (const { resource, urls } of studioRepositories(facts, scope)) yield known({ resource, about: urls });
  },
  evaluate(fact) {
    const urls = need(fact);
    const hosts = urls.map((evidence) => ({ evidence, host: hostOf(evidence) }));
    const [first, ...others] = hosts.filter(({ host }) => host !== undefined && isOnInternet(host));
    if (first !== undefined) {
      const more = others.length === 0 ? '' : `, and ${others.length} more on the internet`;
      const all = [first, ...others].slice(0, shown).map(({ evidence }) => evidence);
      return fail(`the repository lies on ${first.host ?? ''}${more}`, [first.evidence, ...all.slice(1)]);
    }
    if (hosts.some(({ host }) => host === undefined)) {
      return unknown('AWS gave no URL of the repository that this version can read', urls.slice(0, shown));
    }
    return pass('the repository lies in a place of your own', urls.slice(0, shown));
  },
});

/** Enough to find one of them and to see that there are more. */
const shown = 5;

function evidenceOf({ GitConfig }: CodeRepository): Evidence {
  return { source: 'sagemaker:ListCodeRepositories', path: 'GitConfig.RepositoryUrl', value: GitConfig?.RepositoryUrl ?? null };
}

function hostOf({ value }: Evidence): string | undefined {
  return /^[a-z0-9+.-]+:\/\/([^/:]+)/.exec(typeof value === 'string' ? value : '')?.[1];
}
