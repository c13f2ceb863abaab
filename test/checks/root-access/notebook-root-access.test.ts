import check from '../../../src/checks/root-access/notebook-root-access.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, {
  fail: [
    [
      'enabled',
      inventory({ notebookInstances: [notebook('nb-1', { RootAccess: 'Enabled' })] }),
      'nb-1',
      { requirements: ['ROOT-1'], evidence: ['sagemaker:DescribeNotebookInstance RootAccess="Enabled"'] },
    ],
    [
      'absent: enabled is the documented default',
      inventory({ notebookInstances: [notebook('nb-1', { RootAccess: undefined })] }),
      'nb-1',
      { evidence: ['sagemaker:DescribeNotebookInstance RootAccess=null'] },
    ],
  ],
  pass: [
    ['disabled', inventory({ notebookInstances: [notebook()] }), 'nb-1'],
    [
      'disabled while direct internet access is on',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })] }),
      'nb-1',
    ],
  ],
  unknown: [
    [
      'a value nobody has heard of',
      inventory({ notebookInstances: [notebook('nb-1', { RootAccess: 'Sudo' as 'Enabled' })] }),
      'nb-1',
      { says: 'Sudo', missing: [] },
    ],
    [
      'describe refused (Prowler: PASS)',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
  ],
  silent: [['no notebook instances', inventory()]],
});
