import type { ResourceType, SearchRecord } from '@aws-sdk/client-sagemaker';
import type { Session } from '../aws/session.ts';
import type { SectionName } from '../inventory/sections.ts';
import type { Selected } from '../inventory/stored.ts';
import type { Abort, SageMakerSdk, Sender } from './sagemaker-sender.ts';

/** A kind of SageMaker resource that one call lists and another describes. */
export interface ResourcePlan<K extends SectionName, P, Summary, Detail, SS, DS, Found> {
  readonly section: K;
  readonly list: `sagemaker:List${string}`;
  readonly describe: `sagemaker:Describe${string}`;
  readonly pages: (
    sdk: SageMakerSdk,
    paging: { readonly client: Sender['client']; readonly pageSize: number },
    abort: Abort,
  ) => AsyncIterable<P>;
  readonly rows: (page: P) => readonly Summary[] | undefined;
  readonly explain: (summary: Selected<Summary, SS>, sender: Sender) => Promise<Detail>;
  /** The member that holds the ARN, in the answer to a describe and, unless `arnOf` is there, in the summary. */
  readonly arn: keyof Detail & keyof DS & string;
  /** The ARN of a listed resource, where the list does not give it. */
  readonly arnOf?: (summary: Selected<Summary, SS>, session: Session) => string;
  /** What tells one from another, where an ARN that is made does not: names in it are in lower case. */
  readonly key?: (summary: Selected<Summary, SS>) => string;
  /** What to keep of a summary, and of a described resource. */
  readonly summaryShape: SS;
  readonly shape: DS;
  /** For what Search tells, too. */
  readonly search?: Searched<Selected<Summary, SS>, Found>;
  /** Can nobody change such a resource once it is there? Then what was read of it once need not be read again. */
  readonly immutable?: true;
  /** Raised where something is made of the answer, and is made otherwise from now on: what was kept before is not read any more. */
  readonly reading?: number;
}

/** How a kind of resource is found with Search. */
export interface Searched<Summary, Found> {
  readonly resource: ResourceType;
  /** The resource in a record. What the shape names has to be in it under the same name, and what is not there has to matter to nobody. */
  readonly record: (result: SearchRecord) => Found | undefined;
  readonly serves?: (summary: Summary) => boolean;
  readonly isCurrent: (found: Found, summary: Summary) => boolean;
}
