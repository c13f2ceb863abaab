import type { Evidence } from '../../core/evidence.ts';
import { eachKnown } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { limitVerdict, neverIsolated, pathIn, unresolvedVerdict } from '../subjects/posture-doubt.ts';
import { postureFacts, postureSections, postureSubjects } from '../subjects/posture-subjects.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export default defineCheck({
  id: 'exempt-image-outside-vpc',
  title: 'Managed image that cannot be isolated runs in no VPC of yours',
  severity: 'medium',
  family: 'network-isolation',
  requirements: ['ISO-11'],
  controls: [],
  description:
    'The managed images for Chainer and SageMaker RL do not run isolated, and SageMaker Clarify has to call the endpoint that it explains. That is an ' +
    'exception from isolation which somebody should know of, and a VPC is all that is left to hold it. Looked at: images in registries of AWS, by the ' +
    'name of their repository; a copy in a registry of your own is your own image.',
  remediation:
    'Give the job or job definition a VpcConfig: the next run of the template has it; job definitions must be deleted and made anew, and schedules that ' +
    'hold theirs are changed in place. Clarify needs endpoints for S3, the SageMaker API and the SageMaker runtime there. Or move from Chainer and RL to an ' +
    'image that runs isolated.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-vpc.html',
  ],
  needs: postureSections,
  consults: postureFacts,
  resources: (facts) => postureSubjects(facts),
  evaluate(workload) {
    const what = sayWorkload(workload);
    const impossible = neverIsolated(workload);
    if (impossible !== undefined) return impossible;
    const outside = workload.outside ?? [];
    const held: Evidence[] = [];
    for (const part of eachKnown(workload.isolation)) {
      const { exemptImage, of, path } = part;
      if (exemptImage === undefined || part.value) continue;
      const at = path.replace(/EnableNetworkIsolation$/, '');
      const ground = outside.find((each) => each.of === of && each.path === `${at}VpcConfig`);
      const image = { source: part.source, path: pathIn(workload, { of, path: 'image' }), value: exemptImage };
      if (ground === undefined) held.push(image);
      else {
        const limited = limitVerdict(workload, 'vpc');
        if (limited !== undefined) return limited;
        const evidence = { source: ground.source, path: pathIn(workload, ground), value: null };
        return fail(`${what} runs ${exemptImage}, which cannot be isolated, outside your network${finishedSuffix(workload)}`, [
          evidence,
          image,
        ]);
      }
    }
    const undecided = unresolvedVerdict(workload, `which image the ${what} runs`);
    if (undecided !== undefined) return undecided;
    if (held.length === 0) return notApplicable(`${what} runs no image that AWS exempts from isolation`);
    return pass(`${what} runs an image that cannot be isolated, within your network`, held);
  },
});
