import type { RequirementId } from '../../src/core/requirement.ts';

/** Why no API of AWS can answer a requirement, and the page that says so. */
export interface BeyondAnyApi {
  readonly reason: string;
  readonly source: string;
}

/** Requirements that stand open in no release: AWS has no answer to read. */
export const beyondAnyApi: Readonly<Partial<Record<RequirementId, BeyondAnyApi>>> = {
  'ING-10': {
    reason: 'a presigned URL is given once to its caller; no API lists those that were made, nor where they went',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html',
  },
  'TEN-14': {
    reason: 'what an account or VPC is for is a decision of people; names and tags say it at will, and no API says it at all',
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/machine-learning-lens/mlsec04-bp01.html',
  },
};
