import check from '../../../src/checks/vpc-placement/vpc-without-flow-logs.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, flowLog, notebook, refused, subnet, trainingJob } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const used = { notebookInstances: [notebook()] };
const logged = (...flowLogs: ReturnType<typeof flowLog>[]) => inventory({ ...used, flowLogs });
const ofSubnet = (id: string) => flowLog({ FlowLogId: `fl-${id}`, ResourceId: id });
const twoSubnets = {
  trainingJobs: [trainingJob('job-1', { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } })],
  subnets: [subnet(), subnet({ SubnetId: 'subnet-2' })],
};

testCheck(check, {
  fail: [
    [
      'no flow log',
      logged(),
      'vpc-1',
      {
        says: 'vpc-1 has no flow log, and runs 1 workload',
        requirements: ['VPC-18'],
        evidence: ['ec2:DescribeFlowLogs FlowLogs[ResourceId=vpc-1]=null'],
      },
    ],
    [
      'rejected traffic only',
      logged(flowLog({ TrafficType: 'REJECT' })),
      'vpc-1',
      {
        says: 'only traffic of type REJECT',
        evidence: ['ec2:DescribeFlowLogs fl-1: TrafficType, FlowLogStatus, DeliverLogsStatus="REJECT, ACTIVE, SUCCESS"'],
      },
    ],
    ['accepted traffic only', logged(flowLog({ TrafficType: 'ACCEPT' })), 'vpc-1'],
    [
      'a log that is not delivered (Prowler: any log, any status)',
      logged(flowLog({ DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' })),
      'vpc-1',
      { says: 'Access error' },
    ],
    ['the log of another VPC', logged(flowLog({ ResourceId: 'vpc-2' })), 'vpc-1', { says: 'has no flow log' }],
    ['a log on one of the two subnets in use', inventory({ ...twoSubnets, flowLogs: [ofSubnet('subnet-1')] }), 'vpc-1'],
    ['a VPC in which only a domain is', inventory({ domains: [domain()], flowLogs: [] }), 'vpc-1'],
  ],
  pass: [
    ['all traffic to S3 (cnspec: fail)', logged(flowLog({ LogDestinationType: 's3' })), 'vpc-1'],
    ['all traffic to CloudWatch Logs', logged(flowLog({ LogDestinationType: 'cloud-watch-logs' })), 'vpc-1'],
    ['all traffic to Firehose', logged(flowLog({ LogDestinationType: 'kinesis-data-firehose' })), 'vpc-1'],
    ['not delivered yet', logged(flowLog({ DeliverLogsStatus: undefined })), 'vpc-1'],
    [
      'one log of accepted and one of rejected traffic',
      logged(flowLog({ TrafficType: 'ACCEPT' }), flowLog({ FlowLogId: 'fl-2', TrafficType: 'REJECT' })),
      'vpc-1',
    ],
    [
      'a log on each subnet in use',
      inventory({ ...twoSubnets, flowLogs: [ofSubnet('subnet-1'), ofSubnet('subnet-2')] }),
      'vpc-1',
      { says: 'the subnets in use' },
    ],
    ['a broken log beside a working one', logged(flowLog({ DeliverLogsStatus: 'FAILED' }), flowLog({ FlowLogId: 'fl-2' })), 'vpc-1'],
  ],
  unknown: [
    [
      'flow logs refused',
      inventory({ ...used, flowLogs: refused('ec2:DescribeFlowLogs') }),
      'vpc-1',
      { missing: ['ec2:DescribeFlowLogs'] },
    ],
    ['traffic of a type nobody has heard of', logged(flowLog({ TrafficType: 'MOST' as 'ALL' })), 'vpc-1', { missing: [] }],
    ['a delivery nobody has heard of', logged(flowLog({ DeliverLogsStatus: 'PAUSED' })), 'vpc-1'],
    ['AWS did not say whether it is active', logged(flowLog({ FlowLogStatus: undefined })), 'vpc-1'],
    [
      'a VPC of another account, whose logs its owner alone sees',
      inventory({ ...used, subnets: [subnet({ OwnerId: '999988887777' })], flowLogs: [] }),
      'vpc-1',
      { says: '999988887777', missing: [] },
    ],
    [
      'subnets refused: which VPCs run workloads?',
      inventory({ ...used, subnets: refused('ec2:DescribeSubnets') }),
      '111122223333',
      { missing: ['ec2:DescribeSubnets'] },
    ],
  ],
  silent: [['a VPC without workloads', inventory({ flowLogs: [] })]],
});
