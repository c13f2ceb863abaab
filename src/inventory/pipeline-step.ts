/** Something that a pipeline sets: `parameter` where it is only known when the pipeline runs. */
export type PipelineSetting = 'set' | 'absent' | 'parameter';

/** What is kept of a step that starts a job or makes a model. */
export interface PipelineStep {
  readonly Name: string;
  /** As in the definition: `Training`, `Processing` … */
  readonly Type: string;
  /** Does it name a VPC? */
  readonly VpcConfig: PipelineSetting;
  /** Is it isolated from the network? */
  readonly EnableNetworkIsolation: PipelineSetting;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** AWS takes definitions of a megabyte; whatever is much larger is none, and is not parsed. */
const largest = 8 * 1024 * 1024;
/** Conditions hold steps, which may be conditions. */
const deepest = 32;

/** Steps that start nothing with a network of its own; a transform step is where its model is. */
const withoutNetwork = new Set(['Condition', 'Callback', 'Lambda', 'Fail', 'EMR', 'EMRServerless', 'RegisterModel', 'Transform']);

/**
 * The network settings of a pipeline's steps.
 * https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/
 *
 * @returns null where the definition is absent, no JSON, or no pipeline
 */
export function pipelineSteps(definition: string | undefined): readonly PipelineStep[] | null {
  if (definition === undefined || definition.length > largest) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(definition);
  } catch {
    return null;
  }
  return isObject(parsed) && Array.isArray(parsed['Steps']) ? [...stepsIn(parsed['Steps'], 0)] : null;
}

function* stepsIn(steps: unknown, depth: number): Generator<PipelineStep, void> {
  if (!Array.isArray(steps) || depth > deepest) return;
  for (const step of steps) {
    if (!isObject(step)) continue;
    const { Name, Type, Arguments } = step;
    const named = { Name: textOf(Name), Type: textOf(Type) };
    const inner: JsonObject = isObject(Arguments) ? Arguments : {};
    if (named.Type === 'Condition') {
      yield* stepsIn(inner['IfSteps'], depth + 1);
      yield* stepsIn(inner['ElseSteps'], depth + 1);
    } else if (named.Type === 'Tuning') {
      for (const definition of definitionsIn(inner)) yield { ...named, ...settingsOf(definition) };
    } else if (!withoutNetwork.has(named.Type)) yield { ...named, ...settingsOf(holderOf(named.Type, inner)) };
  }
}

/** A tuning step has one definition of its training jobs, or a list of them. */
function definitionsIn(tuning: JsonObject): readonly unknown[] {
  const { TrainingJobDefinition: one, TrainingJobDefinitions: several } = tuning;
  return Array.isArray(several) && several.length > 0 ? several : [one];
}

/** Where the settings lie: processing jobs, and checks, which are such, have a member for them. */
function holderOf(type: string, inner: JsonObject): unknown {
  if (['Processing', 'QualityCheck', 'ClarifyCheck'].includes(type)) return inner['NetworkConfig'];
  if (type === 'AutoML') {
    const { AutoMLJobConfig: config, SecurityConfig: own } = inner;
    return own ?? (isObject(config) ? config['SecurityConfig'] : undefined);
  }
  return inner;
}

function settingsOf(holder: unknown): Pick<PipelineStep, 'VpcConfig' | 'EnableNetworkIsolation'> {
  if (!isObject(holder)) return { VpcConfig: 'absent', EnableNetworkIsolation: 'absent' };
  if (isReference(holder)) return { VpcConfig: 'parameter', EnableNetworkIsolation: 'parameter' };
  const { VpcConfig, EnableNetworkIsolation } = holder;
  return { VpcConfig: vpcSetting(VpcConfig), EnableNetworkIsolation: flagSetting(EnableNetworkIsolation) };
}

function vpcSetting(value: unknown): PipelineSetting {
  if (!isObject(value)) return 'absent';
  if (isReference(value)) return 'parameter';
  const subnets = value['Subnets'];
  if (isObject(subnets) && isReference(subnets)) return 'parameter';
  return Array.isArray(subnets) && subnets.length > 0 ? 'set' : 'absent';
}

function flagSetting(value: unknown): PipelineSetting {
  if (isObject(value)) return 'parameter';
  return value === true || value === 'true' || value === 'True' ? 'set' : 'absent';
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
