import check from '../../../src/checks/root-access/notebook-lifecycle-scripts-run-as-root.ts';
import { inventory } from '../../support/inventory.ts';
import { lifecycleConfig, notebook, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const attached = notebook('nb-1', { NotebookInstanceLifecycleConfigName: 'setup' });
const withScripts = (...given: Parameters<typeof lifecycleConfig>) =>
  inventory({ notebookInstances: [attached], notebookLifecycleConfigs: [lifecycleConfig(...given)] });

testCheck(check, {
  fail: [
    [
      'a script at every start',
      withScripts('setup', { onStart: [3] }),
      'nb-1',
      {
        says: 'setup runs as root on the notebook, at every start',
        requirements: ['ROOT-2'],
        evidence: [
          'sagemaker:DescribeNotebookInstance RootAccess="Disabled"',
          'sagemaker:DescribeNotebookInstanceLifecycleConfig setup: OnStart[0].Content (statements)=3',
        ],
      },
    ],
    ['a script when it is made', withScripts('setup', { onCreate: [1] }), 'nb-1', { says: 'when it is made' }],
    ['both', withScripts('setup', { onCreate: [1], onStart: [1] }), 'nb-1', { says: 'when it is made and at every start' }],
    ['one that does something beside one that could not be decoded', withScripts('setup', { onCreate: [null], onStart: [1] }), 'nb-1'],
  ],
  pass: [
    ['no lifecycle configuration', inventory({ notebookInstances: [notebook()] }), 'nb-1'],
    ['a configuration without scripts', withScripts('setup', {}), 'nb-1'],
    ['scripts of blank lines and comments', withScripts('setup', { onCreate: [0], onStart: [0] }), 'nb-1'],
    [
      'scripts of another configuration',
      inventory({
        notebookInstances: [attached],
        notebookLifecycleConfigs: [lifecycleConfig('other', { onStart: [9] }), lifecycleConfig('setup', {})],
      }),
      'nb-1',
    ],
  ],
  unknown: [
    ['a script that could not be decoded', withScripts('setup', { onStart: [null] }), 'nb-1', { missing: [] }],
    ['the configuration is gone', withScripts('other', {}), 'nb-1', { says: 'does not exist any more', missing: [] }],
    [
      'configurations refused',
      inventory({
        notebookInstances: [attached],
        notebookLifecycleConfigs: refused('sagemaker:ListNotebookInstanceLifecycleConfigs'),
      }),
      'nb-1',
      { missing: ['sagemaker:ListNotebookInstanceLifecycleConfigs'] },
    ],
    [
      'its description refused',
      withScripts('setup', refused('sagemaker:DescribeNotebookInstanceLifecycleConfig')),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstanceLifecycleConfig'] },
    ],
    [
      'notebook refused',
      inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
      'nb-1',
      { missing: ['sagemaker:DescribeNotebookInstance'] },
    ],
  ],
  'not-applicable': [
    [
      'users are root themselves',
      inventory({
        notebookInstances: [notebook('nb-1', { RootAccess: 'Enabled', NotebookInstanceLifecycleConfigName: 'setup' })],
        notebookLifecycleConfigs: [lifecycleConfig('setup', { onStart: [3] })],
      }),
      'nb-1',
    ],
  ],
  silent: [['a configuration that nobody uses', inventory({ notebookLifecycleConfigs: [lifecycleConfig('setup', { onStart: [3] })] })]],
});
