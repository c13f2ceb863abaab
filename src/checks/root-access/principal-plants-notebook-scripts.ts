import { defineCheck } from '../check.ts';
import { accessVerdict } from '../subjects/access-verdict.ts';
import { chainAnswer, type Chain } from '../subjects/chain-answer.ts';
import { unlessUnread } from '../subjects/domain-regions.ts';
import { ownScript, sagemakerAsk } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { regionRows } from '../subjects/region-rows.ts';

export default defineCheck({
  id: 'principal-plants-notebook-scripts',
  title: 'Principal may run code as root on notebooks of others',
  severity: 'high',
  family: 'root-access',
  requirements: ['ROOT-2'],
  controls: [],
  description:
    'A lifecycle configuration runs as root with the execution role whenever a notebook instance starts, even where root access is disabled. Whoever ' +
    'may rewrite one (`sagemaker:UpdateNotebookInstanceLifecycleConfig`), or may stop a notebook, put a configuration of its own on it and start it again, ' +
    'has the role and the data of its user. Asked is for both ways, where notebooks exist, with a configuration that no policy names ' +
    `(\`sagemaker:NotebookInstanceLifecycleConfigArns\`). ${principalMethod}`,
  remediation:
    'Leave `sagemaker:UpdateNotebookInstanceLifecycleConfig` and `sagemaker:CreateNotebookInstanceLifecycleConfig` to administrators, and deny ' +
    '`sagemaker:CreateNotebookInstance` and `sagemaker:UpdateNotebookInstance` where `sagemaker:NotebookInstanceLifecycleConfigArns` holds others than the approved ' +
    'ones (`ForAnyValue:ArnNotLike`). Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateNotebookInstance.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: ['notebookInstances'],
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const regions = regionRows({ estate, scope }, 'notebookInstances');
    const found = regions.filter(({ rows }) => rows.length > 0);
    const unread = regions.find(({ gap }) => gap !== undefined);
    const targets = {
      regions: (found.length > 0 ? found : regions).map(({ region }) => region),
      examples: found.flatMap(({ rows }) => rows.map(({ summary }) => `notebook-instance/${summary.NotebookInstanceName ?? ''}`)),
      gap: found.length > 0 ? undefined : unread?.gap,
    };
    if (found.length > 0 || unread !== undefined) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets: { regions, examples, gap } }, { scope }) {
    const kind = 'notebook-instance-lifecycle-config';
    const mine = { 'sagemaker:notebookinstancelifecycleconfigarns': ownScript(scope, kind) };
    const chains: readonly Chain[] = [
      [sagemakerAsk(scope, 'UpdateNotebookInstanceLifecycleConfig', `${kind}/?*`)],
      [
        sagemakerAsk(scope, 'UpdateNotebookInstance', 'notebook-instance/?*', mine, examples),
        sagemakerAsk(scope, 'CreateNotebookInstanceLifecycleConfig', `${kind}/?*`),
        sagemakerAsk(scope, 'StopNotebookInstance', 'notebook-instance/?*', {}, examples),
        sagemakerAsk(scope, 'StartNotebookInstance', 'notebook-instance/?*', {}, examples),
      ],
    ];
    return accessVerdict(
      subject,
      scope,
      (policies) => unlessUnread(chainAnswer(chains, policies, subject.principal.caller, { partition: scope.partition, regions }), gap),
      { what: 'run scripts of its own as root on notebook instances', held: 'cannot put scripts of its own on notebook instances' },
    );
  },
});
