import { expect, it } from 'vitest';
import { jobTemplate } from '../../src/workloads/job-template.ts';

const arn = (resource: string) => `arn:aws:sagemaker:eu-west-1:111122223333:${resource}`;

it.each([
  [
    'a job by hand',
    { name: 'a', image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/train:1.2', role: 'arn:aws:iam::111122223333:role/p/trainer' },
    'image team/train:1.2, role trainer',
  ],
  [
    'a step of a pipeline',
    { name: 'pipelines-k3v9q1x7m2ab-Prepare-Data-a81Kd0Xw3Q', experiment: 'weekly', image: 'features' },
    'pipeline weekly, step Prepare-Data, image features',
  ],
  ['an experiment', { name: 'a', experiment: 'ideas' }, 'experiment ideas'],
  [
    'started by a schedule',
    { name: 'a', startedBy: [undefined, arn('monitoring-schedule/drift')], role: 'r' },
    'started by monitoring-schedule/drift, role r',
  ],
  ['nothing told', { name: 'a' }, ''],
])('%s', (_name, origin, template) => expect(jobTemplate(origin)).toBe(template));
