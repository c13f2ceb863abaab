import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { domainSubjects } from '../subjects/domain-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeDomain';

export default defineCheck({
  id: 'domain-docker-not-rootless',
  title: 'Docker in Studio runs as root',
  severity: 'medium',
  family: 'root-access',
  requirements: ['ROOT-5'],
  controls: [],
  description:
    'Whoever may use Docker decides what runs in its containers. Where its daemon is root, a container with a mounted folder or with extra privileges ' +
    'is root beside the apps of the user. Rootless Docker, which has to be asked for, runs as the user, and has nothing to give.',
  remediation:
    'Can be changed in place: `aws sagemaker update-domain --domain-id … --domain-settings-for-update ' +
    'DockerSettings={EnableDockerAccess=ENABLED,RootlessDocker=ENABLED}`, or turn Docker off with `EnableDockerAccess=DISABLED`. Delete running apps ' +
    'first, so that they start with the new setting. Builds that need root in the daemon must be changed.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DockerSettings.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-local-get-started.html',
  ],
  needs: ['domains'],
  resources: ({ domains, scope }) => domainSubjects(domains, scope),
  evaluate(domain) {
    const { EnableDockerAccess, RootlessDocker } = need(domain.detail).DomainSettings?.DockerSettings ?? {};
    const access = { source, path: 'DomainSettings.DockerSettings.EnableDockerAccess', value: EnableDockerAccess ?? null };
    const rootless = { source, path: 'DomainSettings.DockerSettings.RootlessDocker', value: RootlessDocker ?? null };
    if (EnableDockerAccess === undefined || EnableDockerAccess === 'DISABLED')
      return notApplicable('the domain has no access to Docker', [access]);
    if (EnableDockerAccess !== 'ENABLED')
      return unknown(`this version does not know EnableDockerAccess=${String(EnableDockerAccess)}`, [access]);
    if (RootlessDocker === 'ENABLED') return pass('Docker in the domain is rootless', [access, rootless]);
    // Rootless where both are set: https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-local-get-started.html#studio-updated-local-rootless
    if (RootlessDocker === 'DISABLED' || RootlessDocker === undefined) return fail('Docker in the domain runs as root', [access, rootless]);
    return unknown(`this version does not know RootlessDocker=${String(RootlessDocker)}`, [access, rootless]);
  },
});
