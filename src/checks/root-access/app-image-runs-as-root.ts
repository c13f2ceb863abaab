import type { Evidence } from '../../core/evidence.ts';
import { known } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

const source = 'sagemaker:ListAppImageConfigs';
const kinds = ['KernelGatewayImageConfig', 'JupyterLabAppImageConfig', 'CodeEditorAppImageConfig'] as const;

export default defineCheck({
  id: 'app-image-runs-as-root',
  title: 'Custom image of Studio runs its apps as root',
  severity: 'info',
  family: 'root-access',
  requirements: ['ROOT-4'],
  controls: [],
  description:
    'A custom image is mounted and run for the user id in its configuration; DefaultUid 0 is root in the container. AWS maps the users of Studio ' +
    'containers to ids without rights on the host, keeps the instance metadata away and gives each user a folder of their own, so that this is far less ' +
    'than root on a notebook instance. The kernels of AWS’s own images run as root, too, and the user of JupyterServer may use sudo. It matters where a ' +
    'policy says that nobody is root, or where software in the image should not be changed by its users. Absent means 1000, a user without rights.',
  remediation:
    'Can be changed in place: `aws sagemaker update-app-image-config --app-image-config-name … --jupyter-lab-app-image-config ' +
    'FileSystemConfig={DefaultUid=1000,DefaultGid=100}` (or `--kernel-gateway-image-config`, `--code-editor-app-image-config`), with an image that works for ' +
    'that user. Apps that run keep what they have: delete and start them again.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security-access-control-studio-nb.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FileSystemConfig.html',
  ],
  needs: ['appImageConfigs'],
  *resources({ appImageConfigs, scope: { account, region } }) {
    for (const config of appImageConfigs) {
      const { AppImageConfigName: name = '', AppImageConfigArn: arn = '' } = config;
      yield known({ resource: { type: 'AWS::SageMaker::AppImageConfig', name, arn, account, region }, about: config });
    }
  },
  evaluate(config) {
    const there = kinds.filter((kind) => config[kind] !== undefined);
    const uids = there.map((kind): Evidence => {
      const uid = config[kind]?.FileSystemConfig?.DefaultUid;
      return { source, path: `${kind}.FileSystemConfig.DefaultUid`, value: uid ?? null };
    });
    const [root, ...more] = uids.filter(({ value }) => value === 0);
    if (root !== undefined) return fail('apps with the image run as root in their container', [root, ...more]);
    if (uids.length === 0) return notApplicable('the configuration is for no kind of app');
    // Absent means 1000: API_FileSystemConfig.html
    return pass('apps with the image do not run as root', uids);
  },
});
