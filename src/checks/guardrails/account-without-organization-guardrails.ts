import type { Evidence } from '../../core/evidence.ts';
import { accountResource } from '../../core/resource.ts';
import { anybodyIn } from '../../iam/anybody.ts';
import { bindingPolicies, escapesOf } from '../../iam/escapes.ts';
import { unknownRoles } from '../../iam/passed-role.ts';
import type { GuardrailId } from '../../iam/guardrails.ts';
import { organizationControl } from '../../iam/organization-control.ts';
import { known, MissingFact } from '../../inventory/fact.ts';
import { defineCheck } from '../check.ts';
import { principalFacts } from '../subjects/principal-subjects.ts';
import { sayBrokenGuards } from '../subjects/say-broken-guards.ts';
import { sayExample } from '../subjects/say-example.ts';
import { fail, pass, unknown } from '../verdict.ts';

/** Which subnets are approved differs by account: that one is for policies below the organization. */
const asked: readonly GuardrailId[] = ['GRD-1', 'GRD-2', 'GRD-3', 'GRD-4', 'GRD-5', 'GRD-6', 'GRD-7'];

export default defineCheck({
  id: 'account-without-organization-guardrails',
  title: 'No service control policy stops what guardrails should stop',
  severity: 'medium',
  family: 'guardrails',
  requirements: ['GRD-9'],
  controls: [],
  description:
    'A guardrail in the policy of a role holds for that role alone, until somebody makes another one; administrators of the account can lift it. A ' +
    'service control policy of the organization holds for all of them. Worked out is what somebody whom the account allows everything could still ' +
    'make: each of GRD-1 to GRD-7 has to be impossible even then. Whom a policy exempts, by ARN or tag, is judged as a principal of its own. Whether AWS Config or GuardDuty would notice is not looked at.',
  remediation:
    'Attach a service control policy to the account or to an organizational unit above it, from the management account: ' +
    '`aws organizations create-policy --type SERVICE_CONTROL_POLICY` and `attach-policy`. `mlsec policy --guardrails` prints one that closes exactly ' +
    'the gaps found. The management account itself is bound by none: keep workloads out of it. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/machine-learning-lens/mlsec-04.html',
  ],
  needs: ['callerIdentity'],
  consults: principalFacts,
  resources: ({ scope }) => [known({ resource: accountResource(scope.partition, scope.account, scope.region), about: undefined })],
  evaluate(_account, { estate, scope, ...facts }) {
    const control = organizationControl(facts, scope.account);
    if (control.scp === undefined) {
      if (control.gap === undefined) return unknown('the service control policies could not be read');
      throw MissingFact.of(control.gap);
    }
    const source = control.id === null ? 'organizations:DescribeOrganization' : 'organizations:DescribePolicy';
    if (control.exempt !== undefined) {
      return fail(`nothing above the account stops anybody: ${control.exempt}`, [
        { source, path: 'Organization', value: control.id ?? null },
      ]);
    }
    const caller = anybodyIn(scope.partition, scope.account, control.id);
    const regions = estate.places.filter(({ account }) => account === scope.account).map(({ region }) => region);
    const policies = bindingPolicies({ identity: [], scp: control.scp, ...(control.rcp === undefined ? {} : { rcp: control.rcp }) }, false);
    const results = asked.map((id) => ({
      id,
      escapes: escapesOf(id, policies, caller, { partition: scope.partition, regions, roles: unknownRoles }),
    }));

    const open = results.filter(({ escapes }) => escapes.possible.length > 0);
    const evidence = open.flatMap(({ id, escapes }): Evidence[] =>
      escapes.possible.slice(0, 1).map(({ answer }) => ({ source, path: id, value: sayExample(answer.example) })),
    );
    const [first, ...rest] = evidence;
    if (first !== undefined) {
      const names = open.map(({ id, escapes }) => `${id} (${escapes.possible.length} of ${total(escapes)})`).join(', ');
      const broken = [...new Set(open.map(({ id, escapes }) => sayBrokenGuards(id, escapes, policies, caller)))];
      return fail(`service control policies leave open what guardrails should stop: ${names}${broken.join('')}`, [first, ...rest]);
    }
    const doubt = results.flatMap(({ escapes }) => escapes.unknown)[0];
    if (doubt !== undefined) {
      return unknown(
        `cannot tell whether they stop somebody who would create ${doubt.violation.makes}: ${doubt.answer.reason}`,
        [],
        [],
        control.gap === undefined ? [] : [control.gap],
      );
    }
    const names = [...new Set(control.scp.flat().map(({ name }) => name))];
    return pass('service control policies make all of GRD-1 to GRD-7 impossible for whom they do not exempt', [
      { source, path: 'Policies', value: names.slice(0, 10) },
    ]);
  },
});

function total(escapes: ReturnType<typeof escapesOf>): number {
  return escapes.possible.length + escapes.unknown.length + escapes.impossible.length;
}
