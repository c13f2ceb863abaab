import { defineCheck } from '../check.ts';
import { anywhereVerdict } from '../subjects/anywhere-verdict.ts';
import { endpointTargets } from '../subjects/endpoint-targets.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';

export default defineCheck({
  id: 'principal-invokes-endpoint-from-anywhere',
  title: 'Principal may invoke endpoints from any network',
  severity: 'medium',
  family: 'internet-ingress',
  // PL-10 asks that models are reached privately: who can do so past the VPC breaks it, and where nobody can, the VPC's endpoint is the only way.
  requirements: ['ING-3', 'PL-10'],
  controls: [],
  description:
    'A VPC for the containers of an endpoint does not make its invocation private: requests go to a public router of SageMaker, and whoever holds ' +
    'credentials that allow `sagemaker:InvokeEndpoint` calls the model from anywhere. Stolen keys are then enough to use the model, to copy its ' +
    'behaviour and to run up its bill. Asked is, where endpoints exist, for `sagemaker:InvokeEndpoint`, `sagemaker:InvokeEndpointWithResponseStream` ' +
    `and \`sagemaker:InvokeEndpointAsync\` from an address that no policy singles out. ${principalMethod}`,
  remediation:
    'Deny the three actions where the request does not come through the interface endpoint of SageMaker Runtime, by `aws:SourceVpce` or ' +
    '`aws:SourceVpc`. Endpoint policies alone stop nobody who does not use the endpoint. Policies can be changed in place, best in a service control policy.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-give-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inter-network-privacy.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: ['endpoints'],
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const targets = endpointTargets({ estate, scope });
    if (targets.length > 0) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets }, { scope }) {
    return anywhereVerdict(subject, scope, targets, { what: 'invoke endpoints from any address of the internet' });
  },
});
