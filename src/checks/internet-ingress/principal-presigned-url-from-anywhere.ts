import { defineCheck } from '../check.ts';
import { anywhereVerdict } from '../subjects/anywhere-verdict.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { presignedFacts, presignedTargets } from '../subjects/presigned-targets.ts';
import { notApplicable } from '../verdict.ts';

export default defineCheck({
  id: 'principal-presigned-url-from-anywhere',
  title: 'Principal may open Studio or notebooks from any network',
  severity: 'medium',
  family: 'internet-ingress',
  requirements: ['ING-2'],
  controls: [],
  description:
    'Studio and notebook instances are opened by presigned URLs. An interface endpoint for them closes nothing: the URL can be made and used from ' +
    'anywhere on the internet, unless a policy limits from where by `aws:SourceVpc`, `aws:SourceVpce`, `aws:VpcSourceIp` or `aws:SourceIp`; AWS then ' +
    'checks the condition on every request of the session as well. Without it, stolen credentials or a forwarded link are enough to work on ' +
    "somebody's notebook with its role. Asked is for `sagemaker:CreatePresignedDomainUrl` (for domains in IAM mode) and " +
    '`sagemaker:CreatePresignedNotebookInstanceUrl` from an address that no policy singles out. Domains with IAM Identity Center do not support ' +
    `these conditions, and are left out. ${principalMethod}`,
  remediation:
    'Deny both actions where the request does not come through the endpoints of your VPC: a condition on `aws:SourceVpce` that lists the endpoints of ' +
    'Studio or notebooks and the one of the SageMaker API, or on `aws:SourceVpc`; for people in the office a condition on `aws:SourceIp`, which does ' +
    'not work together with endpoints. Opening from the console then stops working. Policies can be changed in place, best in a service control policy.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-interface-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: presignedFacts,
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const targets = presignedTargets({ estate, scope });
    if (targets.open.length > 0 || targets.identityCenter > 0) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets: { open, identityCenter } }, { scope }) {
    const note = identityCenter === 0 ? '' : '; domains with IAM Identity Center cannot be limited to a network';
    if (open.length === 0)
      return notApplicable('all domains sign in by IAM Identity Center, where conditions on the network have no effect');
    return anywhereVerdict(subject, scope, open, { what: 'open Studio or notebooks from any address of the internet', note });
  },
});
