import check from '../../../src/checks/internet-egress/notebook-script-runs-internet-code.ts';
import { known } from '../../../src/inventory/fact.ts';
import type { Script } from '../../../src/inventory/script.ts';
import { inventory } from '../../support/inventory.ts';
import { fetch, script } from '../../support/rows-studio.ts';
import { lifecycleConfig, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const withScripts = (OnCreate: readonly Script[], OnStart: readonly Script[] = []) => {
  const { summary } = lifecycleConfig('lcc', {});
  return inventory({ notebookLifecycleConfigs: [{ summary, detail: known({ ...summary, OnCreate, OnStart }) }] });
};

testCheck(check, {
  fail: [
    ['at creation', withScripts([script([fetch()])]), 'lcc', { requirements: ['EGR-14'] }],
    [
      'at each start, beside a harmless one',
      withScripts([script()], [script(), script([fetch({ Line: 7 })])]),
      'lcc',
      {
        evidence: [
          'sagemaker:DescribeNotebookInstanceLifecycleConfig OnStart[1].Content line 7: curl="runs what it fetches: get.example.com"',
        ],
      },
    ],
    ['beside one that could not be decoded', withScripts([script(null)], [script([fetch()])]), 'lcc'],
  ],
  pass: [
    ['no script', withScripts([]), 'lcc'],
    ['scripts that fetch nothing', withScripts([script()], [script()]), 'lcc'],
  ],
  unknown: [
    ['a script that could not be decoded', withScripts([script()], [script(null)]), 'lcc', { missing: [] }],
    [
      'describe refused',
      inventory({ notebookLifecycleConfigs: [lifecycleConfig('lcc', refused('sagemaker:DescribeNotebookInstanceLifecycleConfig'))] }),
      'lcc',
      { missing: ['sagemaker:DescribeNotebookInstanceLifecycleConfig'] },
    ],
  ],
  silent: [['no configuration', inventory()]],
});
