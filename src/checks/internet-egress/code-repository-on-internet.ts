import { known } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { isOnInternet } from '../subjects/script-verdict.ts';
import { fail, pass, unknown } from '../verdict.ts';

export default defineCheck({
  id: 'code-repository-on-internet',
  title: 'Notebooks take their code from a repository on the internet',
  severity: 'low',
  family: 'internet-egress',
  requirements: ['EGR-14'],
  controls: [],
  description:
    'A code repository of SageMaker is cloned into each notebook instance that names it. Where it lies on the internet, the instances need a way out to ' +
    'reach it, users can push data to it or to a fork, and its host decides what code comes. CodeCommit in the own account, and Git on a private ' +
    'address, need neither.',
  remediation:
    'Mirror the repository into CodeCommit or a Git server that the VPC reaches, create a new code repository with its URL (the URL of one cannot be changed), ' +
    'and name it in the notebook instances while they are stopped: `aws sagemaker update-notebook-instance --default-code-repository …`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-git-repo.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_GitConfig.html',
  ],
  needs: ['codeRepositories'],
  *resources({ codeRepositories, scope: { account, region } }) {
    for (const repository of codeRepositories) {
      const { CodeRepositoryName: name = '', CodeRepositoryArn: arn = '' } = repository;
      yield known({ resource: { type: 'AWS::SageMaker::CodeRepository', name, arn, account, region }, about: repository });
    }
  },
  evaluate({ GitConfig }) {
    const url = GitConfig?.RepositoryUrl;
    const evidence = { source: 'sagemaker:ListCodeRepositories', path: 'GitConfig.RepositoryUrl', value: url ?? null };
    const host = /^[a-z0-9+.-]+:\/\/([^/:]+)/.exec(url ?? '')?.[1];
    if (host === undefined) return unknown('AWS gave no URL of the repository that this version can read', [evidence]);
    if (isOnInternet(host)) return fail(`the repository lies on ${host}`, [evidence]);
    return pass('the repository lies in a place of your own', [evidence]);
  },
});
