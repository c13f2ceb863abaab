import type { Finding } from '../../src/core/finding.ts';
import type { Report } from '../../src/core/report.ts';
import { check, finding, gap, note, report } from '../support/report.ts';

/** Two accounts, two Regions, every status and severity, paths, gaps, notes, long history, and a hostile name: something of everything. */
export function fullReport(): Report {
  return report({
    checks,
    findings: findings(),
    gaps: [...modelGaps(), ...accountGaps()],
    notes: [
      note(),
      note({ region: 'us-east-1', count: 12, message: '12 training jobs older than 90 days were left out' }),
      note({ code: 'gone-during-scan', section: 'models', count: 1, message: '1 model was deleted while it was read' }),
    ],
    scope: { accounts: ['111122223333', '444455556666'], regions: ['eu-west-1', 'us-east-1'] },
  });
}

const checks = [
  check({
    id: 'security-group-open-inwards',
    title: 'Security group of a workload is open to the world',
    family: 'internet-ingress',
    severity: 'critical',
    requirements: ['ING-1'],
    controls: ['FSBP/EC2.18', 'NIST.800-53.r5 SC-7'],
    remediation:
      'Remove the rule; it takes effect at once. Let in only the groups of [the workloads](https://example.com) that must connect.',
  }),
  check(),
  check({
    id: 'workload-in-public-subnet',
    title: 'Workload runs in a subnet whose route table leads to an internet gateway',
    family: 'vpc-placement',
    severity: 'high',
    requirements: ['VPC-13', 'VPC-14'],
    controls: [],
    remediation:
      'Make the workload anew in a private subnet. The subnets of a notebook instance, a model or a job that ran cannot be changed.',
  }),
  check({
    id: 'training-job-outside-vpc',
    title: 'Training job runs outside a VPC',
    family: 'vpc-placement',
    severity: 'medium',
    requirements: ['VPC-3'],
    controls: [],
    remediation: 'Give the next job a `VpcConfig`. A job that ran cannot be changed.',
  }),
  check({
    id: 'model-not-isolated',
    title: 'Model is not isolated from the network',
    family: 'network-isolation',
    severity: 'medium',
    requirements: ['ISO-2'],
    remediation: 'Make the model anew with `EnableNetworkIsolation=true`, and point its endpoint configurations to it.',
  }),
  check({
    id: 'notebook-root-access',
    title: 'Notebook instance gives its users root',
    family: 'root-access',
    severity: 'low',
    requirements: ['ROOT-1'],
    remediation: 'Stop the notebook instance, set `RootAccess=Disabled`, start it again.',
  }),
  check({
    id: 'execution-role-shared',
    title: 'Several notebook instances share an execution role',
    family: 'tenancy',
    severity: 'info',
    requirements: ['TEN-1'],
    remediation: 'Give each notebook instance a role of its own. The role of a stopped instance can be changed in place.',
  }),
  check({
    id: 'no-runtime-endpoint',
    title: 'VPC with workloads has no endpoint for the SageMaker runtime',
    family: 'privatelink',
    severity: 'low',
    requirements: ['PL-2'],
  }),
];

function findings(): readonly Finding[] {
  return [...openGroups(), ...notebooks(), ...publicSubnets(), ...trainingJobs(), ...models(), ...rootAccess(), ...roles()];
}

function openGroups(): Finding[] {
  const base = {
    checkId: 'security-group-open-inwards',
    severity: 'critical',
    requirements: ['ING-1'],
    controls: ['FSBP/EC2.18'],
  } as const;
  const groupOf = (name: string) => ({
    type: 'AWS::EC2::SecurityGroup',
    name,
    arn: `arn:aws:ec2:eu-west-1:111122223333:security-group/${name}`,
  });
  return [
    finding({
      ...base,
      resource: groupOf('sg-0f00dfeed5ca1ab1e'),
      message: 'lets anyone in on port 8888',
      evidence: [
        { source: 'ec2:DescribeSecurityGroups', path: 'IpPermissions[0].IpRanges[0].CidrIp', value: '0.0.0.0/0' },
        { source: 'ec2:DescribeSecurityGroups', path: 'IpPermissions[0].FromPort', value: 8888 },
        {
          source: 'ec2:DescribeSecurityGroups',
          path: 'IpPermissions[0].IpRanges[0].Description',
          value: 'temporary \u202e!!! ##[error]\u001b[2J',
        },
      ],
      path: [
        { kind: 'internet-gateway', id: 'igw-0123456789abcdef0', detail: '' },
        { kind: 'route', id: 'rtb-0123456789abcdef0', detail: '0.0.0.0/0 → igw-0123456789abcdef0' },
        { kind: 'security-group-rule', id: 'sg-0f00dfeed5ca1ab1e', detail: 'tcp 8888 from 0.0.0.0/0' },
      ],
    }),
    finding({ ...base, status: 'pass', resource: groupOf('sg-0a11600d'), message: 'lets nobody in from outside the VPC', evidence: [] }),
  ];
}

function notebooks(): Finding[] {
  const names = [
    'fraud-dev',
    'fraud-prod',
    'ads-ranking-experiments-with-a-name-as-long-as-aws-allows-them-63',
    'pricing',
    'churn',
    'search',
  ];
  const hostile = '\u001b[31mevil\u001b[0m\n::error::pwned \u202egnp.exe\u202c';
  return [
    ...names.map((name) => finding({ resource: { name } })),
    finding({ resource: { name: hostile, arn: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/evil' } }),
    ...['a-team', 'b-team', 'c-team', 'd-team'].map((name) =>
      finding({ resource: { name, account: '444455556666', region: 'us-east-1' } }),
    ),
    finding({
      resource: { name: 'lab' },
      message: 'direct internet access is enabled, and the VPC lets traffic out as well',
      evidence: [
        { source: 'sagemaker:DescribeNotebookInstance', path: 'DirectInternetAccess', value: 'Enabled' },
        { source: 'sagemaker:DescribeNotebookInstance', path: 'SubnetId', value: null },
      ],
    }),
    ...Array.from({ length: 17 }, (_, index) =>
      finding({
        status: 'pass',
        resource: { name: `good-${index}` },
        message: 'direct internet access is disabled',
        evidence: [{ source: 'sagemaker:DescribeNotebookInstance', path: 'DirectInternetAccess', value: 'Disabled' }],
      }),
    ),
    finding({
      status: 'unknown',
      resource: { name: 'odd' },
      message: 'DirectInternetAccess has a value that this version does not know',
      evidence: [{ source: 'sagemaker:DescribeNotebookInstance', path: 'DirectInternetAccess', value: 'Sometimes' }],
    }),
  ];
}

function publicSubnets(): Finding[] {
  const base = { checkId: 'workload-in-public-subnet', requirements: ['VPC-14'], controls: [] } as const;
  const kinds = ['NotebookInstance', 'Model', 'TrainingJob', 'Model', 'TrainingJob', 'TrainingJob'];
  return kinds.map((kind, index) =>
    finding({
      ...base,
      resource: { type: `AWS::SageMaker::${kind}`, name: `workload-${index + 1}`, region: index % 2 === 0 ? 'eu-west-1' : 'us-east-1' },
      message: `subnet subnet-0abc${index} routes to the internet`,
      evidence: [{ source: 'ec2:DescribeRouteTables', path: 'Routes[1].GatewayId', value: `igw-0abc${index}` }],
      path: [
        { kind: 'subnet', id: `subnet-0abc${index}`, detail: '10.0.1.0/24' },
        { kind: 'route-table', id: `rtb-0abc${index}`, detail: 'main table of vpc-0abc' },
        { kind: 'route', id: `rtb-0abc${index}`, detail: `::/0 → igw-0abc${index}` },
      ],
    }),
  );
}

function trainingJobs(): Finding[] {
  const base = { checkId: 'training-job-outside-vpc', severity: 'medium', requirements: ['VPC-3'], controls: [] } as const;
  return Array.from({ length: 32 }, (_, index) =>
    finding({
      ...base,
      resource: { type: 'AWS::SageMaker::TrainingJob', name: `nightly-2026-${String(index).padStart(3, '0')}` },
      message: 'ran outside a VPC (finished)',
      evidence: [{ source: 'sagemaker:DescribeTrainingJob', path: 'VpcConfig', value: null }],
    }),
  );
}

function models(): Finding[] {
  const base = { checkId: 'model-not-isolated', severity: 'medium', requirements: ['ISO-2'] } as const;
  const type = 'AWS::SageMaker::Model';
  return [
    finding({
      ...base,
      resource: { type, name: 'scoring' },
      message: 'network isolation is off',
      evidence: [{ source: 'sagemaker:DescribeModel', path: 'EnableNetworkIsolation', value: false }],
    }),
    ...modelGaps().map((item) =>
      finding({
        ...base,
        status: 'unknown',
        resource: { type, name: item.resource?.split('/')[1] ?? '' },
        message: 'could not be judged: sagemaker:DescribeModel (AccessDeniedException)',
        evidence: [],
        missing: ['sagemaker:DescribeModel'],
      }),
    ),
    finding({
      ...base,
      status: 'not-applicable',
      resource: { type, name: 'edge-only' },
      message: 'the model has no container',
      evidence: [],
    }),
  ];
}

function rootAccess(): Finding[] {
  return ['fraud-dev', 'lab'].map((name) =>
    finding({
      checkId: 'notebook-root-access',
      severity: 'low',
      requirements: ['ROOT-1'],
      controls: [],
      resource: { name },
      message: 'users have root',
      evidence: [{ source: 'sagemaker:DescribeNotebookInstance', path: 'RootAccess', value: 'Enabled' }],
    }),
  );
}

function roles(): Finding[] {
  return [
    finding({
      checkId: 'execution-role-shared',
      severity: 'info',
      requirements: ['TEN-1'],
      controls: [],
      resource: {
        type: 'AWS::IAM::Role',
        name: 'SageMakerExecutionRole',
        arn: 'arn:aws:iam::111122223333:role/SageMakerExecutionRole',
        region: 'global',
      },
      message: 'is the execution role of 9 notebook instances',
      evidence: Array.from({ length: 9 }, (_, index) => ({
        source: 'sagemaker:DescribeNotebookInstance',
        path: `NotebookInstances[${index}].RoleArn`,
        value: 'arn:aws:iam::111122223333:role/SageMakerExecutionRole',
      })),
    }),
  ];
}

function modelGaps() {
  return ['churn', 'fraud', 'ranking', 'search', 'uplift'].map((name) =>
    gap({ resource: `arn:aws:sagemaker:eu-west-1:111122223333:model/${name}` }),
  );
}

function accountGaps() {
  return [
    gap({
      operation: 'ec2:DescribeVpcEndpoints',
      code: 'UnauthorizedOperation',
      permission: 'ec2:DescribeVpcEndpoints',
      message: 'You are not authorized to perform this operation.',
      account: '444455556666',
      region: 'us-east-1',
      resource: null,
      checks: [],
    }),
    gap({
      operation: 'sagemaker:ListTrainingJobs',
      code: 'Timeout',
      permission: 'sagemaker:ListTrainingJobs',
      message: 'no answer within 10 s',
      account: '444455556666',
      resource: null,
      checks: ['training-job-outside-vpc', 'workload-in-public-subnet'],
    }),
  ];
}
