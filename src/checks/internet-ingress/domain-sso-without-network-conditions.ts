import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { domainSubjects } from '../subjects/domain-subjects.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeDomain';

export default defineCheck({
  id: 'domain-sso-without-network-conditions',
  title: 'Sign-in to Studio cannot be limited to a network',
  severity: 'info',
  family: 'internet-ingress',
  requirements: ['ING-4'],
  controls: [],
  description:
    'Users of a domain in IAM mode open Studio by a presigned URL; a policy can limit who makes it, and by `aws:SourceVpc`, `aws:SourceVpce` or ' +
    '`aws:SourceIp` from where it works. With IAM Identity Center (AuthMode=SSO) these conditions have no effect: whoever signs in does so from any ' +
    'network, even where the VPC has an endpoint for Studio. This is a trade-off and no mistake: Identity Center brings multi-factor sign-in, short ' +
    'sessions and one place to lock people out, and other tools ask for it. Only where access must be private does IAM mode win.',
  remediation:
    'The mode of a domain cannot be changed: where access must be limited to a network, create a new domain with `--auth-mode IAM`, put the conditions on ' +
    '`sagemaker:CreatePresignedDomainUrl`, and move the users. Otherwise keep Identity Center, and limit from where people sign in there, at your ' +
    'identity provider.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html',
  ],
  needs: ['domains'],
  resources: ({ domains, scope }) => domainSubjects(domains, scope),
  evaluate(domain) {
    const { AuthMode } = need(domain.detail);
    const evidence = { source, path: 'AuthMode', value: AuthMode ?? null };
    if (AuthMode === 'IAM') return pass('users sign in by IAM: conditions on the network can be put on presigned URLs', [evidence]);
    if (AuthMode === 'SSO') return fail('users sign in by IAM Identity Center: conditions on the network have no effect', [evidence]);
    if (AuthMode === undefined) return unknown('AWS did not say how users sign in', [evidence]);
    return unknown(`this version does not know AuthMode=${String(AuthMode)}`, [evidence]);
  },
});
