/** Something that a pipeline sets: `parameter` where it is only known when the pipeline runs, `unclear` where it stands in no place or form that AWS documents. */
export type PipelineSetting = 'set' | 'absent' | 'parameter' | 'unclear';

/** What is kept of a step that starts a job, makes a model or describes an endpoint. */
export interface PipelineStep {
  readonly Name: string;
  /** As in the definition: `Training`, `Processing` … */
  readonly Type: string;
  /** Does it name a VPC? */
  readonly VpcConfig: PipelineSetting;
  /** Is it isolated from the network? */
  readonly EnableNetworkIsolation: PipelineSetting;
  /** Does it let Systems Manager open a shell in its containers? */
  readonly RemoteShell: PipelineSetting;
  /** The model that says where it runs, where one outside the pipeline does; then the step itself says nothing of it. */
  readonly ModelName?: string;
  /** The step that makes its model, where that is one of the same pipeline; likewise. */
  readonly ModelStep?: string;
}

type JsonObject = Readonly<Record<string, unknown>>;
type Settings = Omit<PipelineStep, 'Name' | 'Type'>;

/** AWS takes definitions of a megabyte; whatever is much larger is none, and is not parsed. */
const largest = 8 * 1024 * 1024;
/** Conditions hold steps, which may be conditions. */
const deepest = 32;

/**
 * Steps that start nothing with a network of SageMaker's to be set: an endpoint has what its configuration says, a component what its endpoint has.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PipelineExecutionStepMetadata.html
 */
const withoutNetwork = new Set([
  'Callback',
  'Lambda',
  'Fail',
  'EMR',
  'EMRServerless',
  'RegisterModel',
  'Endpoint',
  'InferenceComponent',
  'Lineage',
  'BedrockCustomModel',
  'BedrockCustomModelDeployment',
  'BedrockModelImport',
  'BedrockProvisionedModelThroughput',
]);

/** Steps that are processing jobs. */
const processing = new Set(['Processing', 'QualityCheck', 'ClarifyCheck']);

/**
 * The network settings of a pipeline's steps. The arguments of a step are those of the call that it makes, such as CreateTrainingJob.
 * https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/
 *
 * @returns null where the definition is absent, no JSON, no pipeline, or holds what may be steps and cannot be read as such
 */
export function pipelineSteps(definition: string | undefined): readonly PipelineStep[] | null {
  if (definition === undefined || definition.length > largest) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(definition);
  } catch {
    return null;
  }
  if (!isObject(parsed) || !Array.isArray(parsed['Steps'])) return null;
  const steps = stepsIn(parsed['Steps'], 0);
  if (steps === null) return null;
  const models = new Set(steps.filter(({ Type }) => textOf(Type) === 'Model').map(({ Name }) => textOf(Name)));
  return steps.flatMap((step) => {
    const named = { Name: textOf(step['Name']), Type: textOf(step['Type']) };
    return settingsOf(named.Type, isObject(step['Arguments']) ? step['Arguments'] : {}, models).map((settings) => ({
      ...named,
      ...settings,
    }));
  });
}

/** All steps, those within conditions too; null where some of them cannot be read. */
function stepsIn(steps: unknown, depth: number): readonly JsonObject[] | null {
  if (steps === undefined || steps === null) return [];
  if (!Array.isArray(steps) || depth > deepest) return null;
  const found: JsonObject[] = [];
  for (const step of steps) {
    if (!isObject(step)) return null;
    if (textOf(step['Type']) !== 'Condition') found.push(step);
    else {
      const inner: JsonObject = isObject(step['Arguments']) ? step['Arguments'] : {};
      const [then, otherwise] = [stepsIn(inner['IfSteps'], depth + 1), stepsIn(inner['ElseSteps'], depth + 1)];
      if (isReference(inner) || then === null || otherwise === null) return null;
      found.push(...then, ...otherwise);
    }
  }
  return found;
}

/** What a step sets, once for each thing that it may run; nothing where it starts none. */
function settingsOf(type: string, inner: JsonObject, models: ReadonlySet<string>): readonly Settings[] {
  if (withoutNetwork.has(type)) return [];
  if (isReference(inner)) return [unsettled];
  if (processing.has(type)) return [networkSettings(inner['NetworkConfig'])];
  if (type === 'Tuning') return definitionsIn(inner).map(networkSettings);
  if (type === 'Training') return [{ ...networkSettings(inner), RemoteShell: flagIn(inner['RemoteDebugConfig'], 'EnableRemoteDebug') }];
  if (type === 'AutoML') return [autoMLSettings(inner)];
  if (type === 'Transform') return [byModel(inner['ModelName'], models)];
  if (type === 'EndpointConfig') return endpointSettings(inner, models);
  return [networkSettings(inner)];
}

/** A tuning step has one definition of its training jobs, or a list of them. */
function definitionsIn(tuning: JsonObject): readonly unknown[] {
  const { TrainingJobDefinition: one, TrainingJobDefinitions: several } = tuning;
  return Array.isArray(several) && several.length > 0 ? several : [one];
}

/**
 * The step makes jobs of the first version of AutoML, whose configuration holds the settings. The second version has them at the top, where
 * nobody says that a pipeline heeds them. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AutoMLJobConfig.html
 */
function autoMLSettings({ AutoMLJobConfig: config, SecurityConfig: top }: JsonObject): Settings {
  const own = networkSettings(isObject(config) && !isReference(config) ? config['SecurityConfig'] : config);
  return own.VpcConfig === 'absent' && top !== undefined ? { ...own, VpcConfig: 'unclear' } : own;
}

/**
 * What runs a model is where the model is: one of this pipeline, which is a step of its own, one that is there already, or one that only a run
 * names. https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html
 */
function byModel(name: unknown, models: ReadonlySet<string>): Settings {
  if (typeof name === 'string') return { ...bare, ModelName: textOf(name) };
  const from = isObject(name) && typeof name['Get'] === 'string' ? /^Steps\.(.+)\.ModelName$/.exec(name['Get'])?.[1] : undefined;
  return from !== undefined && models.has(from) ? { ...bare, ModelStep: from } : { ...unsettled, RemoteShell: 'absent' };
}

/**
 * A configuration of an endpoint says itself where components run; where it says nothing and its variants name models, these say so, and serverless
 * ones have no such setting. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
function endpointSettings(inner: JsonObject, models: ReadonlySet<string>): readonly Settings[] {
  const lists = [inner['ProductionVariants'], inner['ShadowProductionVariants']];
  if (lists.some((list) => list !== undefined && !Array.isArray(list))) return [unsettled];
  const variants = lists.flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []));
  return variants.flatMap((variant): readonly Settings[] => {
    if (!isObject(variant) || isReference(variant)) return [unsettled];
    const RemoteShell = flagIn(variant, 'EnableSSMAccess');
    if (variant['ServerlessConfig'] !== undefined) return [];
    const name = variant['ModelName'];
    const own = networkSettings(inner);
    const confined = own.VpcConfig === 'set' || own.EnableNetworkIsolation === 'set';
    return [{ ...(name === undefined || confined ? own : byModel(name, models)), RemoteShell }];
  });
}

const bare: Settings = { VpcConfig: 'absent', EnableNetworkIsolation: 'absent', RemoteShell: 'absent' };
const unsettled: Settings = { VpcConfig: 'parameter', EnableNetworkIsolation: 'parameter', RemoteShell: 'parameter' };

function networkSettings(holder: unknown): Settings {
  if (!isObject(holder)) return bare;
  if (isReference(holder)) return { ...unsettled, RemoteShell: 'absent' };
  const { VpcConfig, EnableNetworkIsolation } = holder;
  return { ...bare, VpcConfig: vpcSetting(VpcConfig), EnableNetworkIsolation: flagSetting(EnableNetworkIsolation) };
}

function vpcSetting(value: unknown): PipelineSetting {
  if (value === undefined || value === null) return 'absent';
  if (!isObject(value)) return 'unclear';
  if (isReference(value)) return 'parameter';
  const subnets = value['Subnets'];
  if (isObject(subnets) && isReference(subnets)) return 'parameter';
  if (subnets === undefined || subnets === null) return 'absent';
  if (!Array.isArray(subnets)) return 'unclear';
  return subnets.length > 0 ? 'set' : 'absent';
}

function flagSetting(value: unknown): PipelineSetting {
  if (isObject(value)) return 'parameter';
  if (value === undefined || value === null || value === false || value === 'false' || value === 'False') return 'absent';
  return value === true || value === 'true' || value === 'True' ? 'set' : 'unclear';
}

/** A flag within something that may be a parameter as a whole. */
function flagIn(holder: unknown, member: string): PipelineSetting {
  if (!isObject(holder)) return 'absent';
  return isReference(holder) ? 'parameter' : flagSetting(holder[member]);
}

/** `{"Get": "Parameters.X"}`, or a function such as `{"Std:Join": …}`. */
function isReference(value: JsonObject): boolean {
  return Object.hasOwn(value, 'Get') || Object.keys(value).some((key) => key.startsWith('Std:'));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 256) : '';
}
