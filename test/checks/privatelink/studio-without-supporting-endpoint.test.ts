import check from '../../../src/checks/privatelink/studio-without-supporting-endpoint.ts';
import { calling, closedVpc, withNat, without } from '../../support/closed-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { mlflowApp } from '../../support/rows-studio.ts';
import { domain, mainTable, notebook, refused, trainingJob, userProfile, vpcEndpoint } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const studio = { domains: [domain()] };
const withMlflow = { mlflowApps: [mlflowApp('runs', { DefaultDomainIdList: ['d-1'] })] };
const experiments = vpcEndpoint('experiments', { ServiceName: 'aws.sagemaker.eu-west-1.experiments' });

testCheck(check, {
  fail: [
    [
      'no endpoint for STS',
      inventory({ ...studio, ...closedVpc, vpcEndpoints: without('sts') }),
      'd-1',
      { says: 'has no way to the internet, and none to sts', requirements: ['PL-5'] },
    ],
    [
      'no endpoint for CloudWatch Logs',
      inventory({ ...studio, ...closedVpc, vpcEndpoints: without('logs') }),
      'd-1',
      { says: 'none to logs' },
    ],
    [
      'no endpoint for S3',
      inventory({ ...studio, ...closedVpc, routeTables: [mainTable()], vpcEndpoints: without('s3') }),
      'd-1',
      { says: 'none to s3' },
    ],
    [
      'an endpoint for STS that is passed by, for lack of private DNS',
      inventory({ ...studio, ...closedVpc, vpcEndpoints: [...without('sts'), vpcEndpoint('sts', { PrivateDnsEnabled: false })] }),
      'd-1',
      {
        evidence: [
          'ec2:DescribeVpcEndpoints sts.eu-west-1.amazonaws.com="private DNS of vpce-sts is off, and no private hosted zone stands for it"',
        ],
      },
    ],
    [
      'no endpoint for experiments, where an MLflow app is the default of the domain',
      inventory({ ...studio, ...withMlflow, ...closedVpc }),
      'd-1',
      { says: 'none to experiments', requirements: ['PL-5'] },
    ],
    [
      'the same for a user of that domain',
      inventory({ ...studio, ...withMlflow, userProfiles: [userProfile('anna', { UserSettings: {} })], ...closedVpc }),
      'd-1/anna',
      { says: 'none to experiments' },
    ],
    [
      'no endpoint for STS, whether or not there is an MLflow app',
      inventory({ ...studio, mlflowApps: refused('sagemaker:ListMlflowApps'), ...closedVpc, vpcEndpoints: without('sts') }),
      'd-1',
    ],
    ['a notebook instance', inventory({ notebookInstances: [notebook()], ...closedVpc, vpcEndpoints: without('sts') }), 'nb-1'],
    [
      'a user of Studio',
      inventory({ ...studio, userProfiles: [userProfile('anna', { UserSettings: {} })], ...closedVpc, vpcEndpoints: without('sts') }),
      'd-1/anna',
    ],
  ],
  pass: [
    ['all three', inventory({ ...studio, ...closedVpc }), 'd-1', { says: 'reaches s3, sts, logs without the internet' }],
    [
      'and that for experiments',
      inventory({ ...studio, ...withMlflow, ...closedVpc, vpcEndpoints: [...closedVpc.vpcEndpoints, experiments] }),
      'd-1',
      { says: 'reaches s3, sts, logs, experiments without the internet' },
    ],
    [
      'an MLflow app that is the default of another domain',
      inventory({ ...studio, mlflowApps: [mlflowApp('runs', { DefaultDomainIdList: ['d-9'] })], ...closedVpc }),
      'd-1',
    ],
    ['a notebook instance, which is of no domain', inventory({ notebookInstances: [notebook()], ...withMlflow, ...closedVpc }), 'nb-1'],
  ],
  unknown: [
    [
      'an MLflow app that could not be read may be the default',
      inventory({ ...studio, mlflowApps: [mlflowApp('runs', refused('sagemaker:DescribeMlflowApp'))], ...closedVpc }),
      'd-1',
      { missing: ['sagemaker:DescribeMlflowApp'] },
    ],
    [
      'endpoints refused',
      inventory({ ...studio, ...closedVpc, vpcEndpoints: refused('ec2:DescribeVpcEndpoints') }),
      'd-1',
      { missing: ['ec2:DescribeVpcEndpoints'] },
    ],
    ['domains refused', inventory({ domains: refused('sagemaker:ListDomains') }), '111122223333', { missing: ['sagemaker:ListDomains'] }],
    [
      'domain not described',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))] }),
      'd-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  'not-applicable': [
    ['a way to the internet', inventory({ ...studio, ...withNat, securityGroups: [calling], vpcEndpoints: [] }), 'd-1'],
    ['apps in no VPC of yours', inventory({ domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })] }), 'd-1'],
    [
      'direct internet access',
      inventory({ notebookInstances: [notebook('nb-1', { DirectInternetAccess: 'Enabled' })], vpcEndpoints: [] }),
      'nb-1',
    ],
  ],
  silent: [
    ['jobs do not use the SDK by themselves', inventory({ trainingJobs: [trainingJob()], ...closedVpc, vpcEndpoints: without('sts') })],
  ],
});
