import check from '../../../src/checks/root-access/notebook-unsupported-platform.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const on = (PlatformIdentifier: string | undefined) => inventory({ notebookInstances: [notebook('nb-1', { PlatformIdentifier })] });

testCheck(check, {
  fail: [
    [
      'Amazon Linux 2 with JupyterLab 4 (Steampipe: the only one that passes)',
      on('notebook-al2-v3'),
      'nb-1',
      {
        requirements: ['ROOT-6'],
        controls: ['SecurityHub/SageMaker.8', 'Config/sagemaker-notebook-instance-platform-version'],
        evidence: ['sagemaker:DescribeNotebookInstance PlatformIdentifier="notebook-al2-v3"'],
      },
    ],
    ['Amazon Linux 2 with JupyterLab 3', on('notebook-al2-v2'), 'nb-1'],
    ['Amazon Linux 2 with JupyterLab 1', on('notebook-al2-v1'), 'nb-1'],
    ['the first Amazon Linux', on('notebook-al1-v1'), 'nb-1'],
  ],
  pass: [['Amazon Linux 2023 (Steampipe: alarm)', on('notebook-al2023-v1'), 'nb-1']],
  unknown: [
    ['a platform nobody has heard of', on('notebook-al2030-v1'), 'nb-1', { says: 'notebook-al2030-v1', missing: [] }],
    ['absent: AWS documents no meaning', on(undefined), 'nb-1', { missing: [] }],
    [
      'describe refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
  ],
  silent: [['no notebook instances', inventory()]],
});
