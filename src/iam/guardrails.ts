import type { Ask } from './ask.ts';
import type { Candidate, KeyDomain } from './question.ts';
import { absent, one } from './request.ts';
import { sagemakerActionKeys, sagemakerActionResources } from './sagemaker-actions.ts';

/** The guardrails that bound what principals can make, by the requirement they stand for. */
export const guardrailIds = ['GRD-1', 'GRD-2', 'GRD-3', 'GRD-4', 'GRD-5', 'GRD-6', 'GRD-7', 'GRD-8'] as const;

export type GuardrailId = (typeof guardrailIds)[number];

/** Requests that leave a requirement unmet, one kind an entry, and how to deny these and no others. */
export interface Violation {
  /** Without the service, such as `CreateModel`. */
  readonly action: string;
  /** In lower case: the keys that make it a violation. */
  readonly demands: { readonly [key: string]: KeyDomain };
  /** What it would be, as the end of "may create …". */
  readonly makes: string;
  /** The condition of a Deny that meets all of these requests, for any action that it is said of. */
  readonly denied: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
}

const listed = (...candidates: readonly Candidate[]): KeyDomain => ({ kind: 'listed', candidates });

/** Left out, a parameter takes its default; whether the request then carries the key is not written. */
const leftOut = (key: string): Candidate => ({
  value: absent,
  doubt: `whether AWS fills ${key} where the request leaves the parameter out is not documented`,
});

/** What the caller may say outright is sure. */
const said = (value: string): Candidate => ({ value: one(value) });

/** Actions that support a key. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html */
function actionsWith(key: string): readonly string[] {
  return Object.keys(sagemakerActionKeys).filter((action) => sagemakerActionKeys[action]?.includes(key.toLowerCase()));
}

/** A subnet and a group that no policy can have meant: documentation's own. */
const strange = { subnet: 'subnet-0f1e2d3c4b5a69788', group: 'sg-0f1e2d3c4b5a69788' } as const;

const anySet: KeyDomain = { kind: 'free', type: 'texts', optional: false };

/** One that nobody approved of, alone or among others: a list is as open as the most open of its elements. */
const setWith = (strange: string): KeyDomain => ({ kind: 'free', type: 'texts', optional: false, including: strange });

/** What each of the guardrails must make impossible. https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html */
export const violations: { readonly [id in GuardrailId]: readonly Violation[] } = {
  'GRD-1': actionsWith('sagemaker:VpcSubnets').map((action) => ({
    action,
    demands: {
      'sagemaker:vpcsubnets': listed({ value: absent }),
      // Subnets and groups come together or not at all.
      'sagemaker:vpcsecuritygroupids': listed({ value: absent }),
      // A notebook instance without direct internet access and without a subnet is refused by the API itself.
      ...(action === 'CreateNotebookInstance'
        ? { 'sagemaker:directinternetaccess': listed(said('Enabled'), leftOut('sagemaker:DirectInternetAccess')) }
        : {}),
    },
    makes: `${thing(action)} without a VPC`,
    denied: { Null: { 'sagemaker:VpcSubnets': 'true' } },
  })),
  'GRD-2': [
    {
      action: 'CreateDomain',
      demands: { 'sagemaker:appnetworkaccesstype': listed(said('PublicInternetOnly'), leftOut('sagemaker:AppNetworkAccessType')) },
      makes: 'a Studio domain with the internet of SageMaker',
      denied: { StringNotEquals: { 'sagemaker:AppNetworkAccessType': 'VpcOnly' } },
    },
    {
      // Left out, an update changes nothing.
      action: 'UpdateDomain',
      demands: { 'sagemaker:appnetworkaccesstype': listed(said('PublicInternetOnly')) },
      makes: 'a Studio domain with the internet of SageMaker',
      denied: { StringEquals: { 'sagemaker:AppNetworkAccessType': 'PublicInternetOnly' } },
    },
  ],
  'GRD-3': [
    {
      action: 'CreateNotebookInstance',
      demands: { 'sagemaker:directinternetaccess': listed(said('Enabled'), leftOut('sagemaker:DirectInternetAccess')) },
      makes: 'a notebook instance with direct internet access',
      denied: { StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled' } },
    },
    {
      action: 'CreateNotebookInstance',
      demands: { 'sagemaker:rootaccess': listed(said('Enabled'), leftOut('sagemaker:RootAccess')) },
      makes: 'a notebook instance with root access',
      denied: { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } },
    },
    {
      action: 'UpdateNotebookInstance',
      demands: { 'sagemaker:rootaccess': listed(said('Enabled')) },
      makes: 'root access on a notebook instance that is there',
      denied: { StringEquals: { 'sagemaker:RootAccess': 'Enabled' } },
    },
  ],
  'GRD-4': actionsWith('sagemaker:NetworkIsolation').map((action) => ({
    action,
    demands: { 'sagemaker:networkisolation': listed(said('false'), leftOut('sagemaker:NetworkIsolation')) },
    makes: `${thing(action)} without network isolation`,
    denied: { BoolIfExists: { 'sagemaker:NetworkIsolation': 'false' } },
  })),
  'GRD-5': [
    {
      action: 'CreateNotebookInstance',
      demands: {
        'sagemaker:minimuminstancemetadataserviceversion': listed(said('1'), leftOut('sagemaker:MinimumInstanceMetadataServiceVersion')),
      },
      makes: 'a notebook instance with version 1 of the metadata service',
      denied: { StringNotEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '2' } },
    },
    {
      action: 'UpdateNotebookInstance',
      demands: { 'sagemaker:minimuminstancemetadataserviceversion': listed(said('1')) },
      makes: 'version 1 of the metadata service on a notebook instance that is there',
      denied: { StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': '1' } },
    },
  ],
  'GRD-6': actionsWith('sagemaker:InterContainerTrafficEncryption').map((action) => ({
    action,
    demands: { 'sagemaker:intercontainertrafficencryption': listed(said('false'), leftOut('sagemaker:InterContainerTrafficEncryption')) },
    makes: `${thing(action)} whose containers talk in clear`,
    denied: { BoolIfExists: { 'sagemaker:InterContainerTrafficEncryption': 'false' } },
  })),
  // Neither is on unless it is asked for.
  'GRD-7': [
    ...actionsWith('sagemaker:EnableRemoteDebug').map((action) => ({
      action,
      demands: { 'sagemaker:enableremotedebug': listed(said('true')) },
      makes: 'a training job with a remote shell',
      denied: { Bool: { 'sagemaker:EnableRemoteDebug': 'true' } },
    })),
    ...actionsWith('sagemaker:RemoteAccess').map((action) => ({
      action,
      demands: { 'sagemaker:remoteaccess': listed(said('ENABLED')) },
      makes: 'a Studio space with remote access',
      denied: { StringEquals: { 'sagemaker:RemoteAccess': 'ENABLED' } },
    })),
  ],
  'GRD-8': [
    ...actionsWith('sagemaker:VpcSubnets').map((action) => ({
      action,
      demands: { 'sagemaker:vpcsubnets': setWith(strange.subnet), 'sagemaker:vpcsecuritygroupids': anySet },
      makes: `${thing(action)} in a subnet of anybody's choice`,
      denied: {},
    })),
    ...actionsWith('sagemaker:VpcSecurityGroupIds').map((action) => ({
      action,
      demands: {
        'sagemaker:vpcsecuritygroupids': setWith(strange.group),
        ...(actionsWith('sagemaker:VpcSubnets').includes(action) ? { 'sagemaker:vpcsubnets': anySet } : {}),
      },
      makes: `${thing(action)} with a security group of anybody's choice`,
      denied: {},
    })),
  ],
};

/** What an action makes, in words: `CreateTrainingJob` is `a training job`. */
function thing(action: string): string {
  const words = action
    .replace(/^(Create|Update)/, '')
    .replace('AutoMLJobV2', 'AutoMLJob')
    .replace('AutoML', 'Automl')
    .replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()
    .replace('automl', 'AutoML')
    .replace('hyper parameter', 'hyperparameter');
  return `${/^[aeio]|^AutoML/.test(words) ? 'an' : 'a'} ${words}`;
}

/** The request that a violation is, in an account. */
export function askOf({ action, demands }: Violation, partition: string, account: string): Ask {
  const resource = `arn:${partition}:sagemaker:REGION:${account}:${sagemakerActionResources[action] ?? '*'}`;
  return { action: `sagemaker:${action}`, resource, examples: [resource.replaceAll('*', 'example')], demands };
}
