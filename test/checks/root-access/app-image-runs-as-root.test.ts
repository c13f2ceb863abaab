import check from '../../../src/checks/root-access/app-image-runs-as-root.ts';
import type { AppImageConfig } from '../../../src/inventory/sections/app-image-configs.ts';
import { inventory } from '../../support/inventory.ts';
import { appImageConfig } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withConfig = (given: Partial<AppImageConfig>) => inventory({ appImageConfigs: [appImageConfig('image', given)] });
const as = (DefaultUid?: number) => ({ FileSystemConfig: { DefaultUid, DefaultGid: 100 } });

testCheck(check, {
  fail: [
    [
      'JupyterLab as root',
      withConfig({ JupyterLabAppImageConfig: as(0) }),
      'image',
      { requirements: ['ROOT-4'], evidence: ['sagemaker:ListAppImageConfigs JupyterLabAppImageConfig.FileSystemConfig.DefaultUid=0'] },
    ],
    ['kernels as root', withConfig({ KernelGatewayImageConfig: as(0) }), 'image'],
    ['one kind of two', withConfig({ JupyterLabAppImageConfig: as(1000), CodeEditorAppImageConfig: as(0) }), 'image'],
  ],
  pass: [
    ['a user', withConfig({ CodeEditorAppImageConfig: as(1000) }), 'image'],
    ['no id: 1000', withConfig({ JupyterLabAppImageConfig: as() }), 'image'],
    ['no file system: 1000', withConfig({ JupyterLabAppImageConfig: {} }), 'image'],
  ],
  unknown: [
    [
      'list refused',
      inventory({ appImageConfigs: refused('sagemaker:ListAppImageConfigs') }),
      '111122223333',
      { missing: ['sagemaker:ListAppImageConfigs'] },
    ],
  ],
  'not-applicable': [['for no kind of app', withConfig({ JupyterLabAppImageConfig: undefined }), 'image']],
  silent: [['no configuration', inventory()]],
});
