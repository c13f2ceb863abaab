/** How fast one operation may be called in one account and Region. */
export interface Rate {
  /** Calls that may follow each other without a pause. */
  readonly burst: number;
  readonly perSecond: number;
}

/** We stay this far below a published quota, because everybody else in the account draws on the same one. */
const share = 0.9;

/**
 * The pace for one operation.
 *
 * SageMaker publishes 2 List and 5 Describe calls per second, not adjustable; what it does not publish is taken to be alike.
 * https://docs.aws.amazon.com/general/latest/gr/sagemaker.html
 * EC2 refills 20 tokens per second into a bucket of 100 for calls that read.
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 *
 * @param operation such as `sagemaker:ListModels`
 */
export function rateOf(operation: string): Rate {
  const [service = '', name = ''] = operation.split(':');
  if (service === 'sagemaker') return { burst: 1, perSecond: share * (name.startsWith('Describe') ? 5 : 2) };
  if (service === 'ec2') return { burst: 50, perSecond: share * 20 };
  return { burst: 5, perSecond: 5 };
}
