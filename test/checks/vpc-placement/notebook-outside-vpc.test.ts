import check from '../../../src/checks/vpc-placement/notebook-outside-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(check, {
  fail: [
    [
      'no subnet',
      inventory({
        notebookInstances: [notebook('nb-1', { SubnetId: undefined, SecurityGroups: undefined, DirectInternetAccess: 'Enabled' })],
      }),
      'nb-1',
      { says: 'no subnet', requirements: ['VPC-1'], evidence: ['sagemaker:DescribeNotebookInstance SubnetId=null'] },
    ],
  ],
  pass: [
    [
      'a subnet',
      inventory({ notebookInstances: [notebook()] }),
      'nb-1',
      { evidence: ['sagemaker:DescribeNotebookInstance SubnetId="subnet-1"'] },
    ],
  ],
  unknown: [
    [
      'describe refused: neither outside nor inside (Prowler: FAIL)',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { says: 'sagemaker:DescribeNotebookInstance (AccessDeniedException)', missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
    [
      'list refused: one verdict, on the account',
      inventory({ notebookInstances: refused('sagemaker:ListNotebookInstances') }),
      '111122223333',
      { missing: ['sagemaker:ListNotebookInstances'] },
    ],
  ],
  silent: [['no notebook instances', inventory()]],
});
