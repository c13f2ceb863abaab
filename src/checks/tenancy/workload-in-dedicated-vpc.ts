import type { Evidence } from '../../core/evidence.ts';
import { eachKnown, known, need, type Known } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import type { Vpc } from '../../inventory/sections/vpcs.ts';
import { endpointResource } from '../../workloads/endpoint-workload.ts';
import type { Workload } from '../../workloads/workload.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck, type Subject } from '../check.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeVpcs';

/** What supports default tenancy only, of which AWS says so, and endpoints, whose instances AWS says are one customer's. */
const sections = ['domains', 'trainingJobs', 'hyperParameterTuningJobs', 'compilationJobs', 'endpoints'] as const;

export default defineCheck({
  id: 'workload-in-dedicated-vpc',
  title: 'Workload is in a VPC of a tenancy that SageMaker does not support',
  severity: 'low',
  family: 'tenancy',
  requirements: ['TEN-17'],
  controls: [],
  description:
    'That no two customers share an instance is met by AWS: what SageMaker runs for you runs on instances that are yours alone, whatever the tenancy of ' +
    'your VPC. A VPC of dedicated tenancy adds nothing to it. Worse, Studio domains in VpcOnly, compilation jobs and training jobs, with those that a tuning ' +
    'job starts, support subnets of default tenancy only: their apps and jobs do not start elsewhere. So dedicated tenancy is an error of configuration ' +
    'here, and no hardening.',
  remediation:
    'Use subnets of a VPC with default tenancy. The tenancy of a VPC can be changed in place from dedicated to default: `aws ec2 modify-vpc-tenancy --vpc-id … ' +
    '--instance-tenancy default`, for instances started from then on. Or move: a domain takes subnets of its own VPC only and must be made anew ' +
    'elsewhere; jobs take those of their template.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/neo-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoint-security.html',
  ],
  needs: sections,
  consults: [...sections, 'subnets', 'vpcs'],
  *resources({
    domains,
    trainingJobs,
    hyperParameterTuningJobs,
    compilationJobs,
    endpoints,
    scope,
  }): Generator<Known<Subject<Workload | 'endpoint'>>, void> {
    const facts = { domains, trainingJobs, hyperParameterTuningJobs, compilationJobs };
    for (const workload of workloadsOf(facts, scope)) yield workloadSubject(workload);
    for (const endpoint of rowsToName(endpoints)) yield known({ resource: endpointResource(endpoint, scope), about: 'endpoint' });
  },
  evaluate(workload, facts) {
    // multi-model-endpoint-security.html; of the tenancy of their VPC AWS asks nothing.
    if (workload === 'endpoint') return pass('met by AWS: the instances of an endpoint serve no other customer');
    const evidence: Evidence[] = [];
    const reasons = [...workload.unresolved];
    for (const { subnetIds } of eachKnown(workload.placements)) {
      for (const subnetId of subnetIds) {
        const vpcId = indexBy(need(facts.subnets), subnetIdOf).get(subnetId)?.VpcId;
        const vpc = vpcId === undefined ? undefined : indexBy(need(facts.vpcs), vpcIdOf).get(vpcId);
        const found: Evidence = { source, path: `${vpcId ?? subnetId}: InstanceTenancy`, value: vpc?.InstanceTenancy ?? null };
        const tenancy: string | undefined = vpc?.InstanceTenancy;
        if (tenancy === 'dedicated' || tenancy === 'host') {
          const what = `${sayWorkload(workload)} is in ${vpcId ?? ''}, of ${tenancy} tenancy, which it does not support`;
          return fail(`${what}${finishedSuffix(workload)}`, [found]);
        }
        if (tenancy === 'default') evidence.push(found);
        else
          reasons.push(
            vpc === undefined ? `the VPC of ${subnetId} is not visible` : `InstanceTenancy of ${vpcId ?? ''} is ${tenancy ?? 'absent'}`,
          );
      }
    }
    const [reason] = reasons;
    if (reason !== undefined && workload.lifecycle === 'finished') {
      return notApplicable(`job is finished, and ${reason}: there is nothing left to judge`, evidence);
    }
    if (reason !== undefined) return unknown(`cannot tell the tenancy of its VPC: ${reason}`, evidence);
    if (evidence.length === 0) return notApplicable('in no VPC of yours; met by AWS: its instances serve no other customer');
    return pass('met by AWS: its instances serve no other customer, and its VPC has the tenancy that SageMaker supports', evidence);
  },
});

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
const vpcIdOf = (vpc: Vpc): string | undefined => vpc.VpcId;
