import { known, need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { scriptVerdict } from '../subjects/script-verdict.ts';

export default defineCheck({
  id: 'notebook-script-runs-internet-code',
  title: 'Startup script of notebooks brings code from the internet',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-14'],
  controls: [],
  description:
    'Lifecycle scripts run as root with the execution role, at the creation or at each start of a notebook instance. Whoever controls the site, the ' +
    'package or the repository that such a script takes code from, controls every instance that starts. Looked at: what is piped from curl or wget into ' +
    'an interpreter or started as a file, packages of Python, conda and npm from public registries, and `git clone`. CodeArtifact, CodeCommit and ' +
    'private addresses are your own; signed packages of the distribution (yum, dnf, apt) and data that is only downloaded are not weighed. Of a ' +
    'script mlsec keeps a hash, counts, program names and hosts, and no line.',
  remediation:
    'Keep what the script needs in places of your own: an S3 bucket, a CodeArtifact repository that stands before PyPI, an image in ECR. Then change the ' +
    'script in place, while the instances are stopped: `aws sagemaker update-notebook-instance-lifecycle-config`. Pin versions and compare hashes.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html',
    'https://docs.aws.amazon.com/codeartifact/latest/ug/using-python.html',
  ],
  needs: ['notebookLifecycleConfigs'],
  *resources({ notebookLifecycleConfigs, scope: { account, region } }) {
    for (const config of notebookLifecycleConfigs) {
      const { NotebookInstanceLifecycleConfigName: name = '', NotebookInstanceLifecycleConfigArn: arn = '' } = config.summary;
      yield known({ resource: { type: 'AWS::SageMaker::NotebookInstanceLifecycleConfig', name, arn, account, region }, about: config });
    }
  },
  evaluate(config) {
    const { OnCreate, OnStart } = need(config.detail);
    const scripts = [
      ...OnCreate.map((script, at) => ({ path: `OnCreate[${at}].Content`, script })),
      ...OnStart.map((script, at) => ({ path: `OnStart[${at}].Content`, script })),
    ];
    return scriptVerdict(scripts, 'sagemaker:DescribeNotebookInstanceLifecycleConfig');
  },
});
