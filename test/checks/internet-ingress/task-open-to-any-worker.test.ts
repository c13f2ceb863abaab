import check from '../../../src/checks/internet-ingress/task-open-to-any-worker.ts';
import type { Workforce } from '../../../src/inventory/sections/workforces.ts';
import { inventory } from '../../support/inventory.ts';
import { labelingJob } from '../../support/rows-jobs.ts';
import { flowDefinition, workforce, workteam } from '../../support/rows-studio.ts';
import { refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const crowd = 'arn:aws:sagemaker:eu-west-1:394669845002:workteam/public-crowd/default';
const given = (WorkteamArn: string | undefined) =>
  inventory({ flowDefinitions: [flowDefinition('flow-1', { HumanLoopConfig: { WorkteamArn } })] });
const ofOurs = (sources: Partial<Workforce>) =>
  inventory({ flowDefinitions: [flowDefinition()], workteams: [workteam()], workforces: [workforce(sources)] });

testCheck(check, {
  fail: [
    [
      'the public crowd (no peer looks)',
      given(crowd),
      'flow-1',
      {
        requirements: ['ING-7'],
        says: 'public crowd',
        evidence: [`sagemaker:DescribeFlowDefinition HumanLoopConfig.WorkteamArn="${crowd}"`],
      },
    ],
    [
      'a labeling job of the public crowd',
      inventory({ labelingJobs: [labelingJob('labels', { HumanTaskConfig: { WorkteamArn: crowd } })] }),
      'labels',
      { requirements: ['ING-7'] },
    ],
    [
      'the public crowd, whatever else could not be read',
      inventory({
        flowDefinitions: [flowDefinition('flow-1', { HumanLoopConfig: { WorkteamArn: crowd } })],
        workteams: refused('sagemaker:ListWorkteams'),
        workforces: refused('sagemaker:ListWorkforces'),
      }),
      'flow-1',
    ],
    [
      'a private team whose workforce signs in from anywhere',
      ofOurs({ SourceIpConfig: undefined }),
      'flow-1',
      { says: 'workers of private', evidence: ['sagemaker:ListWorkforces SourceIpConfig.Cidrs=null'] },
    ],
    ['a list as wide as the internet', ofOurs({ SourceIpConfig: { Cidrs: ['0.0.0.0/1', '128.0.0.0/1'] } }), 'flow-1'],
  ],
  pass: [
    [
      'a private team that comes from one office',
      ofOurs({}),
      'flow-1',
      { evidence: ['sagemaker:ListWorkforces SourceIpConfig.Cidrs=["203.0.113.0/24"]'] },
    ],
    [
      'a labeling job of such a team',
      inventory({ labelingJobs: [labelingJob('labels')], workteams: [workteam()], workforces: [workforce()] }),
      'labels',
    ],
  ],
  unknown: [
    ['a vendor', given('arn:aws:sagemaker:eu-west-1:222233334444:workteam/vendor-crowd/labels'), 'flow-1', { says: 'vendor', missing: [] }],
    ['a crowd that nobody has heard of', given('arn:aws:sagemaker:eu-west-1:222233334444:workteam/robot-crowd/labels'), 'flow-1'],
    ['no team', given(undefined), 'flow-1', { missing: [] }],
    [
      'a team that is gone',
      inventory({ flowDefinitions: [flowDefinition()], workforces: [workforce()] }),
      'flow-1',
      { says: 'does not exist any more' },
    ],
    [
      'a team of a workforce that AWS does not name',
      inventory({ flowDefinitions: [flowDefinition()], workteams: [workteam({ WorkforceArn: undefined })] }),
      'flow-1',
      { missing: [] },
    ],
    ['addresses that are none', ofOurs({ SourceIpConfig: { Cidrs: ['the office'] } }), 'flow-1'],
    [
      'describe refused',
      inventory({ flowDefinitions: [flowDefinition('flow-1', refused('sagemaker:DescribeFlowDefinition'))] }),
      'flow-1',
      { missing: ['sagemaker:DescribeFlowDefinition'] },
    ],
    [
      'teams refused',
      inventory({ flowDefinitions: [flowDefinition()], workteams: refused('sagemaker:ListWorkteams') }),
      'flow-1',
      { missing: ['sagemaker:ListWorkteams'] },
    ],
    [
      'workforces refused',
      inventory({ flowDefinitions: [flowDefinition()], workteams: [workteam()], workforces: refused('sagemaker:ListWorkforces') }),
      'flow-1',
      { missing: ['sagemaker:ListWorkforces'] },
    ],
    ['list refused', inventory({ flowDefinitions: refused('sagemaker:ListFlowDefinitions') }), '111122223333'],
  ],
  silent: [['no task for people', inventory({ workteams: [workteam()], workforces: [workforce()] })]],
});
