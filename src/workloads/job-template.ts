/** What is told of where a job came from. */
export interface JobOrigin {
  readonly name: string | undefined;
  readonly image?: string | undefined;
  readonly role?: string | undefined;
  /** The experiment that recorded it: for the steps of a pipeline the pipeline's name. */
  readonly experiment?: string | undefined;
  /** ARNs of what may have started it. */
  readonly startedBy?: readonly (string | undefined)[];
}

/**
 * What a job was made from, in a few words: jobs that are alike in this are runs of one template, which is what has to be changed.
 *
 * A schedule, a tuning job and so on say that they started it; steps of a pipeline are recorded under its name, and have names of their own:
 * `pipelines-<execution>-<step>-<suffix>`. https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-experiments.html
 */
export function jobTemplate({ name, image, role, experiment, startedBy = [] }: JobOrigin): string {
  const starter = startedBy.find((arn) => arn !== undefined);
  const step = /^pipelines-[a-z0-9]+-(.+)-[A-Za-z0-9]{10}$/.exec(name ?? '')?.[1];
  const parts = [
    ...(starter === undefined ? [] : [`started by ${starter.split(':').slice(5).join(':')}`]),
    ...(experiment === undefined ? [] : [step === undefined ? `experiment ${experiment}` : `pipeline ${experiment}`]),
    ...(step === undefined ? [] : [`step ${step}`]),
    ...(image === undefined ? [] : [`image ${image.split('/').slice(1).join('/') || image}`]),
    ...(role === undefined ? [] : [`role ${role.split('/').at(-1)}`]),
  ];
  return parts.join(', ');
}
