import type { Evidence } from '../../core/evidence.ts';
import { need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { FlowLog } from '../../inventory/sections/flow-logs.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { placeOfOwner } from '../subjects/of-owner.ts';
import { vpcSubjects } from '../subjects/vpc-subjects.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeFlowLogs';

export default defineCheck({
  id: 'vpc-without-flow-logs',
  title: 'VPC with workloads keeps no log of its traffic',
  severity: 'medium',
  family: 'vpc-placement',
  requirements: ['VPC-18'],
  // Security Hub's EC2.6 and Config's vpc-flow-logs-enabled ask for less: a log of rejected traffic is enough for them.
  controls: [],
  description:
    'Flow logs are the only record of which address a notebook, job or endpoint has talked to. Without them nobody can tell afterwards whether data ' +
    'left, nor see that it does. A log of rejected traffic alone misses what matters here: what was let through. Where a log is delivered to ' +
    '(S3, CloudWatch Logs, Firehose) does not matter; that it is delivered does.',
  remediation:
    'Create a flow log for the VPC: `aws ec2 create-flow-logs --resource-type VPC --resource-ids … --traffic-type ALL` with a destination. The traffic ' +
    'type of an existing log cannot be changed: create a new one and delete the old.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/process-vpc.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'flowLogs'],
  across: ['flowLogs'],
  resources: (facts) => vpcSubjects(facts),
  evaluate({ vpcId, owner, used, users }, facts) {
    const { flowLogs, subnets, scope, estate } = facts;
    const home = owner === scope.account ? undefined : placeOfOwner(owner, facts);
    const logs = [...need(flowLogs), ...(home === undefined ? [] : need(estate.fact(home, 'flowLogs')))];
    const ofVpc = logs.filter(({ ResourceId }) => ResourceId === vpcId);
    if (coversAll(ofVpc)) return pass(`flow logs keep all traffic of ${vpcId}`, ofVpc.filter(works).map(evidenceOf));
    const rows = indexBy(need(subnets), subnetIdOf);
    const inUse = used.filter((subnetId) => rows.get(subnetId)?.VpcId === vpcId);
    const bySubnet = inUse.map((subnetId) => logs.filter(({ ResourceId }) => ResourceId === subnetId || ResourceId === vpcId));
    if (bySubnet.length > 0 && bySubnet.every(coversAll)) {
      return pass(`flow logs keep all traffic of the subnets in use in ${vpcId}`, bySubnet.flat().filter(works).map(evidenceOf));
    }
    if (owner !== scope.account && home === undefined)
      return unknown(`${vpcId} belongs to ${owner}, which alone sees its flow logs`, users.evidence);
    const unclear = ofVpc.find(isUnclear);
    if (unclear !== undefined) return unknown(`this version does not know what flow log ${unclear.FlowLogId} keeps`, [evidenceOf(unclear)]);
    const [first, ...others] = ofVpc;
    const count = users.count === 1 ? '1 workload' : `${users.count} workloads`;
    if (first === undefined) {
      const absent = { source, path: `FlowLogs[ResourceId=${vpcId}]`, value: null };
      return fail(`${vpcId} has no flow log, and runs ${count}`, [absent, ...users.evidence]);
    }
    return fail(`${vpcId} runs ${count}, and ${faultOf(ofVpc)}`, [evidenceOf(first), ...others.map(evidenceOf), ...users.evidence]);
  },
});

/** All that is let through and all that is rejected, by one log or by two. */
function coversAll(logs: readonly FlowLog[]): boolean {
  const types = new Set(logs.filter(works).map(({ TrafficType }) => TrafficType));
  return types.has('ALL') || (types.has('ACCEPT') && types.has('REJECT'));
}

/** A log of whose delivery AWS says nothing has not failed. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
function works({ FlowLogStatus, DeliverLogsStatus }: FlowLog): boolean {
  return FlowLogStatus === 'ACTIVE' && (DeliverLogsStatus === undefined || DeliverLogsStatus === 'SUCCESS');
}

/** Does AWS say nothing of it, or something that this version has never heard of? */
function isUnclear({ FlowLogStatus, DeliverLogsStatus, TrafficType }: FlowLog): boolean {
  const known = ['ACCEPT', 'REJECT', 'ALL'].includes(String(TrafficType)) && FlowLogStatus !== undefined;
  return !known || !['undefined', 'SUCCESS', 'FAILED'].includes(String(DeliverLogsStatus));
}

function faultOf(logs: readonly FlowLog[]): string {
  const broken = logs.find((log) => !works(log));
  if (broken !== undefined)
    return `its flow log ${broken.FlowLogId} delivers nothing (${broken.DeliverLogsErrorMessage ?? broken.FlowLogStatus})`;
  const types = [...new Set(logs.map(({ TrafficType }) => String(TrafficType)))];
  return `its flow logs keep only traffic of type ${types.join(', ')}`;
}

function evidenceOf({ FlowLogId, TrafficType, FlowLogStatus, DeliverLogsStatus }: FlowLog): Evidence {
  return {
    source,
    path: `${FlowLogId}: TrafficType, FlowLogStatus, DeliverLogsStatus`,
    value: [TrafficType, FlowLogStatus, DeliverLogsStatus].join(', '),
  };
}

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
