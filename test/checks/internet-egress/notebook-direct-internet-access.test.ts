import check from '../../../src/checks/internet-egress/notebook-direct-internet-access.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, {
  fail: [
    [
      'enabled, without a subnet',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled', SubnetId: undefined })] }),
      'nb-1',
      { requirements: ['EGR-1'], evidence: ['sagemaker:DescribeNotebookInstance DirectInternetAccess="Enabled"'] },
    ],
    [
      'enabled, with a subnet: the subnet does not matter',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })] }),
      'nb-1',
      { says: 'past its own subnet and security groups' },
    ],
    [
      'enabled while root access is disabled (Prowler until 2026: PASS)',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled', RootAccess: 'Disabled' })] }),
      'nb-1',
    ],
    [
      'absent: enabled is the documented default',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: undefined })] }),
      'nb-1',
      { evidence: ['sagemaker:DescribeNotebookInstance DirectInternetAccess=null'] },
    ],
  ],
  pass: [
    ['disabled', inventory({ notebookInstances: [notebook()] }), 'nb-1'],
    ['disabled while root access is enabled', inventory({ notebookInstances: [notebook('nb-1', { RootAccess: 'Enabled' })] }), 'nb-1'],
  ],
  unknown: [
    [
      'a value nobody has heard of',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Filtered' as 'Enabled' })] }),
      'nb-1',
      { says: 'Filtered', missing: [] },
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
