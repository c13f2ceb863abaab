import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { pathIn, unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

const sections = ['trainingJobs', 'hyperParameterTuningJobs', 'models', 'transformJobs'] as const;

export default defineCheck({
  id: 'foreign-algorithm-not-isolated',
  title: 'Algorithm or model of another account runs without isolation',
  severity: 'high',
  family: 'network-isolation',
  requirements: ['ISO-9'],
  controls: [],
  description:
    'Algorithms and model packages from AWS Marketplace, or shared by another account, are code that somebody else wrote and nobody here can read. AWS ' +
    'asks that what comes from Marketplace runs isolated, so that it cannot carry training data or credentials away. Looked at: the account in the ARN of ' +
    'the algorithm or model package that a job or model names; images of the account’s own registry are its own business.',
  remediation:
    'Neither can be changed in place. Set `EnableNetworkIsolation` in the template of the job, for the next one; create a new model with ' +
    '`--enable-network-isolation`, a new endpoint configuration, and call `aws sagemaker update-endpoint`.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html'],
  needs: sections,
  consults: sections,
  *resources(facts) {
    for (const workload of workloadsOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload) {
    const what = sayWorkload(workload);
    const isolated: Evidence[] = [];
    for (const part of eachKnown(workload.isolation)) {
      const { foreignCode, value, source, stated } = part;
      if (foreignCode === undefined) continue;
      const evidence = { source, path: pathIn(workload, part), value: stated ? value : null };
      if (!value) {
        const whose = foreignCode.split(':')[4] ?? '';
        const named = { source, path: pathIn(workload, { of: part.of, path: 'algorithm or model package' }), value: foreignCode };
        return fail(`${what} runs code of account ${whose} with a network at hand${finishedSuffix(workload)}`, [evidence, named]);
      }
      isolated.push(evidence);
    }
    const undecided = unresolvedVerdict(workload, `whose code the ${what} runs`);
    if (undecided !== undefined) return undecided;
    if (isolated.length === 0) return notApplicable(`${what} names no algorithm or model package of another account`);
    return pass(`${what} runs code of another account, isolated`, isolated);
  },
});
