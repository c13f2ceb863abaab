/** What is kept of a job's configuration document: where it puts the job, and nothing else. */
export interface JobNetwork {
  /** Is the document JSON at all? */
  readonly Readable: boolean;
  /** Every VpcConfig in it, in whatever part. */
  readonly VpcConfigs: readonly { readonly Subnets: readonly string[]; readonly SecurityGroupIds: readonly string[] }[];
}

/** Deeper than any document of AWS goes; a document made to end the program is cut off there. */
const deepest = 40;

/**
 * The network settings in the configuration document of a Job. Its schemas are versioned and not part of the SDK, so that a VpcConfig is looked
 * for wherever it may stand, in either way of writing names.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeJob.html
 */
export function jobNetwork(document: string | undefined): JobNetwork {
  const parsed = parsedJson(document);
  return parsed === undefined ? { Readable: false, VpcConfigs: [] } : { Readable: true, VpcConfigs: [...vpcConfigsIn(parsed, deepest)] };
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

function textsIn(value: object, member: string): readonly string[] {
  const list: unknown = Object.entries(value).find(([name]) => name.toLowerCase() === member)?.[1];
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}
