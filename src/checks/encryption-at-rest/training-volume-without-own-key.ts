import { known, need } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { trainingJobWorkload } from '../../workloads/training-job-workload.ts';
import { defineCheck } from '../check.ts';
import { ownKeyVerdict, takesNoKey } from '../subjects/own-key-verdict.ts';
import { finishedSuffix } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeTrainingJob';

export default defineCheck({
  id: 'training-volume-without-own-key',
  title: 'Volumes of a training job have no KMS key of yours',
  severity: 'low',
  family: 'encryption-at-rest',
  requirements: [],
  controls: [],
  description:
    'The volumes of a training job hold its data, checkpoints and model while it runs. They are always encrypted; with a KMS key of your own you decide who ' +
    'may use it. Instances with disks of their own (such as g5 or p4d) encrypt these in hardware and take no key. Output in S3 has a key of its own, ' +
    'which is not looked at here.',
  remediation:
    'A job cannot be changed: set `VolumeKmsKeyId` in its template (`volume_kms_key=…` in the Python SDK), so that the next one has it.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html',
  ],
  needs: ['trainingJobs'],
  consults: ['trainingJobs'],
  *resources({ trainingJobs, scope }) {
    for (const job of rowsToName(trainingJobs)) {
      const workload = trainingJobWorkload(job, scope);
      yield known({ ...workloadSubject(workload).value, about: { job, finished: finishedSuffix(workload) } });
    }
  },
  evaluate({ job, finished }) {
    const { ResourceConfig } = need(job.detail);
    // Serverless training names none, and nobody says what it keeps its data on.
    if (ResourceConfig === undefined)
      return unknown('AWS named no instances of the job', [{ source, path: 'ResourceConfig', value: null }]);
    const { VolumeKmsKeyId, InstanceType, InstanceGroups } = ResourceConfig;
    const own = ownKeyVerdict({ key: VolumeKmsKeyId, source, path: 'ResourceConfig.VolumeKmsKeyId', what: 'storage of the job' });
    if (own.status === 'pass') return own;
    const verdict = { ...own, message: `${own.message}${finished}` };
    const groups = InstanceGroups ?? [];
    const types = groups.length > 0 ? groups.map((group) => group.InstanceType ?? '') : InstanceType === undefined ? [] : [InstanceType];
    return takesNoKey(types, source, 'ResourceConfig.InstanceType') ?? verdict;
  },
});
