import type { Gap } from '../../core/gap.ts';
import type { Estate } from '../../inventory/estate.ts';
import { one } from '../../iam/request.ts';
import type { ModelDetail } from '../../inventory/sections/models.ts';
import { variantsOf } from '../../workloads/endpoint-variants.ts';
import { defineCheck, type Scope } from '../check.ts';
import { accessVerdict, worstAnswer } from '../subjects/access-verdict.ts';
import { targetAnswers, type AccessTarget } from '../subjects/access-target.ts';
import { sagemakerAsk, strangersName } from '../subjects/own-asks.ts';
import { principalMethod } from '../subjects/principal-method.ts';
import { principalFacts, principalSections } from '../subjects/principal-subjects.ts';
import { principalsAbout } from '../subjects/principals-about.ts';
import { regionRows } from '../subjects/region-rows.ts';

const endpointFacts = ['endpoints', 'endpointConfigs', 'models'] as const;

export default defineCheck({
  id: 'principal-invokes-every-model',
  title: 'Principal may invoke every model of a multi-model endpoint',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-13'],
  controls: [],
  description:
    'A multi-model endpoint serves every model that lies under its prefix in S3, those of all tenants, and the caller names which (`TargetModel`). ' +
    'Without a condition on `sagemaker:TargetModel`, whoever may call the endpoint asks the models of all tenants. Asked is, for each such endpoint, for ' +
    `\`sagemaker:InvokeEndpoint\` with a model that no policy names. ${principalMethod}`,
  remediation:
    'Allow `sagemaker:InvokeEndpoint` on the endpoint with the condition `"StringLike": {"sagemaker:TargetModel": ["tenant-a/*"]}`, or give each tenant an ' +
    'endpoint or a prefix of its own. Policies can be changed in place.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoint-security.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html',
  ],
  needs: principalSections,
  consults: principalFacts,
  across: endpointFacts,
  *resources({ accountAuthorization, scope, estate, ...facts }) {
    const targets = multiModelTargets({ estate, scope });
    if (targets.length > 0) yield* principalsAbout(accountAuthorization, facts, scope, targets);
  },
  evaluate({ subject, targets }, { scope }) {
    const { caller } = subject.principal;
    const words = { what: 'invoke every model of a multi-model endpoint', held: 'cannot invoke every model of a multi-model endpoint' };
    return accessVerdict(subject, scope, (policies) => worstAnswer(targetAnswers(targets, policies, caller, scope)), words);
  },
});

/** Calls of a model that no policy names, on every endpoint that serves several; in doubt where it could not be read whether one does. */
function multiModelTargets(facts: {
  readonly estate: Estate<(typeof endpointFacts)[number]>;
  readonly scope: Scope;
}): readonly AccessTarget[] {
  const model = { 'sagemaker:targetmodel': { kind: 'listed', candidates: [{ value: one(`${strangersName}.tar.gz`) }] } } as const;
  const [configs, models] = [regionRows(facts, 'endpointConfigs'), regionRows(facts, 'models')];
  return regionRows(facts, 'endpoints').flatMap(({ region, rows, gap }, at): readonly AccessTarget[] => {
    const byConfig = new Map(configs[at]?.rows.map((config) => [config.summary.EndpointConfigName, config]));
    const byModel = new Map(models[at]?.rows.map((row) => [row.summary.ModelName, row]));
    const target = (name: string, unread?: Gap): AccessTarget => ({
      question: sagemakerAsk(facts.scope, 'InvokeEndpoint', `endpoint/${name}`, model),
      regions: [region],
      gap: unread,
    });
    const unlisted = gap === undefined ? [] : [target('?*', gap)];
    return [
      ...rows.flatMap(({ summary, detail }): readonly AccessTarget[] => {
        const name = summary.EndpointName ?? '';
        if (!detail.known) return [target(name, detail.gap)];
        const config = byConfig.get(detail.value.EndpointConfigName);
        if (config === undefined) return configs[at]?.gap === undefined ? [] : [target(name, configs[at].gap)];
        if (!config.detail.known) return [target(name, config.detail.gap)];
        const served = variantsOf(config.detail.value).flatMap(({ ModelName }) =>
          ModelName === undefined ? [] : [byModel.get(ModelName)],
        );
        if (served.some((row) => row?.detail.known === true && servesSeveral(row.detail.value))) return [target(name)];
        const unread = served
          .map((row) => (row === undefined ? models[at]?.gap : row.detail.known ? undefined : row.detail.gap))
          .find((one) => one !== undefined);
        return unread === undefined ? [] : [target(name, unread)];
      }),
      ...unlisted,
    ];
  });
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html */
function servesSeveral({ PrimaryContainer, Containers }: ModelDetail): boolean {
  return [PrimaryContainer, ...(Containers ?? [])].some((container) => container?.Mode === 'MultiModel');
}
