import { need } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { domainSubjects } from '../subjects/domain-subjects.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeDomain';

export default defineCheck({
  id: 'domain-hides-user-identity',
  title: 'Logs of AWS calls from Studio do not name the user',
  severity: 'low',
  family: 'tenancy',
  requirements: ['TEN-10'],
  controls: [],
  description:
    'CloudTrail names the execution role of a call, and no user of it. With ExecutionRoleIdentityConfig=USER_PROFILE_NAME, SageMaker puts the name of the ' +
    'user profile into `sts:SourceIdentity`, which stays with the session, with roles it takes on and with the jobs it starts. Without it nobody can say ' +
    'which of the users of a role read the data. Calls from shared spaces carry no name in any case.',
  remediation:
    'Can be changed in place, once all apps of the domain are stopped or deleted: `aws sagemaker update-domain --domain-id … --domain-settings-for-update ' +
    'ExecutionRoleIdentityConfig=USER_PROFILE_NAME`. The trust policies of the execution roles, and of roles they take on, must then allow ' +
    '`sts:SetSourceIdentity`, or calls that start jobs are refused.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access-how-to.html',
  ],
  needs: ['domains'],
  resources: ({ domains, scope }) => domainSubjects(domains, scope),
  evaluate(domain) {
    const value = need(domain.detail).DomainSettings?.ExecutionRoleIdentityConfig;
    const evidence = { source, path: 'DomainSettings.ExecutionRoleIdentityConfig', value: value ?? null };
    if (value === 'USER_PROFILE_NAME') return pass('the name of the user profile stands in the logs of what it calls', [evidence]);
    // Without the setting CloudTrail lists the execution role alone: https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html
    if (value === 'DISABLED' || value === undefined) return fail('logs name the execution role of a call, and not its user', [evidence]);
    return unknown(`this version does not know ExecutionRoleIdentityConfig=${String(value)}`, [evidence]);
  },
});
