import { auditPolicy } from '../src/collectors/audit-policy.ts';
import { estateActions } from '../src/collectors/estate-actions.ts';
import { defaultRoleName } from '../src/collectors/open-estate.ts';
import { stateMachine } from './deploy-state-machine.ts';

/** The CloudFormation templates of `deploy/`, by path: written from the collectors, so that no role ever lacks or has too much. */
export function deployTemplates(actions: readonly string[], workerScript: string): ReadonlyMap<string, string> {
  const files: [string, object][] = [
    ['deploy/member-role.template.json', memberRole(actions)],
    ['deploy/scan.template.json', scan(actions, workerScript)],
  ];
  return new Map(files.map(([path, template]) => [path, `${JSON.stringify(template, undefined, 2)}\n`]));
}

const Version = '2012-10-17';
const ref = (Ref: string) => ({ Ref });
const sub = (text: string) => ({ 'Fn::Sub': text });
const arn = (resource: string) => ({ 'Fn::GetAtt': [resource, 'Arn'] });

/** Inline policies of a role may have so many characters together. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const longestPolicy = 10_240;

function reads(actions: readonly string[]): object {
  const PolicyDocument = auditPolicy(actions);
  const length = JSON.stringify(PolicyDocument).length;
  if (length > longestPolicy) throw new Error(`the audit policy has ${length} characters, and a role takes ${longestPolicy}`);
  return { PolicyName: 'mlsec-reads', PolicyDocument };
}

function assumedBy(service: string, condition: object = {}): object {
  return { Version, Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...condition }] };
}

/** The role of every audited account, for a StackSet. */
function memberRole(actions: readonly string[]): object {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'mlsec: the role by which an account is audited. It only reads.',
    Parameters: {
      AuditorAccount: { Type: 'String', Description: 'The account from which is audited.', AllowedPattern: '^[0-9]{12}$' },
      AuditorRoleName: {
        Type: 'String',
        Description: 'The role there that may take on this one.',
        Default: 'mlsec-worker',
        AllowedPattern: '^[\\w+=,.@*-]{1,64}$',
      },
      RoleName: {
        Type: 'String',
        Description: 'The name of the role made here.',
        Default: defaultRoleName,
        AllowedPattern: '^[\\w+=,.@-]{1,64}$',
      },
      ExternalId: { Type: 'String', Description: 'What mlsec must pass as --external-id; empty for nothing.', Default: '' },
    },
    Conditions: { HasExternalId: { 'Fn::Not': [{ 'Fn::Equals': [ref('ExternalId'), ''] }] } },
    Resources: {
      AuditRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: ref('RoleName'),
          Description: 'Read by mlsec',
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: {
            Version,
            Statement: [
              {
                Effect: 'Allow',
                // The account, and the role as a condition: a principal that is a role must exist before, and is lost when it is made anew.
                Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AuditorAccount}:root') },
                Action: 'sts:AssumeRole',
                Condition: {
                  ArnLike: { 'aws:PrincipalArn': sub('arn:${AWS::Partition}:iam::${AuditorAccount}:role/${AuditorRoleName}') },
                  StringEquals: { 'Fn::If': ['HasExternalId', { 'sts:ExternalId': ref('ExternalId') }, ref('AWS::NoValue')] },
                },
              },
            ],
          },
          Policies: [reads(actions)],
        },
      },
    },
    Outputs: { RoleArn: { Value: arn('AuditRole') } },
  };
}

/** The schedule, the state machine, the worker, and where it all goes. */
function scan(actions: readonly string[], workerScript: string): object {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'mlsec: a scheduled scan of many accounts. EventBridge Scheduler starts a state machine, which plans, reads each account, and merges.',
    Parameters: {
      Package: {
        Type: 'String',
        Description: 'Where the package lies that npm pack has made: s3://BUCKET/KEY.',
        AllowedPattern: '^s3://[a-z0-9.-]{3,63}/.+$',
      },
      PlanOptions: { Type: 'String', Description: 'Options of mlsec plan.', Default: `--org --region all --role-name ${defaultRoleName}` },
      ReportOptions: { Type: 'String', Description: 'Options of mlsec merge.', Default: '--fail-on high' },
      RoleName: {
        Type: 'String',
        Description: 'The role in the audited accounts.',
        Default: defaultRoleName,
        AllowedPattern: '^[\\w+=,.@-]{1,64}$',
      },
      WorkerRoleName: {
        Type: 'String',
        Description: 'The role that the member roles trust.',
        Default: 'mlsec-worker',
        AllowedPattern: '^[\\w+=,.@-]{1,64}$',
      },
      Schedule: { Type: 'String', Description: 'When to scan, by UTC.', Default: 'cron(0 3 * * ? *)' },
      RetentionDays: { Type: 'Number', Description: 'How long plans, inventories and reports are kept.', Default: 90, MinValue: 1 },
      Image: {
        Type: 'String',
        Description: 'The build image; it has Node.js and the AWS CLI.',
        Default: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
      },
    },
    Resources: {
      ...storage(),
      ...worker(actions, workerScript),
      ...machine(),
      ...schedule(),
    },
    Outputs: { Bucket: { Value: ref('Bucket') }, StateMachine: { Value: ref('StateMachine') }, WorkerRole: { Value: arn('WorkerRole') } },
  };
}

function storage(): object {
  return {
    Bucket: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        LifecycleConfiguration: { Rules: [{ Id: 'expire', Status: 'Enabled', ExpirationInDays: ref('RetentionDays') }] },
      },
    },
    BucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref('Bucket'),
        PolicyDocument: {
          Version,
          Statement: [
            {
              Sid: 'OnlyEncrypted',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [arn('Bucket'), sub('${Bucket.Arn}/*')],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  };
}

function worker(actions: readonly string[], script: string): object {
  const spec = {
    version: 0.2,
    env: { shell: 'bash' },
    phases: { install: { 'runtime-versions': { nodejs: 22 } }, build: { commands: [script] } },
  };
  const variable = (Name: string, Value: unknown) => ({ Name, Value });
  const name = sub('${AWS::StackName}-worker');
  return {
    Logs: {
      Type: 'AWS::Logs::LogGroup',
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
      Properties: { LogGroupName: sub('/aws/codebuild/${AWS::StackName}-worker'), RetentionInDays: 90 },
    },
    WorkerRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: ref('WorkerRoleName'),
        AssumeRolePolicyDocument: assumedBy('codebuild.amazonaws.com', {
          Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
        }),
        Policies: [
          reads(actions),
          {
            PolicyName: 'mlsec-works',
            PolicyDocument: {
              Version,
              Statement: [
                {
                  Sid: 'Enter',
                  Effect: 'Allow',
                  Action: estateActions.enter,
                  Resource: sub('arn:${AWS::Partition}:iam::*:role/${RoleName}'),
                },
                { Sid: 'Organization', Effect: 'Allow', Action: estateActions.list, Resource: '*' },
                { Sid: 'Runs', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: sub('${Bucket.Arn}/runs/*') },
                {
                  Sid: 'Parts',
                  Effect: 'Allow',
                  Action: 's3:ListBucket',
                  Resource: arn('Bucket'),
                  Condition: { StringLike: { 's3:prefix': 'runs/*' } },
                },
                {
                  Sid: 'Package',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  // s3://BUCKET/KEY
                  Resource: {
                    'Fn::Join': [
                      '',
                      [sub('arn:${AWS::Partition}:s3:::'), { 'Fn::Select': [1, { 'Fn::Split': ['s3://', ref('Package')] }] }],
                    ],
                  },
                },
                { Sid: 'Logs', Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: arn('Logs') },
              ],
            },
          },
        ],
      },
    },
    Worker: {
      Type: 'AWS::CodeBuild::Project',
      Properties: {
        Name: name,
        ServiceRole: arn('WorkerRole'),
        Artifacts: { Type: 'NO_ARTIFACTS' },
        Source: { Type: 'NO_SOURCE', BuildSpec: JSON.stringify(spec) },
        Environment: {
          Type: 'LINUX_CONTAINER',
          ComputeType: 'BUILD_GENERAL1_SMALL',
          Image: ref('Image'),
          EnvironmentVariables: [
            variable('MLSEC_BUCKET', ref('Bucket')),
            variable('MLSEC_PACKAGE', ref('Package')),
            variable('MLSEC_PLAN_OPTIONS', ref('PlanOptions')),
            variable('MLSEC_REPORT_OPTIONS', ref('ReportOptions')),
          ],
        },
        LogsConfig: { CloudWatchLogs: { Status: 'ENABLED', GroupName: ref('Logs') } },
        // An account of half a million jobs takes hours where sagemaker:Search is refused.
        TimeoutInMinutes: 480,
        QueuedTimeoutInMinutes: 480,
      },
    },
  };
}

function machine(): object {
  return {
    StateMachineRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: assumedBy('states.amazonaws.com'),
        Policies: [
          {
            PolicyName: 'mlsec-runs',
            PolicyDocument: {
              Version,
              Statement: [
                {
                  Effect: 'Allow',
                  Action: ['codebuild:StartBuild', 'codebuild:StopBuild', 'codebuild:BatchGetBuilds'],
                  Resource: arn('Worker'),
                },
                {
                  Effect: 'Allow',
                  Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
                  Resource: sub(
                    'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventForCodeBuildStartBuildRule',
                  ),
                },
                { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: sub('${Bucket.Arn}/runs/*') },
              ],
            },
          },
        ],
      },
    },
    // By a policy of its own: the role cannot name a machine that is made with it.
    MapPolicy: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'mlsec-map',
        Roles: [ref('StateMachineRole')],
        PolicyDocument: {
          Version,
          Statement: [
            {
              Effect: 'Allow',
              Action: ['states:StartExecution', 'states:RedriveExecution'],
              Resource: [ref('StateMachine'), executions(':*'), executions('/*')],
            },
            {
              Effect: 'Allow',
              Action: ['states:DescribeExecution', 'states:StopExecution'],
              Resource: [executions(':*'), executions('/*')],
            },
          ],
        },
      },
    },
    StateMachine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: arn('StateMachineRole'),
        Definition: stateMachine(),
        DefinitionSubstitutions: { Worker: ref('Worker'), Bucket: ref('Bucket') },
      },
    },
  };
}

/** The executions of the machine, and those that its map starts. */
function executions(suffix: string): object {
  return sub(`arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:\${StateMachine.Name}${suffix}`);
}

function schedule(): object {
  return {
    ScheduleRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: assumedBy('scheduler.amazonaws.com', {
          Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
        }),
        Policies: [
          {
            PolicyName: 'mlsec-starts',
            PolicyDocument: { Version, Statement: [{ Effect: 'Allow', Action: 'states:StartExecution', Resource: ref('StateMachine') }] },
          },
        ],
      },
    },
    ScanSchedule: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Description: 'Starts a scan of mlsec',
        ScheduleExpression: ref('Schedule'),
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: ref('StateMachine'), RoleArn: arn('ScheduleRole'), Input: '{}' },
      },
    },
  };
}
