import { known, need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { scriptVerdict } from '../subjects/script-verdict.ts';

export default defineCheck({
  id: 'studio-script-runs-internet-code',
  title: 'Startup script of Studio apps brings code from the internet',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-14'],
  controls: [],
  description:
    'A lifecycle configuration of Studio runs at the start of each app that names it, with the execution role of its user. Whoever controls the site, ' +
    'the package or the repository that it takes code from, acts as every such user. Looked at: what is piped from curl or wget into an interpreter ' +
    'or started as a file, packages of Python, conda and npm from public registries, and `git clone`. CodeArtifact, CodeCommit and private ' +
    'addresses are your own; packages of the distribution and data that is only downloaded are not weighed. No line of a script is kept.',
  remediation:
    'A lifecycle configuration of Studio cannot be changed: keep what it needs in S3, CodeArtifact or a custom image, create a new configuration, name it ' +
    'in the domain, profiles and spaces in place of the old one (`aws sagemaker update-domain`, `update-user-profile`, `update-space`), and delete the old.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-lifecycle-configurations.html',
    'https://docs.aws.amazon.com/codeartifact/latest/ug/using-python.html',
  ],
  needs: ['studioLifecycleConfigs'],
  *resources({ studioLifecycleConfigs, scope: { account, region } }) {
    for (const config of studioLifecycleConfigs) {
      const { StudioLifecycleConfigName: name = '', StudioLifecycleConfigArn: arn = '' } = config.summary;
      yield known({ resource: { type: 'AWS::SageMaker::StudioLifecycleConfig', name, arn, account, region }, about: config });
    }
  },
  evaluate(config) {
    const scripts = [{ path: 'StudioLifecycleConfigContent', script: need(config.detail).Script }];
    return scriptVerdict(scripts, 'sagemaker:DescribeStudioLifecycleConfig');
  },
});
