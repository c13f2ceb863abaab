/** What is kept of a job's configuration document: where it puts the job, who gets in, and nothing else. */
export interface JobNetwork {
  /** Is the document JSON at all? */
  readonly Readable: boolean;
  /** Every VpcConfig in it, in whatever part. */
  readonly VpcConfigs: readonly { readonly Subnets: readonly string[]; readonly SecurityGroupIds: readonly string[] }[];
  /** The settings in it that let Systems Manager open a shell, by their names, in whatever part, where they are on. */
  readonly RemoteShells: readonly string[];
}

/** Deeper than any document of AWS goes; a document made to end the program is cut off there. */
const deepest = 40;

/**
 * The network settings in the configuration document of a Job. Its schemas are versioned and not part of the SDK, so that a VpcConfig is looked
 * for wherever it may stand, in either way of writing names; so are the settings that open a remote shell elsewhere in SageMaker.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeJob.html
 */
export function jobNetwork(document: string | undefined): JobNetwork {
  const parsed = parsedJson(document);
  if (parsed === undefined) return { Readable: false, VpcConfigs: [], RemoteShells: [] };
  return {
    Readable: true,
    VpcConfigs: [...vpcConfigsIn(parsed, deepest)],
    RemoteShells: [...new Set(remoteShellsIn(parsed, deepest))].sort(),
  };
}

function parsedJson(text: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function* vpcConfigsIn(value: unknown, depth: number): Generator<JobNetwork['VpcConfigs'][number], void> {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  for (const [name, member] of Object.entries(value)) {
    if (name.toLowerCase() !== 'vpcconfig') yield* vpcConfigsIn(member, depth - 1);
    else if (typeof member === 'object' && member !== null) {
      yield { Subnets: textsIn(member, 'subnets'), SecurityGroupIds: textsIn(member, 'securitygroupids') };
    }
  }
}

/** As they are called in training jobs, endpoint configurations and spaces. */
const shells = new Map([
  ['enableremotedebug', 'EnableRemoteDebug'],
  ['enablessmaccess', 'EnableSSMAccess'],
  ['remoteaccess', 'RemoteAccess'],
]);

function* remoteShellsIn(value: unknown, depth: number): Generator<string, void> {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  for (const [name, member] of Object.entries(value)) {
    const shell = shells.get(name.toLowerCase());
    if (shell !== undefined && (member === true || /^(?:true|enabled)$/i.test(String(member)))) yield shell;
    else yield* remoteShellsIn(member, depth - 1);
  }
}

function textsIn(value: object, member: string): readonly string[] {
  const list: unknown = Object.entries(value).find(([name]) => name.toLowerCase() === member)?.[1];
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}
