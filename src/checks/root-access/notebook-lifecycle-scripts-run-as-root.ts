import { known, need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { NotebookLifecycleConfig, NotebookLifecycleConfigDetail } from '../../inventory/sections/notebook-lifecycle-configs.ts';
import { notebookResource } from '../../workloads/notebook-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeNotebookInstance';
const scriptSource = 'sagemaker:DescribeNotebookInstanceLifecycleConfig';

export default defineCheck({
  id: 'notebook-lifecycle-scripts-run-as-root',
  title: 'Scripts run as root on a notebook instance whose users are not',
  severity: 'medium',
  family: 'root-access',
  requirements: ['ROOT-2'],
  controls: [],
  description:
    'The scripts of a lifecycle configuration run as root, with the execution role, whatever RootAccess says. Whoever may change the ' +
    'configuration, or attach another, is therefore root on the instance at its next start, although its users are not. Looked at: instances ' +
    'with RootAccess disabled, and whether their configuration holds anything but blank lines and comments; what the scripts do is not judged.',
  remediation:
    'Detach the configuration while the instance is stopped (`aws sagemaker update-notebook-instance --disassociate-lifecycle-config`), or keep it ' +
    'and let administrators alone create, update and attach configurations: deny the rest with the condition key ' +
    '`sagemaker:NotebookInstanceLifecycleConfigArns` on CreateNotebookInstance and UpdateNotebookInstance.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
  ],
  needs: ['notebookInstances'],
  consults: ['notebookLifecycleConfigs'],
  *resources({ notebookInstances, scope }) {
    for (const notebook of notebookInstances) yield known({ resource: notebookResource(notebook, scope), about: notebook });
  },
  evaluate(notebook, facts) {
    const { RootAccess, NotebookInstanceLifecycleConfigName: name } = need(notebook.detail);
    const root = { source, path: 'RootAccess', value: RootAccess ?? null };
    const attached = { source, path: 'NotebookInstanceLifecycleConfigName', value: name ?? null };
    if (RootAccess === 'Enabled' || RootAccess === undefined) return notApplicable('users of the notebook are root themselves', [root]);
    if (name === undefined || name === '') return pass('the notebook has no lifecycle configuration', [root, attached]);
    const config = indexBy(need(facts.notebookLifecycleConfigs), nameOf).get(name);
    if (config === undefined) return unknown(`lifecycle configuration ${name} does not exist any more`, [attached]);
    const scripts = scriptsOf(need(config.detail));
    const busy = scripts.filter(({ statements }) => statements !== null && statements > 0);
    const evidence = scripts.map(({ path, statements }) => ({ source: scriptSource, path: `${name}: ${path}`, value: statements }));
    const [first] = busy;
    if (first !== undefined) {
      const when = [...new Set(busy.map(({ path }) => (path.startsWith('OnCreate') ? 'when it is made' : 'at every start')))];
      return fail(`${name} runs as root on the notebook, ${when.join(' and ')}; its users are not root`, [root, attached, ...evidence]);
    }
    if (scripts.some(({ statements }) => statements === null))
      return unknown(`a script of ${name} could not be decoded`, [attached, ...evidence]);
    return pass(`the scripts of ${name} do nothing`, [root, attached, ...evidence]);
  },
});

interface Counted {
  readonly path: string;
  readonly statements: number | null;
}

function scriptsOf({ OnCreate, OnStart }: NotebookLifecycleConfigDetail): readonly Counted[] {
  return [
    ...OnCreate.map(({ Statements }, at) => ({ path: `OnCreate[${at}].Content (statements)`, statements: Statements })),
    ...OnStart.map(({ Statements }, at) => ({ path: `OnStart[${at}].Content (statements)`, statements: Statements })),
  ];
}

const nameOf = (config: NotebookLifecycleConfig): string | undefined => config.summary.NotebookInstanceLifecycleConfigName;
