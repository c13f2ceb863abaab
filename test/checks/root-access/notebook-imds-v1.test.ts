import check from '../../../src/checks/root-access/notebook-imds-v1.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withVersion = (MinimumInstanceMetadataServiceVersion: string) =>
  inventory({ notebookInstances: [notebook('nb-1', { InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion } })] });
const path = 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion';

testCheck(check, {
  fail: [
    [
      'version 1 allowed',
      withVersion('1'),
      'nb-1',
      { requirements: ['ROOT-3'], evidence: [`sagemaker:DescribeNotebookInstance ${path}="1"`] },
    ],
    [
      'absent: version 1 is the documented default',
      inventory({ notebookInstances: [notebook('nb-1', { InstanceMetadataServiceConfiguration: undefined })] }),
      'nb-1',
      { evidence: [`sagemaker:DescribeNotebookInstance ${path}=null`] },
    ],
  ],
  pass: [['version 2 only', withVersion('2'), 'nb-1']],
  unknown: [
    ['a version nobody has heard of', withVersion('3'), 'nb-1', { says: '3', missing: [] }],
    [
      'describe refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
  ],
  silent: [['no notebook instances', inventory()]],
});
