import { defineCheck } from '../check.ts';
import { anywhereVerdict } from '../subjects/anywhere-verdict.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { sagemakerTargets } from '../subjects/sagemaker-targets.ts';

/** Actions that open a tool in a browser, and on what. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerai.html */
const opens = [
  ['CreatePresignedMlflowTrackingServerUrl', 'mlflow-tracking-server/?*'],
  ['CreatePresignedMlflowAppUrl', 'mlflow-app/?*'],
  ['CreatePartnerAppPresignedUrl', 'partner-app/?*'],
] as const;

export default defineCheck({
  id: 'principal-mlflow-url-from-anywhere',
  title: 'Principal may open MLflow or partner apps from any network',
  severity: 'low',
  family: 'internet-ingress',
  requirements: ['ING-8'],
  controls: [],
  description:
    'A presigned URL opens an MLflow tracking server, an MLflow app or a partner app with all experiments, models and artifacts in it. Whoever holds ' +
    'stolen credentials of a principal that may make one reads them from anywhere, unless a policy limits from where by `aws:SourceVpc`, ' +
    '`aws:SourceVpce` or `aws:SourceIp`. Asked is for `sagemaker:CreatePresignedMlflowTrackingServerUrl`, `sagemaker:CreatePresignedMlflowAppUrl` and ' +
    '`sagemaker:CreatePartnerAppPresignedUrl` from an address that no policy singles out. Whether the account has such a server or app is not read: ' +
    `the verdict is about those to come as well. ${principalMethod}`,
  remediation:
    'Name the servers and apps that the principal works with in its policy, and deny the actions where the request does not come from your network: a ' +
    'condition on `aws:SourceVpc`, `aws:SourceVpce` or `aws:SourceIp`. Policies can be changed in place, best in a service control policy.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedMlflowTrackingServerUrl.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const targets = sagemakerTargets({ estate, scope }, opens);
    yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets }, { scope }) {
    return anywhereVerdict(subject, scope, targets, { what: 'open MLflow or partner apps from any address of the internet' });
  },
});
