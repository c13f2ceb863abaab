import type { Evidence } from '../../core/evidence.ts';
import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { domainSubjects } from '../subjects/domain-subjects.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeDomain';
const at = 'DomainSettings.DockerSettings';

export default defineCheck({
  id: 'domain-docker-past-vpc',
  title: 'Docker in Studio moves images past your VPC',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-11'],
  controls: [],
  description:
    'With Docker access, users of Studio build, pull and push images. Where the domain is VpcOnly and Docker is not rootless, images travel by a ' +
    'network of SageMaker and not by your VPC, to and from registries of the own account and of those in VpcOnlyTrustedAccounts: whatever fits into ' +
    'an image layer leaves past your routes, endpoints and logs. Where the domain is not VpcOnly, Docker talks to any registry on the internet. ' +
    'Rootless Docker in a VpcOnly domain uses the VPC like all else there; VpcOnlyTrustedAccounts does not count then.',
  remediation:
    'Can be changed in place: `aws sagemaker update-domain --domain-id … --domain-settings-for-update DockerSettings={EnableDockerAccess=DISABLED}`. Where ' +
    'Docker is needed, make the domain VpcOnly and set `RootlessDocker=ENABLED`, so that the VPC decides; or at least name the accounts of your ' +
    'registries in `VpcOnlyTrustedAccounts`. Delete running apps first, so that they start with the new setting.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-local-get-started.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DockerSettings.html',
  ],
  needs: ['domains'],
  resources: ({ domains, scope }) => domainSubjects(domains, scope),
  evaluate(domain) {
    const { AppNetworkAccessType, DomainSettings } = need(domain.detail);
    const { EnableDockerAccess, RootlessDocker, VpcOnlyTrustedAccounts } = DomainSettings?.DockerSettings ?? {};
    const access: Evidence = { source, path: `${at}.EnableDockerAccess`, value: EnableDockerAccess ?? null };
    // Docker is off unless an administrator turns it on: studio-updated-local-get-started.html
    if (EnableDockerAccess === undefined || EnableDockerAccess === 'DISABLED') return pass('the domain has no access to Docker', [access]);
    if (EnableDockerAccess !== 'ENABLED')
      return unknown(`this version does not know EnableDockerAccess=${String(EnableDockerAccess)}`, [access]);
    const mode: Evidence = { source, path: 'AppNetworkAccessType', value: AppNetworkAccessType ?? null };
    if (AppNetworkAccessType === undefined || AppNetworkAccessType === 'PublicInternetOnly') {
      return fail('Docker in the domain pulls from and pushes to any registry on the internet', [access, mode]);
    }
    if (AppNetworkAccessType !== 'VpcOnly')
      return unknown(`this version does not know AppNetworkAccessType=${String(AppNetworkAccessType)}`, [mode]);
    const rootless: Evidence = { source, path: `${at}.RootlessDocker`, value: RootlessDocker ?? null };
    if (RootlessDocker === 'ENABLED') return pass('Docker in the domain is rootless, and uses its VPC', [access, mode, rootless]);
    // Not rootless unless it is set as well: studio-updated-local-get-started.html
    if (RootlessDocker !== undefined && RootlessDocker !== 'DISABLED')
      return unknown(`this version does not know RootlessDocker=${String(RootlessDocker)}`, [access, rootless]);
    const accounts = VpcOnlyTrustedAccounts ?? [];
    const trusted: Evidence = { source, path: `${at}.VpcOnlyTrustedAccounts`, value: VpcOnlyTrustedAccounts ?? null };
    const whose = accounts.length === 0 ? 'registries of its own account' : `registries of ${accounts.length} trusted accounts`;
    return fail(`Docker in the domain moves images by a network of SageMaker, to and from ${whose}`, [access, mode, rootless, trusted]);
  },
});
