import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { limitVerdict, pathIn, unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { postureFacts, postureSections, postureSubjects } from '../subjects/posture-subjects.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export default defineCheck({
  id: 'workload-neither-in-vpc-nor-isolated',
  title: 'Job or model has neither a VPC nor network isolation',
  severity: 'high',
  family: 'network-isolation',
  requirements: ['ISO-10'],
  controls: [],
  description:
    'The worst of four cases: the containers hold the credentials of the execution role, and reach the internet over a network of SageMaker that no ' +
    'group, route or log of yours sees. Isolated without a VPC they reach nothing; in a VPC without isolation your network decides; both together are ' +
    'best. Of a job with several definitions one such is enough. Serverless variants know neither and are not failed here.',
  remediation:
    'Give it either: network isolation, where its code needs no network, is the smaller change; a VpcConfig, where it does. Jobs take it from their ' +
    'template with the next run; models and endpoint configurations must be made anew, followed by `aws sagemaker update-endpoint`; monitoring schedules ' +
    'that hold their definition are changed in place by `aws sagemaker update-monitoring-schedule`. AutoML, compilation, optimization, recommendation and ' +
    'labeling jobs offer a VPC only.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-give-access.html',
  ],
  needs: postureSections,
  consults: postureFacts,
  resources: (facts) => postureSubjects(facts),
  evaluate(workload) {
    const what = sayWorkload(workload);
    const shields: Evidence[] = [];
    for (const { kind, ground } of eachKnown(workload.connections)) {
      const { source, value, of } = ground;
      const evidence = { source, path: pathIn(workload, ground), value };
      if (kind === 'isolated' || kind === 'vpc') shields.push(evidence);
      if (kind !== 'service-network') continue;
      const limited = limitVerdict(workload, 'vpc');
      if (limited !== undefined) return limited;
      const through = of === workload.resource.name ? '' : ` (through ${of})`;
      return fail(`${what} holds credentials and reaches the internet past your network${through}${finishedSuffix(workload)}`, [evidence]);
    }
    const undecided = unresolvedVerdict(workload, `where the ${what} runs`);
    if (undecided !== undefined) return undecided;
    if (shields.length > 0) return pass(`${what} is in a VPC or isolated`, shields);
    return limitVerdict(workload, 'vpc') ?? notApplicable(`nothing says where the ${what} runs`);
  },
});
