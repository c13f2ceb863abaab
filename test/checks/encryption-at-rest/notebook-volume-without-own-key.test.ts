import check from '../../../src/checks/encryption-at-rest/notebook-volume-without-own-key.ts';
import { inventory } from '../../support/inventory.ts';
import { notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withKey = (KmsKeyId: string | undefined) => inventory({ notebookInstances: [notebook('nb-1', { KmsKeyId })] });

testCheck(check, {
  fail: [
    ['no key', withKey(undefined), 'nb-1', { requirements: [], evidence: ['sagemaker:DescribeNotebookInstance KmsKeyId=null'] }],
    ['a key of AWS by name', withKey('alias/aws/ebs'), 'nb-1', { says: 'AWS manages' }],
    ['a key of AWS by ARN', withKey('arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs'), 'nb-1'],
  ],
  pass: [
    ['a key', withKey('arn:aws:kms:eu-west-1:111122223333:key/1'), 'nb-1'],
    ['a key by its id: other tools ask for an ARN', withKey('0f0e0d0c-0b0a-4987-8655-443322110000'), 'nb-1'],
    ['a key by its alias', withKey('alias/ml'), 'nb-1'],
  ],
  unknown: [
    [
      'describe refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
  ],
});
