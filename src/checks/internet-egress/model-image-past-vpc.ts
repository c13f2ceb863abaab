import type { Evidence } from '../../core/evidence.ts';
import { known, need } from '../../inventory/fact.ts';
import type { Model, ModelDetail } from '../../inventory/sections/models.ts';
import { modelResource } from '../../workloads/model-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeModel';

/** AWS asks of the one container of a model by one control, and of the several of an inference pipeline by another. */
const ofOne = ['SecurityHub/SageMaker.16', 'Config/sagemaker-model-private-registry-required'];
const ofSeveral = ['SecurityHub/SageMaker.19', 'Config/sagemaker-model-multicontainer-private-registry'];

export default defineCheck({
  id: 'model-image-past-vpc',
  title: 'Container of a model is not pulled through your VPC',
  severity: 'low',
  family: 'internet-egress',
  requirements: ['EGR-12'],
  controls: [...ofOne, ...ofSeveral],
  description:
    'SageMaker pulls the image of a container from Amazon ECR by its own network (RepositoryAccessMode Platform, the default). In the mode Vpc it is ' +
    'pulled through the VPC of the model, from a Docker registry there: what runs has passed your own controls, and no other registry is reached. ' +
    'Looked at: every container of the model. A package of AWS Marketplace brings its image with it.',
  remediation:
    'A model cannot be changed: create a new one with `ImageConfig={RepositoryAccessMode=Vpc}` in each container and a `--vpc-config` from which the ' +
    'registry can be reached, a new endpoint configuration that names it, and call `aws sagemaker update-endpoint`, which moves over without downtime. ' +
    'It needs a private Docker registry in the VPC; where images in ECR are what you want, accept this one.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-16',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-19',
  ],
  needs: ['models'],
  *resources({ models, scope }) {
    for (const model of models) yield known({ resource: modelResource(model, scope), ...controlsOf(model), about: model });
  },
  evaluate(model) {
    const containers = containersOf(need(model.detail));
    if (containers.length === 0) return unknown('AWS named no container of the model');
    const own = containers.filter(({ container }) => container.ModelPackageName === undefined);
    const evidence = own.map(({ path, mode }): Evidence => ({
      source,
      path: `${path}.ImageConfig.RepositoryAccessMode`,
      value: mode ?? null,
    }));
    const past = evidence.filter((_, at) => own[at]?.mode === undefined || own[at].mode === 'Platform');
    const [first, ...rest] = past;
    if (first !== undefined) return fail('its image comes from Amazon ECR by the network of SageMaker', [first, ...rest]);
    const strange = own.find(({ mode }) => mode !== 'Vpc');
    if (strange !== undefined) return unknown(`this version does not know RepositoryAccessMode=${String(strange.mode)}`, evidence);
    if (own.length === 0) return notApplicable('every image comes with a package of AWS Marketplace or the registry of models');
    return pass('every image comes from a registry in the VPC', evidence);
  },
});

function controlsOf({ detail }: Model): { readonly controls?: readonly string[] } {
  if (!detail.known) return {};
  return { controls: (detail.value.Containers ?? []).length > 0 ? ofSeveral : ofOne };
}

type Container = NonNullable<ModelDetail['PrimaryContainer']>;

/** A model has one primary container, or a list of them. */
function containersOf({ PrimaryContainer, Containers }: ModelDetail) {
  const at = (container: Container, path: string) => ({ container, path, mode: container.ImageConfig?.RepositoryAccessMode });
  return [
    ...(PrimaryContainer === undefined ? [] : [at(PrimaryContainer, 'PrimaryContainer')]),
    ...(Containers ?? []).map((container, index) => at(container, `Containers[${index}]`)),
  ];
}
