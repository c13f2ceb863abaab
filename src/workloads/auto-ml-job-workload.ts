import { known } from '../inventory/fact.ts';
import type { AutoMLJob, AutoMLJobDetail } from '../inventory/sections/auto-ml-jobs.ts';
import { unreadPosture, type Posture } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { containerConnections, outsideOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeAutoMLJobV2';

/** An AutoML job of either version. There is no isolation to ask for; on how many instances it trains it decides itself. */
export function autoMLJobWorkload({ summary, detail }: AutoMLJob, where: Where): Workload {
  const { AutoMLJobName: name, AutoMLJobArn, AutoMLJobStatus } = summary;
  const posture = detail.known ? postureOfJob(detail.value, name ?? '') : unreadPosture(detail.gap);
  return {
    kind: 'auto-ml-job',
    ...jobResource('AutoMLJob', name, AutoMLJobArn, AutoMLJobStatus, where),
    ...posture,
    isolation: [],
    limits: known({ isolation: 'AutoML jobs have no such setting' }),
    ...(detail.known ? { template: jobTemplate({ name, role: detail.value.RoleArn }) } : {}),
  };
}

/** AWS documents no default for the flag. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AutoMLSecurityConfig.html */
function postureOfJob({ SecurityConfig = {} }: AutoMLJobDetail, of: string): Posture {
  const at = 'SecurityConfig.';
  const flag = SecurityConfig.EnableInterContainerTrafficEncryption;
  const path = `${at}EnableInterContainerTrafficEncryption`;
  return {
    placements: placementOf(SecurityConfig.VpcConfig, { source, of, at }),
    connections: containerConnections({ VpcConfig: SecurityConfig.VpcConfig }, { source, of, at }),
    unresolved: [],
    outside: outsideOf(SecurityConfig.VpcConfig, { source, of, at }),
    isolation: [],
    traffic: [
      known({
        instances: { value: undefined, source, path: 'AutoMLJobConfig', stated: false },
        encrypted: { value: flag, source, path, stated: flag !== undefined },
        chosenByService: true,
      }),
    ],
  };
}
